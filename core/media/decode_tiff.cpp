// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_tiff.h"

#include "media/opencv_decode.h"

#include <opencv2/imgcodecs.hpp>

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

/// libtiff's file in memory, and what it did with it.
struct TiffInput
{
    QByteArrayView bytes;
    toff_t at = 0;
    bool readBehindEnd = false;
};

TiffInput &inputOf(thandle_t handle)
{
    return *static_cast<TiffInput *>(handle);
}

tmsize_t readInput(thandle_t handle, void *to, tmsize_t size)
{
    TiffInput &input = inputOf(handle);
    const auto left = tmsize_t(input.bytes.size()) - tmsize_t(std::min(input.at, toff_t(input.bytes.size())));
    input.readBehindEnd = input.readBehindEnd || size > left;
    const tmsize_t count = std::min(size, left);
    std::memcpy(to, input.bytes.data() + std::min(input.at, toff_t(input.bytes.size())), std::size_t(count));
    input.at += toff_t(count);
    return count;
}

toff_t seekInput(thandle_t handle, toff_t offset, int from)
{
    TiffInput &input = inputOf(handle);
    const toff_t base = from == SEEK_CUR ? input.at : from == SEEK_END ? toff_t(input.bytes.size()) : 0;
    input.at = base + offset;
    return input.at;
}

toff_t sizeOfInput(thandle_t handle)
{
    return toff_t(inputOf(handle).bytes.size());
}

struct CloseTiff
{
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, CloseTiff>;

/// No table or strip of a real picture is larger.
constexpr tmsize_t singleAllocationLimit = tmsize_t(1024) * 1024 * 1024;

struct FreeOptions
{
    void operator()(TIFFOpenOptions *options) const { TIFFOpenOptionsFree(options); }
};

Tiff openTiff(TiffInput &input)
{
    const auto write = [](thandle_t, void *, tmsize_t) { return tmsize_t(0); };
    const auto close = [](thandle_t) { return 0; };
    // Nothing is printed: the error that we give says enough.
    const auto silent = [](TIFF *, void *, const char *, const char *, va_list) { return 1; };
    const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), singleAllocationLimit);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), silent, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), silent, nullptr);
    return Tiff(TIFFClientOpenExt("picture", "rm", &input, readInput, write, seekInput, close, sizeOfInput, nullptr,
                                  nullptr, options.get()));
}

template <typename Number>
Number fieldOf(TIFF *tiff, ttag_t tag)
{
    Number value = 0;
    TIFFGetFieldDefaulted(tiff, tag, &value);
    return value;
}

QByteArray profileOf(TIFF *tiff)
{
    std::uint32_t size = 0;
    void *bytes = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &bytes) != 1) {
        return {};
    }
    return {static_cast<const char *>(bytes), qsizetype(size)};
}

/// libtiff gives red first, multiplied by opacity, in machine words.
Pixels pixelsOfWords(const std::vector<std::uint32_t> &words, Dimensions size)
{
    Pixels pixels = Pixels::make(size.width, size.height, Pixels::Layout::Bgra);
    std::uint8_t *at = pixels.bytes.get();
    for (const std::uint32_t word : words) {
        const int alpha = TIFFGetA(word);
        const auto plain = [alpha](std::uint32_t value) {
            return std::uint8_t(alpha == 0 || alpha == 255
                                    ? value
                                    : std::min(255U, (value * 255 + unsigned(alpha) / 2) / unsigned(alpha)));
        };
        at[0] = plain(TIFFGetB(word));
        at[1] = plain(TIFFGetG(word));
        at[2] = plain(TIFFGetR(word));
        at[3] = std::uint8_t(alpha);
        at += 4;
    }
    return pixels;
}

Failure failureOf(const TiffInput &input, const PictureSource &source)
{
    return input.readBehindEnd ? truncated(source) : damaged(source, u"TIFF: its picture data is invalid"_s);
}

/// All that is not floating point.
Result<Pixels> readWords(TIFF *tiff, const TiffInput &input, const PictureSource &source, Dimensions size)
{
    char reason[1024] = {};
    TIFFRGBAImage image;
    if (TIFFRGBAImageOK(tiff, reason) == 0 || TIFFRGBAImageBegin(&image, tiff, 1, reason) == 0) {
        return input.readBehindEnd ? truncated(source) : unsupported(source, u"TIFF: "_s + QString::fromLatin1(reason));
    }
    // As stored; whoever asked turns it by the same tag.
    image.req_orientation = image.orientation;
    std::vector<std::uint32_t> words(std::size_t(size.width) * std::size_t(size.height));
    const bool good =
        TIFFRGBAImageGet(&image, words.data(), std::uint32_t(size.width), std::uint32_t(size.height)) != 0;
    TIFFRGBAImageEnd(&image);
    if (!good || input.readBehindEnd) {
        return failureOf(input, source);
    }
    return pixelsOfWords(words, size);
}

} // namespace

Result<DecodedStage> decodeTiff(const PictureSource &source)
{
    TiffInput input{source.bytes};
    const Tiff tiff = openTiff(input);
    if (!tiff) {
        return failureOf(input, source);
    }
    DecodedStage stage;
    const auto width = fieldOf<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH);
    const auto height = fieldOf<std::uint32_t>(tiff.get(), TIFFTAG_IMAGELENGTH);
    if (auto good = checkSize(source, width, height); !good) {
        return failed(good);
    }
    stage.original = {int(width), int(height)};
    stage.iccProfile = profileOf(tiff.get());
    const bool isCmyk = fieldOf<std::uint16_t>(tiff.get(), TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_SEPARATED;
    if (isCmyk) {
        stage.iccProfile.clear();
    }
    if (fieldOf<std::uint16_t>(tiff.get(), TIFFTAG_SAMPLEFORMAT) == SAMPLEFORMAT_IEEEFP) {
        const cv::Mat picture = unpackedByOpenCv(source, cv::IMREAD_UNCHANGED);
        if (picture.empty()) {
            return failureOf(input, source);
        }
        stage.upright = true;
        stage.original = {picture.cols, picture.rows};
        stage.pixels = pixelsOf(eightBits(picture));
        return stage;
    }
    auto pixels = readWords(tiff.get(), input, source, stage.original);
    if (!pixels) {
        return failed(pixels);
    }
    stage.pixels = *std::move(pixels);
    return stage;
}

Result<Dimensions> tiffDimensions(const PictureSource &source)
{
    TiffInput input{source.bytes};
    const Tiff tiff = openTiff(input);
    if (!tiff) {
        return failureOf(input, source);
    }
    return Dimensions{int(fieldOf<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH)),
                      int(fieldOf<std::uint32_t>(tiff.get(), TIFFTAG_IMAGELENGTH))};
}

} // namespace kinframe::media

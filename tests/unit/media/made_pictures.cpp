// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"

#include "media/file_type.h"

#include <QDebug>

#include <opencv2/imgcodecs.hpp>

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace made {
namespace {

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

void setColour(std::uint8_t *at, int red, int green, int blue)
{
    at[0] = std::uint8_t(blue);
    at[1] = std::uint8_t(green);
    at[2] = std::uint8_t(red);
}

/// One row as libjpeg wants it for that kind.
std::vector<std::uint8_t> rowOf(const Pixels &pixels, int y, JpegKind::Colours colours)
{
    using enum JpegKind::Colours;
    std::vector<std::uint8_t> row;
    for (int x = 0; x < pixels.width; ++x) {
        const std::uint8_t *at = pixels.row(y) + 3 * x;
        if (colours == Gray) {
            row.push_back(at[1]);
        } else if (colours == Rgb) {
            row.insert(row.end(), {at[2], at[1], at[0]});
        } else {
            const int mask = colours == CmykPlain ? 255 : 0;
            row.insert(row.end(), {std::uint8_t(at[2] ^ mask), std::uint8_t(at[1] ^ mask), std::uint8_t(at[0] ^ mask),
                                   std::uint8_t(255 ^ mask)});
        }
    }
    return row;
}

void setColours(jpeg_compress_struct &jpeg, JpegKind::Colours colours)
{
    using enum JpegKind::Colours;
    jpeg.input_components = colours == Gray ? 1 : colours == Rgb ? 3 : 4;
    jpeg.in_color_space = colours == Gray ? JCS_GRAYSCALE : colours == Rgb ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    if (colours == CmykAdobe || colours == CmykPlain) {
        jpeg_set_colorspace(&jpeg, JCS_CMYK);
    } else if (colours == YcckAdobe) {
        jpeg_set_colorspace(&jpeg, JCS_YCCK);
    }
    jpeg.write_Adobe_marker = colours == CmykAdobe || colours == YcckAdobe ? TRUE : FALSE;
}

} // namespace

Pixels quarters(int width, int height)
{
    Pixels pixels = Pixels::make(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool left = x < width / 2;
            const bool top = y < height / 2;
            setColour(pixels.row(y) + 3 * x, left == top ? 255 : 0, left ? 0 : 255, top ? 0 : 255);
            if (left && top) {
                setColour(pixels.row(y) + 3 * x, 255, 0, 0);
            }
        }
    }
    for (int y = 0; y < height / 2; ++y) {
        for (int x = width / 2; x < width; ++x) {
            setColour(pixels.row(y) + 3 * x, 0, 255, 0);
        }
    }
    return pixels;
}

Pixels landscape(int width, int height)
{
    Pixels pixels = Pixels::make(width, height);
    unsigned int noise = 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const int grain = int(noise >> 28);
            setColour(pixels.row(y) + 3 * x, x * 200 / width + grain, y * 200 / height + grain, 60 + grain);
        }
    }
    return pixels;
}

QByteArray jpeg(const Pixels &pixels, const JpegKind &kind)
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = JDIMENSION(pixels.width);
    jpeg.image_height = JDIMENSION(pixels.height);
    setColours(jpeg, kind.colours);
    jpeg_set_quality(&jpeg, kind.quality, TRUE);
    if (kind.progressive) {
        jpeg_simple_progression(&jpeg);
    }
    jpeg_start_compress(&jpeg, TRUE);
    if (!kind.iccProfile.isEmpty()) {
        jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET *>(kind.iccProfile.constData()),
                               unsigned(kind.iccProfile.size()));
    }
    for (int y = 0; y < pixels.height; ++y) {
        auto row = rowOf(pixels, y, kind.colours);
        JSAMPROW start = row.data();
        jpeg_write_scanlines(&jpeg, &start, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    QByteArray result(reinterpret_cast<const char *>(bytes), qsizetype(size));
    std::free(bytes);
    return result;
}

QByteArray encoded(const cv::Mat &picture, const char *suffix, const std::vector<int> &options)
{
    std::vector<unsigned char> bytes;
    if (!cv::imencode(suffix, picture, bytes, options)) {
        return {};
    }
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

cv::Mat matrixOf(const Pixels &pixels)
{
    return cv::Mat(pixels.height, pixels.width, CV_8UC(pixels.channels()), pixels.bytes.get(),
                   std::size_t(pixels.stride))
        .clone();
}

Colour colourAt(const Pixels &pixels, double x, double y)
{
    const std::uint8_t *at = pixels.row(int(y * (pixels.height - 1))) + pixels.channels() * int(x * (pixels.width - 1));
    return {at[2], at[1], at[0], pixels.channels() == 4 ? at[3] : 255};
}

bool isNear(const Colour &found, const Colour &expected, int tolerance)
{
    const bool same =
        std::abs(found.red - expected.red) <= tolerance && std::abs(found.green - expected.green) <= tolerance &&
        std::abs(found.blue - expected.blue) <= tolerance && std::abs(found.alpha - expected.alpha) <= tolerance;
    if (!same) {
        qWarning() << "found" << found.red << found.green << found.blue << found.alpha << "expected" << expected.red
                   << expected.green << expected.blue << expected.alpha;
    }
    return same;
}

Result<Decoded> decode(const QByteArray &bytes, const DecodeOptions &options, int exifOrientation)
{
    const auto type = sniffBytes(bytes, u"made"_s);
    if (!type) {
        return failed(type);
    }
    return decodeBytes(bytes, u"made"_s, *type, exifOrientation, options);
}

int wrongAnswersWhenCut(const QByteArray &bytes, int count)
{
    int wrong = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype size = bytes.size() * i / count;
        const auto decoded = decode(bytes.first(size));
        const auto code = decoded ? ErrorCode::Internal : decoded.error().code;
        const bool unknown = size < 40 && (code == ErrorCode::FileEmpty || code == ErrorCode::FileNotMedia);
        if (code != ErrorCode::FileTruncated && !unknown) {
            qWarning() << "cut at" << size << "of" << bytes.size()
                       << (decoded ? u"was shown"_s : decoded.error().forLog());
            ++wrong;
        }
    }
    return wrong;
}

QString testFile(const QString &name)
{
    const QString folder = qEnvironmentVariable("KINFRAME_TESTDATA");
    const QString path = folder + u'/' + name;
    return !folder.isEmpty() && QFile::exists(path) ? path : QString();
}

} // namespace made

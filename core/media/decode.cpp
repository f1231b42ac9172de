// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode.h"

#include "base/files.h"
#include "media/colour.h"
#include "media/decode_bmp.h"
#include "media/decode_exr.h"
#include "media/decode_gif.h"
#include "media/decode_heif.h"
#include "media/decode_jpeg.h"
#include "media/decode_png.h"
#include "media/decode_tiff.h"
#include "media/decode_webp.h"
#include "media/orientation.h"
#include "media/raw_preview.h"
#include "media/scale.h"

#include <limits>
#include <new>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

/// Larger files are not pictures that fit into memory with everything else.
constexpr qint64 fileSizeLimit = qint64(2) * 1024 * 1024 * 1024 - 1;

/// Read, not mapped: a mapped file that shrinks meanwhile kills the process.
Result<QByteArray> readPictureFile(const QString &path)
{
    auto bytes = readSmallFile(path, fileSizeLimit);
    // The file was there when its type was found out.
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, path}});
    }
    return bytes;
}

Result<DecodedStage> decodeStage(const PictureSource &source, Format format)
{
    switch (format) {
    case Format::Jpeg:
    case Format::Raw: // its preview
        return decodeJpeg(source);
    case Format::Png:
        return decodePng(source);
    case Format::WebP:
        return decodeWebP(source);
    case Format::Gif:
        return decodeGif(source);
    case Format::Bmp:
        return decodeBmp(source);
    case Format::Tiff:
        return decodeTiff(source);
    case Format::Exr:
        return decodeExr(source);
    case Format::Heic:
    case Format::Avif:
        return decodeHeif(source);
    default:
        return unsupported(source, u"a video"_s);
    }
}

Result<Dimensions> dimensionsOf(const PictureSource &source, Format format)
{
    switch (format) {
    case Format::Jpeg:
    case Format::Raw: // its preview
        return jpegDimensions(source);
    case Format::Png:
        return pngDimensions(source);
    case Format::WebP:
        return webPDimensions(source);
    case Format::Gif:
        return gifDimensions(source);
    case Format::Bmp:
        return bmpDimensions(source);
    case Format::Tiff:
        return tiffDimensions(source);
    case Format::Exr:
        return exrDimensions(source);
    case Format::Heic:
    case Format::Avif:
        return heifDimensions(source);
    default:
        return unsupported(source, u"a video"_s);
    }
}

Decoded finished(DecodedStage stage, int exifOrientation, int longSide)
{
    const int orientation = stage.upright ? 1 : exifOrientation;
    // Least pixels first: scaling before the colours and before turning.
    Pixels pixels = fitted(std::exchange(stage.pixels, {}), longSide);
    if (!hasTransparency(pixels)) {
        pixels = flattenedOnWhite(pixels);
    }
    convertToSrgb(pixels, stage.iccProfile);
    const bool swap = swapsSides(orientation);
    return {uprighted(std::move(pixels), orientation), swap ? stage.original.height : stage.original.width,
            swap ? stage.original.width : stage.original.height, stage.animated};
}

/// Libraries' exceptions and memory that is not there end here.
template <typename Function>
auto guarded(const PictureSource &source, const Function &function) -> decltype(function())
{
    try {
        return function();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::ImageTooLarge, {{u"path"_s, source.path},
                                               {u"width"_s, u"?"_s},
                                               {u"height"_s, u"?"_s},
                                               {u"limit"_s, QString::number(source.options.maxPixels / 1'000'000)}});
    } catch (const std::exception &exception) {
        return damaged(source, QString::fromLocal8Bit(exception.what()));
    }
}

Result<Decoded> decodeSource(const PictureSource &source, Format format, int exifOrientation)
{
    if (source.bytes.isEmpty()) {
        return fail(ErrorCode::FileEmpty, {{u"path"_s, source.path}});
    }
    if (source.options.stop.stop_requested()) {
        return canceled(source);
    }
    return guarded(source, [&]() -> Result<Decoded> {
        auto stage = decodeStage(source, format);
        if (!stage) {
            return failed(stage);
        }
        return finished(*std::move(stage), exifOrientation, source.options.longSide);
    });
}

/// The JPEG that the camera put into the raw file.
Result<QByteArray> rawPreviewOf(const QString &path)
{
    auto preview = readRawPreview(path);
    if (preview) {
        return std::move(preview->jpeg);
    }
    switch (preview.error().code) {
    case ErrorCode::NotFound:
    case ErrorCode::FileNotMedia:
        return unsupported(PictureSource{{}, path, DecodeOptions{}}, u"a raw file without a preview"_s);
    case ErrorCode::FileNotFound:
        return fail(ErrorCode::FileVanished, {{u"path"_s, path}});
    default:
        return failed(preview);
    }
}

/// What is decoded of a file: all of it, but of a raw file the preview.
Result<QByteArray> pictureBytes(const QString &path, Format format)
{
    return format == Format::Raw ? rawPreviewOf(path) : readPictureFile(path);
}

} // namespace

Result<Decoded> decodeBytes(QByteArrayView bytes, const QString &path, const FileType &type, int exifOrientation,
                            const DecodeOptions &options)
{
    return decodeSource({bytes, path, options, false}, type.format, exifOrientation);
}

Result<Decoded> decodePicture(const QString &path, const FileType &type, int exifOrientation,
                              const DecodeOptions &options)
{
    const auto bytes = pictureBytes(path, type.format);
    if (!bytes) {
        return failed(bytes);
    }
    return decodeSource({*bytes, path, options, true}, type.format, exifOrientation);
}

Result<Dimensions> readDimensions(const QString &path, const FileType &type)
{
    const auto bytes = pictureBytes(path, type.format);
    if (!bytes) {
        return failed(bytes);
    }
    const DecodeOptions unlimited{.maxPixels = std::numeric_limits<qint64>::max()};
    const PictureSource source{*bytes, path, unlimited, true};
    return guarded(source, [&] { return dimensionsOf(source, type.format); });
}

} // namespace kinframe::media

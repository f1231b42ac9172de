// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/file_type.h"
#include "media/pixels.h"

#include <stop_token>

namespace kinframe::media {

struct DecodeOptions
{
    /// Pixels of the result's longer side where the picture has as many, never more than it has; 0: full size.
    int longSide = 0;
    /// Larger pictures are refused before anything is allocated for them.
    qint64 maxPixels = qint64(512) * 1000 * 1000;
    std::stop_token stop = {};
};

struct Decoded
{
    Pixels pixels; ///< upright, sRGB; with an alpha channel (not premultiplied) only where something is transparent
    int originalWidth = 0; ///< upright, full size
    int originalHeight = 0;
    bool animated = false; ///< the file moves; `pixels` is its first frame
};

/// Opens a picture as people should see it: scaled, upright, in sRGB. `exifOrientation` is the tag's value, 1..8; it is
/// not looked at for HEIC and AVIF files that state their orientation themselves, which is then applied. Raw files give
/// their embedded preview, with its sizes. Safe with any bytes. FileVanished, FileUnreadable, FileIsDirectory,
/// FileTruncated, FileDamaged, ImageTooLarge, CodecTooOld, Unsupported, Canceled. From any thread; give each thread its
/// own files.
[[nodiscard]] Result<Decoded> decodePicture(const QString &path, const FileType &type, int exifOrientation,
                                            const DecodeOptions &options);

/// The same for bytes in memory, of raw files those of their preview; `path` is only for the errors.
[[nodiscard]] Result<Decoded> decodeBytes(QByteArrayView bytes, const QString &path, const FileType &type,
                                          int exifOrientation, const DecodeOptions &options);

/// The size a picture says it has, as it is stored: before its EXIF orientation (HEIC and AVIF: after their own).
/// Decodes nothing. The errors of decodePicture, without a limit of pixels.
[[nodiscard]] Result<Dimensions> readDimensions(const QString &path, const FileType &type);

} // namespace kinframe::media

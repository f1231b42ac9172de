// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

namespace kinframe::media {

enum class Format {
    Jpeg,
    Png,
    WebP,
    Tiff,
    Gif,
    Bmp,
    Exr,
    Heic,
    Avif,
    Raw, ///< what cameras write before developing: DNG, CR2, CR3, NEF, ARW, …
    Mp4, ///< with its family: M4V, 3GP
    QuickTime,
    Matroska, ///< WebM too
    Avi,
    MpegTs,
    MpegPs,
    Flv,
    Asf, ///< WMV
};

/// What a file is, by its bytes.
struct FileType
{
    Format format = Format::Jpeg;
    bool isVideo = false;
    QString mimeType; ///< for example `image/jpeg`
    QString suffix;   ///< the usual one, in lower case, without the dot; of its own kind for raw files

    friend bool operator==(const FileType &, const FileType &) = default;
};

/// Looks into the file, never at its name alone: `originalName` only tells camera raws that are ordinary TIFF files by
/// their bytes from TIFF pictures, and one camera's from another's. Reads a few kilobytes.
/// FileEmpty, FileIsDirectory, FileNotFound, FileUnreadable, FileVanished, FileNotMedia. From any thread.
[[nodiscard]] Result<FileType> sniffFileType(const QString &path, const QString &originalName);

/// The same for bytes in memory, such as a preview out of another file. FileEmpty, FileNotMedia.
[[nodiscard]] Result<FileType> sniffBytes(QByteArrayView bytes, const QString &originalName);

} // namespace kinframe::media

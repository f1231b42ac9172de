// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace kinframe::media {
struct EncodedThumbnails;
}

namespace kinframe::library {

enum class ThumbnailKind { Thumbnail, Preview }; ///< 256 and 1440 pixels on the long side

/// Where the thumbnail of a blob lies: `thumbs/ab/cd/<sha256>-256`, and beside it those of the blob after one to three
/// quarter turns to the right: `<sha256>-256-1`. It may be missing; then it can be made anew.
[[nodiscard]] QString thumbnailPath(const QString &folder, const QByteArray &sha256, ThumbnailKind kind, int turn = 0);
/// Writes both, each whole or not at all. DiskFull, DiskReadOnly.
[[nodiscard]] Result<void> writeThumbnailFiles(const QString &folder, const QByteArray &sha256,
                                               const media::EncodedThumbnails &thumbnails, int turn = 0);
/// Those of every turn.
void removeThumbnails(const QString &folder, const QByteArray &sha256);

/// Every file in the folder that is a thumbnail, whole or half-written, with the blob it is of.
void forEachThumbnail(const QString &folder,
                      const std::function<bool(const QString &path, const QByteArray &sha256)> &visit);

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <optional>
#include <vector>

class QIODevice;

namespace kinframe::media {

/// Where in a picture's file the video of a motion photo lies: a whole MP4 file, to be copied out as it is.
struct EmbeddedVideo
{
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const EmbeddedVideo &, const EmbeddedVideo &) = default;
};

/// What the picture's XMP says about where its video is. Nothing of it is believed unless an MP4 file stands there.
struct MotionPhotoHints
{
    struct Item
    {
        QString semantic; ///< `Primary`, `GainMap`, `MotionPhoto`
        qint64 length = 0;
        qint64 padding = 0;
    };

    bool isMotionPhoto = false;
    std::optional<qint64> fromEnd; ///< the older form: bytes from the video's first one to the file's end
    std::vector<Item> items;       ///< the parts of the file in their order
};

/// The video in a motion photo: after the XMP's hints, in a box of HEIF files, or in Samsung's trailer. Reads little of
/// the file, whatever it claims. The device must be seekable.
[[nodiscard]] std::optional<EmbeddedVideo> locateEmbeddedVideo(QIODevice &device, const MotionPhotoHints &hints);

/// The same for a JPEG or HEIC file; nothing where it is an ordinary photo. Fails as readMetadata does.
[[nodiscard]] Result<std::optional<EmbeddedVideo>> findEmbeddedVideo(const QString &path);

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/pixels.h"

#include <QByteArray>
#include <QRect>
#include <QString>

namespace kinframe::media {

/// The longer side in pixels.
enum class ThumbnailSize { Thumbnail = 256, Preview = 1440 };

struct EncodedPicture
{
    QByteArray bytes;
    QString mimeType; ///< `image/jpeg`, or `image/webp` for pictures with transparency
    Dimensions size;
};

struct EncodedThumbnails
{
    EncodedPicture thumbnail;
    EncodedPicture preview;
};

struct ThumbnailOptions
{
    int thumbnailQuality = 80;
    int previewQuality = 82;
};

/// Both sizes of one upright picture in sRGB, whose longer side should be at least the preview's: decode it once with
/// that, and the face detector can have the same pixels. Small pictures give small thumbnails: nothing is enlarged.
/// Internal where an encoder refuses. From any thread.
[[nodiscard]] Result<EncodedThumbnails> makeThumbnails(const Pixels &upright, const ThumbnailOptions &options = {});

/// The part of a picture inside `area` (in its pixels; what lies outside the picture is left out) as a JPEG whose
/// longer side is at most `longSide`. InvalidArgument where the two do not meet.
[[nodiscard]] Result<EncodedPicture> cropEncoded(const Pixels &upright, const QRect &area, int longSide);

} // namespace kinframe::media

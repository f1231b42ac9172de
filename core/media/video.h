// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/pixels.h"

#include <QString>

#include <stop_token>

namespace kinframe::media {

/// What a video is, as a person sees it played.
struct VideoInfo
{
    int width = 0; ///< upright and with square pixels
    int height = 0;
    qint64 durationMs = 0; ///< 0 where the file does not say
    double frameRate = 0;  ///< frames a second, on average; 0 where unknown
    QString videoCodec;    ///< FFmpeg's names: `h264`, `hevc`, `av1`, …
    QString audioCodec;    ///< empty without sound
    int rotation = 0;      ///< degrees clockwise that players turn the stored frames: 0, 90, 180 or 270
    qint64 bitrate = 0;    ///< bits a second, all streams together

    friend bool operator==(const VideoInfo &, const VideoInfo &) = default;
};

/// Reads at most 16 MiB of the file, in at most 20 s. From any thread. Besides what opening a file gives: FileTruncated
/// for a video that was not copied whole, FileDamaged, FileNotMedia for one without pictures, Canceled, Timeout.
[[nodiscard]] Result<VideoInfo> readVideoInfo(const QString &path, std::stop_token stop = {});

/// A frame to stand for the video: from about a tenth into it, upright, neither black nor blurred where there is a
/// choice, scaled down so that its long side has at most `longSide` pixels (0: as it is). High dynamic range is mapped
/// to sRGB. Fails as readVideoInfo does, and with Unsupported for codecs that FFmpeg was built without.
[[nodiscard]] Result<Pixels> decodePoster(const QString &path, int longSide, std::stop_token stop = {});

} // namespace kinframe::media

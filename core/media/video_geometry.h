// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct AVFormatContext;
struct AVFrame;
struct AVStream;

namespace kinframe::media {

/// How the stored frames of a stream are to be shown.
struct VideoGeometry
{
    int storedWidth = 0;
    int storedHeight = 0;
    int width = 0; ///< upright and with square pixels
    int height = 0;
    int orientation = 1; ///< as EXIF counts, 1..8

    /// Degrees clockwise; mirroring counts as none.
    [[nodiscard]] int rotation() const;
};

/// From the container's head; `frame`, where there is one, knows its size better.
[[nodiscard]] VideoGeometry geometryOf(AVFormatContext *context, AVStream *stream, AVFrame *frame = nullptr);

} // namespace kinframe::media

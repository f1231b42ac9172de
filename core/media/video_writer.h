// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/pixels.h"

#include <QString>

#include <memory>

namespace kinframe::media {

/// Pictures as an MP4 that plays everywhere: H.264 where FFmpeg was built with it, else MPEG-4. One thread at a time.
/// What is not finished is no video; the caller removes it.
class VideoWriter
{
public:
    /// `size` is made even; `frameRate` in frames a second, above 0. Unsupported without an encoder, what the disk may
    /// fail with.
    [[nodiscard]] static Result<std::unique_ptr<VideoWriter>> open(const QString &path, Dimensions size,
                                                                   double frameRate);
    ~VideoWriter();
    VideoWriter(const VideoWriter &) = delete;
    VideoWriter &operator=(const VideoWriter &) = delete;

    /// The next picture; another size is fitted to that of the video.
    [[nodiscard]] Result<void> add(const Pixels &picture);
    /// Writes what is left and the index, which lies before the pictures.
    [[nodiscard]] Result<void> finish();

private:
    struct State;
    explicit VideoWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace kinframe::media

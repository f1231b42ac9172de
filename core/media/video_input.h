// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <stop_token>

struct AVFormatContext;
struct AVStream;

namespace kinframe::media {

/// How long one operation on a video may take, and who may stop it. FFmpeg asks while it reads.
class VideoWatch
{
public:
    VideoWatch(std::stop_token stop, int limitMs);

    [[nodiscard]] bool isOver() const;
    /// Timeout or Canceled.
    [[nodiscard]] Error error() const;

private:
    std::stop_token m_stop;
    qint64 m_deadlineMs;
    int m_limitMs;
};

/// An opened container of moving pictures. Only files, only the containers that Kinframe knows: a playlist or a stream
/// description that calls itself a video cannot make FFmpeg read other files or the network. One thread at a time.
class VideoInput
{
public:
    /// Reads the container's head. FileNotFound, FileIsDirectory, FileUnreadable, FileDamaged, FileTruncated, Canceled,
    /// Timeout.
    [[nodiscard]] static Result<VideoInput> open(const QString &path, std::stop_token stop, int limitMs);

    VideoInput(VideoInput &&) noexcept;
    VideoInput &operator=(VideoInput &&) noexcept;
    ~VideoInput();

    /// Decodes a little, to learn what the head does not say.
    [[nodiscard]] Result<void> analyse();

    [[nodiscard]] AVFormatContext *context() const { return m_context.get(); }
    /// The moving pictures, not a cover; FileNotMedia where there are none. Owned by this.
    [[nodiscard]] Result<AVStream *> pictures() const;
    [[nodiscard]] const VideoWatch &watch() const { return *m_watch; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// What FFmpeg's error code means for this file.
    [[nodiscard]] Error failureOf(int code) const;

private:
    struct Closer
    {
        void operator()(AVFormatContext *context) const;
    };

    VideoInput(QString path, std::unique_ptr<VideoWatch> watch);

    QString m_path;
    std::unique_ptr<VideoWatch> m_watch; // before the context, which asks it until it is closed
    std::unique_ptr<AVFormatContext, Closer> m_context;
};

} // namespace kinframe::media

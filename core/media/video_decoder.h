// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/video_input.h"

#include <memory>

struct AVCodecContext;
struct AVFrame;
struct AVPacket;

namespace kinframe::media {

struct FrameDeleter
{
    void operator()(AVFrame *frame) const;
};
using FramePointer = std::unique_ptr<AVFrame, FrameDeleter>;

/// The pictures of one video, one after another. On one thread, with one thread: many videos are decoded side by side.
class VideoDecoder
{
public:
    enum class Frames { All, KeyFrames };

    /// Takes the analysed input over. FileNotMedia without pictures, Unsupported without a decoder for them.
    [[nodiscard]] static Result<VideoDecoder> open(VideoInput input, Frames frames);

    VideoDecoder(VideoDecoder &&) noexcept;
    ~VideoDecoder();

    /// From the next picture on; best followed by a seek.
    void decodeOnly(Frames frames);
    /// Goes on from the last key frame at or before that time; false where the container cannot.
    [[nodiscard]] bool seek(qint64 ms);
    /// The next picture; null at the end. Skips damaged ones. Canceled, Timeout, FileDamaged where little else is left.
    [[nodiscard]] Result<FramePointer> next();

    /// When the picture is shown, from the beginning; -1 where the file does not say.
    [[nodiscard]] qint64 timeMs(const AVFrame &frame) const;
    /// 0 where unknown.
    [[nodiscard]] qint64 durationMs() const;
    [[nodiscard]] const VideoInput &input() const { return m_input; }
    [[nodiscard]] AVStream *stream() const { return m_stream; }

private:
    struct CodecDeleter
    {
        void operator()(AVCodecContext *context) const;
    };
    struct PacketDeleter
    {
        void operator()(AVPacket *packet) const;
    };

    VideoDecoder(VideoInput input, AVStream *stream);
    [[nodiscard]] Result<void> feed();

    VideoInput m_input;
    AVStream *m_stream; // the input's
    std::unique_ptr<AVCodecContext, CodecDeleter> m_codec;
    std::unique_ptr<AVPacket, PacketDeleter> m_packet;
    int m_damaged = 0;
    bool m_atEnd = false;
};

/// Opens, analyses and starts decoding; FileTruncated at once where the file was not copied whole.
[[nodiscard]] Result<VideoDecoder> openVideo(const QString &path, VideoDecoder::Frames frames, std::stop_token stop,
                                             int limitMs);

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_decoder.h"

#include "media/video_truncation.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

// The largest cameras that look all around write 12288 x 6144; a larger claim is a trick.
constexpr int mostPixels = 100'000'000;
// A scratched recording is still worth a poster; noise that looks like a video is not.
constexpr int mostDamaged = 200;

} // namespace

void FrameDeleter::operator()(AVFrame *frame) const
{
    av_frame_free(&frame);
}

void VideoDecoder::CodecDeleter::operator()(AVCodecContext *context) const
{
    avcodec_free_context(&context);
}

void VideoDecoder::PacketDeleter::operator()(AVPacket *packet) const
{
    av_packet_free(&packet);
}

VideoDecoder::VideoDecoder(VideoInput input, AVStream *stream)
    : m_input(std::move(input))
    , m_stream(stream)
    , m_packet(av_packet_alloc())
{
}

VideoDecoder::VideoDecoder(VideoDecoder &&) noexcept = default;
VideoDecoder::~VideoDecoder() = default;

Result<VideoDecoder> VideoDecoder::open(VideoInput input, Frames frames)
{
    const auto stream = input.pictures();
    if (!stream) {
        return failed(stream);
    }
    const AVCodecParameters *parameters = (*stream)->codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters->codec_id);
    if (codec == nullptr) {
        return fail(ErrorCode::Unsupported, {{u"value"_s, QString::fromUtf8(avcodec_get_name(parameters->codec_id))},
                                             {u"expected"_s, u"H.264, HEVC, VP9 / AV1"_s}});
    }
    VideoDecoder decoder(std::move(input), *stream);
    decoder.m_codec.reset(avcodec_alloc_context3(codec));
    AVCodecContext *context = decoder.m_codec.get();
    if (context == nullptr || decoder.m_packet == nullptr || avcodec_parameters_to_context(context, parameters) < 0) {
        return fail(ErrorCode::Internal, {}, u"no memory for a video decoder"_s);
    }
    context->pkt_timebase = (*stream)->time_base;
    context->thread_count = 1;
    context->max_pixels = mostPixels;
    decoder.decodeOnly(frames);
    if (const int code = avcodec_open2(context, codec, nullptr); code < 0) {
        return tl::unexpected(decoder.m_input.failureOf(code));
    }
    for (unsigned i = 0; i < decoder.m_input.context()->nb_streams; ++i) {
        AVStream *other = decoder.m_input.context()->streams[i];
        other->discard = other == *stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    return decoder;
}

void VideoDecoder::decodeOnly(Frames frames)
{
    m_codec->skip_frame = frames == Frames::KeyFrames ? AVDISCARD_NONKEY : AVDISCARD_DEFAULT;
}

bool VideoDecoder::seek(qint64 ms)
{
    const qint64 start = m_stream->start_time != AV_NOPTS_VALUE ? m_stream->start_time : 0;
    const qint64 target = start + av_rescale_q(ms, AVRational{1, 1000}, m_stream->time_base);
    if (av_seek_frame(m_input.context(), m_stream->index, target, AVSEEK_FLAG_BACKWARD) < 0) {
        return false;
    }
    avcodec_flush_buffers(m_codec.get());
    m_atEnd = false;
    return true;
}

Result<void> VideoDecoder::feed()
{
    for (;;) {
        if (m_input.watch().isOver()) {
            return tl::unexpected(m_input.watch().error());
        }
        const int read = av_read_frame(m_input.context(), m_packet.get());
        if (read < 0) {
            if (m_input.watch().isOver()) {
                return tl::unexpected(m_input.watch().error());
            }
            // The end, or something that is as good as the end: what has been decoded still comes out.
            m_atEnd = true;
            avcodec_send_packet(m_codec.get(), nullptr);
            return {};
        }
        const bool ours = m_packet->stream_index == m_stream->index;
        const int sent = ours ? avcodec_send_packet(m_codec.get(), m_packet.get()) : 0;
        av_packet_unref(m_packet.get());
        if (sent < 0 && sent != AVERROR(EAGAIN) && ++m_damaged > mostDamaged) {
            return tl::unexpected(m_input.failureOf(sent));
        }
        if (ours && sent >= 0) {
            return {};
        }
    }
}

Result<FramePointer> VideoDecoder::next()
{
    FramePointer frame(av_frame_alloc());
    if (!frame) {
        return fail(ErrorCode::Internal, {}, u"no memory for a frame"_s);
    }
    for (;;) {
        const int received = avcodec_receive_frame(m_codec.get(), frame.get());
        if (received == 0) {
            if (frame->width > 0 && frame->height > 0) {
                return frame;
            }
            continue;
        }
        if (received == AVERROR_EOF || (received == AVERROR(EAGAIN) && m_atEnd)) {
            return FramePointer();
        }
        if (received != AVERROR(EAGAIN) && ++m_damaged > mostDamaged) {
            return tl::unexpected(m_input.failureOf(received));
        }
        if (const auto fed = feed(); !fed) {
            return failed(fed);
        }
    }
}

qint64 VideoDecoder::timeMs(const AVFrame &frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE) {
        return -1;
    }
    const qint64 start = m_stream->start_time != AV_NOPTS_VALUE ? m_stream->start_time : 0;
    return av_rescale_q(frame.best_effort_timestamp - start, m_stream->time_base, AVRational{1, 1000});
}

qint64 VideoDecoder::durationMs() const
{
    if (m_stream->duration > 0) {
        return av_rescale_q(m_stream->duration, m_stream->time_base, AVRational{1, 1000});
    }
    const qint64 whole = m_input.context()->duration;
    return whole > 0 ? whole / (AV_TIME_BASE / 1000) : 0;
}

Result<VideoDecoder> openVideo(const QString &path, VideoDecoder::Frames frames, std::stop_token stop, int limitMs)
{
    auto input = VideoInput::open(path, std::move(stop), limitMs);
    if (!input) {
        return failed(input);
    }
    if (videoEndsEarly(path)) {
        return fail(ErrorCode::FileTruncated, {{u"path"_s, path}});
    }
    if (const auto analysed = input->analyse(); !analysed) {
        return failed(analysed);
    }
    return VideoDecoder::open(std::move(*input), frames);
}

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_writer.h"

#include "base/files.h"

#include <cerrno>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

// Frame rates such as 23.976 as fractions of this many.
constexpr int rateBase = 1001 * 1000;
constexpr int bitsPerPixel = 4; // Of MPEG-4, which has no constant quality of its own here.
// Nobody sees the difference to the pictures, and a minute takes some 10 MB.
constexpr char quality[] = "20";

const AVCodec *findEncoder()
{
    for (const char *name : {"libx264", "libopenh264", "h264_videotoolbox", "h264_mf"}) {
        if (const AVCodec *codec = avcodec_find_encoder_by_name(name)) {
            return codec;
        }
    }
    return avcodec_find_encoder(AV_CODEC_ID_MPEG4);
}

} // namespace

struct VideoWriter::State
{
    QString path;
    AVFormatContext *format = nullptr;
    AVCodecContext *codec = nullptr;
    AVStream *stream = nullptr;
    AVFrame *frame = nullptr;
    AVPacket *packet = nullptr;
    SwsContext *scaler = nullptr;
    qint64 next = 0;

    ~State()
    {
        sws_freeContext(scaler);
        av_packet_free(&packet);
        av_frame_free(&frame);
        avcodec_free_context(&codec);
        if (format != nullptr) {
            avio_closep(&format->pb);
            avformat_free_context(format);
        }
    }

    [[nodiscard]] Failure failure(int code) const
    {
        if (code == AVERROR(ENOSPC) || code == AVERROR(EIO) || code == AVERROR(EACCES) || code == AVERROR(EROFS)) {
            return Failure(systemError(path, AVUNERROR(code)));
        }
        char text[AV_ERROR_MAX_STRING_SIZE] = {};
        av_strerror(code, text, sizeof text);
        return fail(ErrorCode::Internal, {{u"path"_s, path}}, QString::fromUtf8(text));
    }

    [[nodiscard]] Result<void> openCodec(const AVCodec *encoder, Dimensions size, double frameRate)
    {
        codec = avcodec_alloc_context3(encoder);
        codec->width = std::max(2, size.width / 2 * 2);
        codec->height = std::max(2, size.height / 2 * 2);
        codec->pix_fmt = AV_PIX_FMT_YUV420P;
        codec->time_base = av_inv_q(av_d2q(frameRate, rateBase));
        codec->framerate = av_inv_q(codec->time_base);
        codec->color_range = AVCOL_RANGE_MPEG;
        codec->colorspace = AVCOL_SPC_BT709;
        codec->color_primaries = AVCOL_PRI_BT709;
        codec->color_trc = AVCOL_TRC_IEC61966_2_1; // As the pictures are.
        codec->bit_rate = encoder->id == AV_CODEC_ID_MPEG4 ? qint64(codec->width) * codec->height * bitsPerPixel : 0;
        if ((format->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
            codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        }
        // Where the encoder does not know them they are left out.
        av_opt_set(codec->priv_data, "crf", quality, 0);
        av_opt_set(codec->priv_data, "preset", "veryfast", 0);
        const int opened = avcodec_open2(codec, encoder, nullptr);
        return opened < 0 ? Result<void>(failure(opened)) : Result<void>();
    }

    [[nodiscard]] Result<void> send(const AVFrame *picture)
    {
        int code = avcodec_send_frame(codec, picture);
        while (code >= 0) {
            code = avcodec_receive_packet(codec, packet);
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
                return {};
            }
            if (code >= 0) {
                packet->duration = 1; // The last one too, which nothing follows.
                av_packet_rescale_ts(packet, codec->time_base, stream->time_base);
                packet->stream_index = stream->index;
                code = av_interleaved_write_frame(format, packet);
            }
        }
        return failure(code);
    }
};

VideoWriter::VideoWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

VideoWriter::~VideoWriter() = default;

Result<std::unique_ptr<VideoWriter>> VideoWriter::open(const QString &path, Dimensions size, double frameRate)
{
    const AVCodec *encoder = findEncoder();
    if (encoder == nullptr) {
        return fail(ErrorCode::Unsupported, {{u"value"_s, u"MP4"_s}, {u"expected"_s, u"H.264, MPEG-4"_s}});
    }
    av_log_set_level(AV_LOG_ERROR); // Its statistics are nobody's business. For all of FFmpeg: there is no other way.
    auto state = std::make_unique<State>();
    state->path = path;
    const QByteArray address = "file:" + path.toUtf8(); // A colon in it is not a protocol's.
    int code = avformat_alloc_output_context2(&state->format, nullptr, "mp4", address.constData());
    if (code >= 0) {
        code = avio_open(&state->format->pb, address.constData(), AVIO_FLAG_WRITE);
    }
    if (code < 0) {
        return state->failure(code);
    }
    if (auto opened = state->openCodec(encoder, size, frameRate); !opened) {
        return failed(opened);
    }
    state->stream = avformat_new_stream(state->format, nullptr);
    state->stream->time_base = state->codec->time_base;
    avcodec_parameters_from_context(state->stream->codecpar, state->codec);
    AVDictionary *options = nullptr;
    av_dict_set(&options, "movflags", "+faststart", 0);
    code = avformat_write_header(state->format, &options);
    av_dict_free(&options);
    state->packet = av_packet_alloc();
    state->frame = av_frame_alloc();
    state->frame->format = state->codec->pix_fmt;
    state->frame->width = state->codec->width;
    state->frame->height = state->codec->height;
    if (code >= 0) {
        code = av_frame_get_buffer(state->frame, 0);
    }
    if (code < 0) {
        return state->failure(code);
    }
    return std::unique_ptr<VideoWriter>(new VideoWriter(std::move(state)));
}

Result<void> VideoWriter::add(const Pixels &picture)
{
    State &state = *m_state;
    if (const int code = av_frame_make_writable(state.frame); code < 0) {
        return state.failure(code);
    }
    const AVPixelFormat from = picture.layout == Pixels::Layout::Bgra ? AV_PIX_FMT_BGR0 : AV_PIX_FMT_BGR24;
    state.scaler =
        sws_getCachedContext(state.scaler, picture.width, picture.height, from, state.codec->width, state.codec->height,
                             state.codec->pix_fmt, SWS_BICUBIC, nullptr, nullptr, nullptr);
    if (state.scaler == nullptr) {
        return state.failure(AVERROR(EINVAL));
    }
    const int *hd = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int unchanged = 1 << 16;
    sws_setColorspaceDetails(state.scaler, hd, 1, hd, 0, 0, unchanged, unchanged);
    const std::uint8_t *rows[] = {picture.row(0), nullptr, nullptr, nullptr};
    const int strides[] = {int(picture.stride), 0, 0, 0};
    sws_scale(state.scaler, rows, strides, 0, picture.height, state.frame->data, state.frame->linesize);
    state.frame->pts = state.next++;
    return state.send(state.frame);
}

Result<void> VideoWriter::finish()
{
    if (auto sent = m_state->send(nullptr); !sent) {
        return sent;
    }
    int code = av_write_trailer(m_state->format);
    if (code >= 0) {
        code = avio_closep(&m_state->format->pb);
    }
    return code < 0 ? Result<void>(m_state->failure(code)) : Result<void>();
}

} // namespace kinframe::media

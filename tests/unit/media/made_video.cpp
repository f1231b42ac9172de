// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/media/made_video.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libswscale/swscale.h>
}

#include <opencv2/core.hpp>

#include <cstring>
#include <memory>

namespace kinframe::media::test {
namespace {

template <auto free>
struct Free
{
    template <typename T>
    void operator()(T *pointer) const
    {
        free(&pointer);
    }
};

struct FreeOutput
{
    void operator()(AVFormatContext *context) const
    {
        avio_closep(&context->pb);
        avformat_free_context(context);
    }
};

struct FreeScaler
{
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

using Codec = std::unique_ptr<AVCodecContext, Free<avcodec_free_context>>;
using Frame = std::unique_ptr<AVFrame, Free<av_frame_free>>;
using Packet = std::unique_ptr<AVPacket, Free<av_packet_free>>;
using Output = std::unique_ptr<AVFormatContext, FreeOutput>;
using Scaler = std::unique_ptr<SwsContext, FreeScaler>;

Codec openEncoder(const MadeVideo &video, const AVOutputFormat &format)
{
    // Program streams know no newer one.
    const bool isProgramStream = format.video_codec == AV_CODEC_ID_MPEG1VIDEO;
    const AVCodec *encoder = avcodec_find_encoder(isProgramStream ? AV_CODEC_ID_MPEG2VIDEO : AV_CODEC_ID_MPEG4);
    Codec codec(encoder != nullptr ? avcodec_alloc_context3(encoder) : nullptr);
    if (!codec) {
        return codec;
    }
    codec->width = video.width;
    codec->height = video.height;
    codec->pix_fmt = AV_PIX_FMT_YUV420P;
    codec->time_base = {1, video.framesPerSecond};
    codec->framerate = {video.framesPerSecond, 1};
    codec->sample_aspect_ratio = {video.pixelWidth, 1};
    codec->gop_size = video.keyFrameEvery;
    codec->max_b_frames = 0;
    codec->flags |= AV_CODEC_FLAG_QSCALE;
    codec->flags |= (format.flags & AVFMT_GLOBALHEADER) != 0 ? AV_CODEC_FLAG_GLOBAL_HEADER : 0;
    codec->global_quality = 2 * FF_QP2LAMBDA;
    return avcodec_open2(codec.get(), encoder, nullptr) == 0 ? std::move(codec) : Codec();
}

void turn(AVStream *stream, int degrees)
{
    if (degrees == 0) {
        return;
    }
    constexpr std::size_t size = 9 * sizeof(std::int32_t);
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    AVPacketSideData *data = av_packet_side_data_new(
        &stream->codecpar->coded_side_data, &stream->codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX, size, 0);
    auto *matrix = reinterpret_cast<std::int32_t *>(data->data);
#else
    auto *matrix = reinterpret_cast<std::int32_t *>(av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size));
#endif
    av_display_rotation_set(matrix, degrees);
}

bool drain(AVCodecContext *codec, AVFormatContext *output, AVStream *stream)
{
    const Packet packet(av_packet_alloc());
    while (avcodec_receive_packet(codec, packet.get()) == 0) {
        av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
        packet->stream_index = stream->index;
        if (av_interleaved_write_frame(output, packet.get()) < 0) {
            return false;
        }
    }
    return true;
}

bool encodeAll(const MadeVideo &video, AVCodecContext *codec, AVFormatContext *output, AVStream *stream)
{
    const Scaler scaler(sws_getContext(video.width, video.height, AV_PIX_FMT_BGR24, video.width, video.height,
                                       AV_PIX_FMT_YUV420P, SWS_BICUBIC, nullptr, nullptr, nullptr));
    cv::Mat picture(video.height, video.width, CV_8UC3);
    for (int i = 0; i < video.frames; ++i) {
        picture.setTo(cv::Scalar::all(0));
        video.paint(picture, i);
        const Frame frame(av_frame_alloc());
        frame->width = video.width;
        frame->height = video.height;
        frame->format = AV_PIX_FMT_YUV420P;
        frame->pts = i;
        frame->quality = codec->global_quality;
        if (av_frame_get_buffer(frame.get(), 0) < 0) {
            return false;
        }
        const std::uint8_t *rows = picture.data;
        const int stride = int(picture.step);
        sws_scale(scaler.get(), &rows, &stride, 0, video.height, frame->data, frame->linesize);
        if (avcodec_send_frame(codec, frame.get()) < 0 || !drain(codec, output, stream)) {
            return false;
        }
    }
    return avcodec_send_frame(codec, nullptr) == 0 && drain(codec, output, stream);
}

} // namespace

bool makeVideo(const QString &path, const MadeVideo &video)
{
    const QByteArray name = path.toUtf8();
    AVFormatContext *context = nullptr;
    if (avformat_alloc_output_context2(&context, nullptr, nullptr, name.constData()) < 0) {
        return false;
    }
    const Output output(context);
    const Codec codec = openEncoder(video, *context->oformat);
    AVStream *stream = avformat_new_stream(context, nullptr);
    if (!codec || stream == nullptr || avcodec_parameters_from_context(stream->codecpar, codec.get()) < 0 ||
        avio_open(&context->pb, name.constData(), AVIO_FLAG_WRITE) < 0) {
        return false;
    }
    stream->time_base = codec->time_base;
    stream->avg_frame_rate = codec->framerate;
    stream->sample_aspect_ratio = codec->sample_aspect_ratio;
    turn(stream, video.rotation);
    for (const auto &[key, value] : video.tags) {
        av_dict_set(&context->metadata, key.c_str(), value.c_str(), 0);
    }
    AVDictionary *options = nullptr;
    av_dict_set(&options, "movflags", "use_metadata_tags", 0);
    const int written = avformat_write_header(context, &options);
    av_dict_free(&options);
    return written >= 0 && encodeAll(video, codec.get(), context, stream) && av_write_trailer(context) == 0;
}

} // namespace kinframe::media::test

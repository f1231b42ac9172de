// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_gif.h"

#include "media/gif_structure.h"

#include <memory>

#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

struct FreeCodec
{
    void operator()(AVCodecContext *codec) const { avcodec_free_context(&codec); }
};
struct FreePacket
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};
struct FreeFrame
{
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
};
using Frame = std::unique_ptr<AVFrame, FreeFrame>;

/// Unpacks what ends with the first picture, or gives nothing.
Frame firstFrame(QByteArrayView bytes)
{
    const AVCodec *decoder = avcodec_find_decoder(AV_CODEC_ID_GIF);
    const std::unique_ptr<AVCodecContext, FreeCodec> codec(avcodec_alloc_context3(decoder));
    // FFmpeg reads a little behind the end of its input, so that needs a copy with room.
    const std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    Frame frame(av_frame_alloc());
    if (!codec || !packet || !frame || av_new_packet(packet.get(), int(bytes.size())) < 0) {
        return nullptr;
    }
    std::memcpy(packet->data, bytes.data(), std::size_t(bytes.size()));
    codec->thread_count = 1;
    // Our own error says it; FFmpeg need not print.
    codec->log_level_offset = AV_LOG_TRACE;
    codec->err_recognition = AV_EF_EXPLODE;
    const bool decoded = avcodec_open2(codec.get(), decoder, nullptr) >= 0 &&
                         avcodec_send_packet(codec.get(), packet.get()) >= 0 &&
                         avcodec_receive_frame(codec.get(), frame.get()) >= 0;
    return decoded ? std::move(frame) : nullptr;
}

Result<void> checkStructure(const PictureSource &source, const GifStructure &structure)
{
    if (structure.canvas == Dimensions{} && structure.cutShort) {
        return truncated(source);
    }
    if (auto good = checkSize(source, structure.canvas.width, structure.canvas.height); !good) {
        return good;
    }
    if (structure.cutShort) {
        return truncated(source);
    }
    if (structure.frames == 0) {
        return damaged(source, u"GIF: there is no picture in it"_s);
    }
    return {};
}

} // namespace

Result<DecodedStage> decodeGif(const PictureSource &source)
{
    const GifStructure structure = readGifStructure(source.bytes);
    if (auto good = checkStructure(source, structure); !good) {
        return failed(good);
    }
    const Frame frame = firstFrame(source.bytes.first(structure.firstFrameEnd));
    if (!frame || frame->format != AV_PIX_FMT_BGRA || frame->width <= 0 || frame->height <= 0) {
        return damaged(source, u"GIF: its first frame is invalid"_s);
    }
    DecodedStage stage;
    stage.original = {frame->width, frame->height};
    stage.animated = structure.frames > 1;
    stage.pixels = Pixels::make(frame->width, frame->height, Pixels::Layout::Bgra);
    for (int y = 0; y < frame->height; ++y) {
        std::memcpy(stage.pixels.row(y), frame->data[0] + std::ptrdiff_t(y) * frame->linesize[0],
                    std::size_t(stage.pixels.stride));
    }
    return stage;
}

Result<Dimensions> gifDimensions(const PictureSource &source)
{
    const GifStructure structure = readGifStructure(source.bytes);
    if (auto good = checkStructure(source, structure); !good) {
        return failed(good);
    }
    return structure.canvas;
}

} // namespace kinframe::media

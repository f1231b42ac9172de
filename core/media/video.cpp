// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video.h"

#include "media/video_geometry.h"
#include "media/video_input.h"
#include "media/video_truncation.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cmath>

namespace kinframe::media {
namespace {

constexpr int limitMs = 20'000;

double frameRateOf(const AVStream &stream)
{
    for (const AVRational rate : {stream.avg_frame_rate, stream.r_frame_rate}) {
        const double value = rate.den > 0 ? double(rate.num) / rate.den : 0;
        if (value > 0 && value <= 1000) {
            return value;
        }
    }
    return 0;
}

QString audioCodecOf(const AVFormatContext &context)
{
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        const AVCodecParameters *parameters = context.streams[i]->codecpar;
        if (parameters->codec_type == AVMEDIA_TYPE_AUDIO) {
            return QString::fromUtf8(avcodec_get_name(parameters->codec_id));
        }
    }
    return {};
}

} // namespace

Result<VideoInfo> readVideoInfo(const QString &path, std::stop_token stop)
{
    auto input = VideoInput::open(path, std::move(stop), limitMs);
    if (!input) {
        return failed(input);
    }
    if (videoEndsEarly(path)) {
        return tl::unexpected(input->failureOf(AVERROR_EOF));
    }
    if (const auto analysed = input->analyse(); !analysed) {
        return failed(analysed);
    }
    // Only now, for streams without a head list their pictures and sounds as they meet them.
    const auto stream = input->pictures();
    if (!stream) {
        return failed(stream);
    }
    AVFormatContext *context = input->context();
    const VideoGeometry geometry = geometryOf(context, *stream);
    if (geometry.storedWidth <= 0 || geometry.storedHeight <= 0) {
        return tl::unexpected(input->failureOf(AVERROR_INVALIDDATA));
    }
    VideoInfo info;
    info.width = geometry.width;
    info.height = geometry.height;
    info.durationMs = context->duration > 0 ? std::lround(double(context->duration) * 1000 / AV_TIME_BASE) : 0;
    info.frameRate = frameRateOf(**stream);
    info.videoCodec = QString::fromUtf8(avcodec_get_name((*stream)->codecpar->codec_id));
    info.audioCodec = audioCodecOf(*context);
    info.rotation = geometry.rotation();
    info.bitrate = std::max<qint64>(context->bit_rate, 0);
    return info;
}

} // namespace kinframe::media

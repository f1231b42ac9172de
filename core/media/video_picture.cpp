// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_picture.h"

#include "media/hdr_curve.h"
#include "media/opencv_view.h"
#include "media/orientation.h"
#include "media/video_decoder.h"

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>

namespace kinframe::media {
namespace {

struct ScalerDeleter
{
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};
using Scaler = std::unique_ptr<SwsContext, ScalerDeleter>;

struct Size
{
    int width;
    int height;
};

/// The size before turning.
Size targetSize(const VideoGeometry &geometry, int longSide)
{
    Size size{geometry.width, geometry.height};
    if (const int longest = std::max(size.width, size.height); longSide > 0 && longest > longSide) {
        const double scale = double(longSide) / longest;
        size.width = std::max(int(std::lround(size.width * scale)), 1);
        size.height = std::max(int(std::lround(size.height * scale)), 1);
    }
    if (swapsSides(geometry.orientation)) {
        std::swap(size.width, size.height);
    }
    return size;
}

std::optional<HdrCurve> hdrCurveOf(const AVFrame &frame)
{
    switch (frame.color_trc) {
    case AVCOL_TRC_SMPTE2084:
        return HdrCurve::Pq;
    case AVCOL_TRC_ARIB_STD_B67:
        return HdrCurve::Hlg;
    default:
        return std::nullopt;
    }
}

int matrixOf(const AVFrame &frame, bool isHdr)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default:
        break;
    }
    // Unsaid, it is what televisions assume: high definition is BT.709.
    return isHdr ? SWS_CS_BT2020 : frame.height > 576 ? SWS_CS_ITU709 : SWS_CS_ITU601;
}

/// The old names of formats with full range, which the scaler only knows with a warning.
AVPixelFormat plainFormat(int format, bool &fullRange)
{
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        fullRange = true;
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        fullRange = true;
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        fullRange = true;
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        fullRange = true;
        return AV_PIX_FMT_YUV440P;
    default:
        return AVPixelFormat(format);
    }
}

/// Scaled and converted, in a frame whose rows have the room that the scaler writes past their end.
FramePointer converted(const AVFrame &frame, Size size, AVPixelFormat format, int matrix)
{
    bool fullRange = frame.color_range == AVCOL_RANGE_JPEG;
    const AVPixelFormat source = plainFormat(frame.format, fullRange);
    if (sws_isSupportedInput(source) == 0) {
        return {};
    }
    const bool grows = size.width > frame.width || size.height > frame.height;
    const int flags = (grows ? SWS_BICUBIC : SWS_AREA) | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT;
    const Scaler scaler(sws_getContext(frame.width, frame.height, source, size.width, size.height, format, flags,
                                       nullptr, nullptr, nullptr));
    FramePointer target(av_frame_alloc());
    if (!scaler || !target) {
        return {};
    }
    target->width = size.width;
    target->height = size.height;
    target->format = format;
    if (av_frame_get_buffer(target.get(), 64) < 0) {
        return {};
    }
    // Refused, harmlessly, for sources that are RGB already.
    sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(matrix), fullRange ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    const int rows =
        sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, target->data, target->linesize);
    return rows > 0 ? std::move(target) : FramePointer();
}

} // namespace

Pixels pictureOf(const AVFrame &frame, const VideoGeometry &geometry, int longSide)
{
    const Size size = targetSize(geometry, longSide);
    const auto curve = hdrCurveOf(frame);
    const AVPixelFormat format = curve ? AV_PIX_FMT_RGB48 : AV_PIX_FMT_BGR24;
    const FramePointer picture = converted(frame, size, format, matrixOf(frame, curve.has_value()));
    if (!picture) {
        return {};
    }
    Pixels pixels = Pixels::make(size.width, size.height);
    for (int y = 0; y < size.height; ++y) {
        const std::uint8_t *row = picture->data[0] + std::ptrdiff_t(y) * picture->linesize[0];
        if (curve) {
            mapHdrRow(reinterpret_cast<const std::uint16_t *>(row), pixels.row(y), size.width, *curve);
        } else {
            std::memcpy(pixels.row(y), row, std::size_t(size.width) * 3);
        }
    }
    return uprighted(std::move(pixels), geometry.orientation);
}

double posterWorth(const Pixels &picture)
{
    // Small, so that noise counts little and the cost nothing.
    constexpr double side = 320;
    const double scale = std::min(side / std::max(picture.width, picture.height), 1.0);
    cv::Mat small;
    cv::Mat grey;
    const cv::Size size(std::max(int(picture.width * scale), 1), std::max(int(picture.height * scale), 1));
    cv::resize(viewOf(picture), small, size, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    const double light = std::clamp((mean[0] - 12) / 36, 0.0, 1.0) * std::clamp((250 - mean[0]) / 20, 0.0, 1.0);
    const double contrast = std::clamp(deviation[0] / 20, 0.0, 1.0);
    cv::Mat edges;
    cv::Laplacian(grey, edges, CV_16S);
    cv::meanStdDev(edges, mean, deviation);
    const double sharpness = std::clamp(deviation[0] / 12, 0.0, 1.0);
    return light * contrast * (0.5 + 0.5 * sharpness);
}

} // namespace kinframe::media

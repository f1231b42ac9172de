// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_geometry.h"

#include "media/orientation.h"

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/frame.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace kinframe::media {
namespace {

using Matrix = std::array<std::int32_t, 9>;

bool displayMatrix(const AVStream *stream, Matrix &matrix)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVPacketSideData *data = av_packet_side_data_get(
        stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    const std::uint8_t *bytes = data != nullptr ? data->data : nullptr;
    const std::size_t size = data != nullptr ? data->size : 0;
#else
    std::size_t size = 0;
    const std::uint8_t *bytes = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
#endif
    if (bytes == nullptr || size < sizeof matrix) {
        return false;
    }
    std::memcpy(matrix.data(), bytes, sizeof matrix);
    return true;
}

/// The nearest of the eight ways to lay a rectangle; a player's free rotations are none of a camera's.
int orientationOf(const Matrix &matrix)
{
    const std::int64_t a = matrix[0];
    const std::int64_t b = matrix[1];
    const std::int64_t c = matrix[3];
    const std::int64_t d = matrix[4];
    if (std::llabs(a) + std::llabs(d) >= std::llabs(b) + std::llabs(c)) {
        if (a >= 0) {
            return d >= 0 ? 1 : 4;
        }
        return d >= 0 ? 2 : 3;
    }
    if (b >= 0) {
        return c >= 0 ? 5 : 6;
    }
    return c >= 0 ? 8 : 7;
}

double pixelAspect(AVFormatContext *context, AVStream *stream, AVFrame *frame)
{
    const AVRational ratio = av_guess_sample_aspect_ratio(context, stream, frame);
    if (ratio.num <= 0 || ratio.den <= 0) {
        return 1;
    }
    const double aspect = double(ratio.num) / ratio.den;
    // Nothing sane is more than anamorphic twice over.
    return aspect >= 0.2 && aspect <= 5 ? aspect : 1;
}

} // namespace

int VideoGeometry::rotation() const
{
    switch (orientation) {
    case 3:
    case 4:
        return orientation == 3 ? 180 : 0;
    case 6:
    case 7:
        return 90;
    case 5:
    case 8:
        return 270;
    default:
        return 0;
    }
}

VideoGeometry geometryOf(AVFormatContext *context, AVStream *stream, AVFrame *frame)
{
    VideoGeometry geometry;
    geometry.storedWidth = frame != nullptr ? frame->width : stream->codecpar->width;
    geometry.storedHeight = frame != nullptr ? frame->height : stream->codecpar->height;
    // The side that must grow grows: nothing that was recorded is thrown away.
    const double aspect = pixelAspect(context, stream, frame);
    geometry.width = std::max(int(std::lround(geometry.storedWidth * std::max(aspect, 1.0))), 1);
    geometry.height = std::max(int(std::lround(geometry.storedHeight / std::min(aspect, 1.0))), 1);
    Matrix matrix{};
    if (displayMatrix(stream, matrix)) {
        geometry.orientation = orientationOf(matrix);
    }
    if (swapsSides(geometry.orientation)) {
        std::swap(geometry.width, geometry.height);
    }
    return geometry;
}

} // namespace kinframe::media

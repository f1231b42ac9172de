// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/orientation.h"

#include "media/opencv_view.h"

#include <opencv2/core.hpp>

#include <array>

namespace kinframe::media {
namespace {

enum FlipCode : int { UpsideDown = 0, Mirrored = 1, HalfTurn = -1 };

} // namespace

bool swapsSides(int exifOrientation)
{
    return exifOrientation >= 5 && exifOrientation <= 8;
}

Pixels uprighted(Pixels pixels, int exifOrientation)
{
    if (pixels.isNull() || exifOrientation < 2 || exifOrientation > 8) {
        return pixels;
    }
    const bool swap = swapsSides(exifOrientation);
    Pixels result =
        Pixels::make(swap ? pixels.height : pixels.width, swap ? pixels.width : pixels.height, pixels.layout);
    const cv::Mat from = viewOf(pixels);
    cv::Mat to = viewOf(result);
    switch (exifOrientation) {
    case 2:
        cv::flip(from, to, Mirrored);
        break;
    case 3:
        cv::flip(from, to, HalfTurn);
        break;
    case 4:
        cv::flip(from, to, UpsideDown);
        break;
    case 5:
        cv::transpose(from, to);
        break;
    case 6:
        cv::rotate(from, to, cv::ROTATE_90_CLOCKWISE);
        break;
    case 7:
        // Mirrored along the other diagonal.
        cv::transpose(from, to);
        cv::flip(to, to, HalfTurn);
        break;
    default:
        cv::rotate(from, to, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    }
    return result;
}

Pixels turned(Pixels pixels, int quarterTurns)
{
    constexpr std::array orientations{1, 6, 3, 8};
    return uprighted(std::move(pixels), orientations[size_t(quarterTurns & 3)]);
}

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/scale.h"

#include "media/area_scale.h"
#include "media/opencv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace kinframe::media {
namespace {

std::uint8_t product(int value, int alpha)
{
    return std::uint8_t((value * alpha + 127) / 255);
}

/// Otherwise the invisible colour of transparent pixels would shine into their neighbours.
Pixels premultiplied(const Pixels &pixels)
{
    Pixels result = Pixels::make(pixels.width, pixels.height, pixels.layout);
    for (int y = 0; y < pixels.height; ++y) {
        const std::uint8_t *from = pixels.row(y);
        std::uint8_t *to = result.row(y);
        for (int x = 0; x < pixels.width; ++x, from += 4, to += 4) {
            for (int channel = 0; channel < 3; ++channel) {
                to[channel] = product(from[channel], from[3]);
            }
            to[3] = from[3];
        }
    }
    return result;
}

void unpremultiply(Pixels &pixels)
{
    for (int y = 0; y < pixels.height; ++y) {
        std::uint8_t *at = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, at += 4) {
            const int alpha = at[3];
            for (int channel = 0; channel < 3 && alpha != 0 && alpha != 255; ++channel) {
                at[channel] = std::uint8_t(std::min(255, (at[channel] * 255 + alpha / 2) / alpha));
            }
        }
    }
}

Pixels resized(const Pixels &pixels, Dimensions size)
{
    if (pixels.width <= size.width * areaScaleLimit && pixels.height <= size.height * areaScaleLimit) {
        return areaScaled(pixels, size);
    }
    Pixels result = Pixels::make(size.width, size.height, pixels.layout);
    cv::Mat to = viewOf(result);
    cv::resize(viewOf(pixels), to, to.size(), 0, 0, cv::INTER_AREA);
    return result;
}

} // namespace

Dimensions fittedSize(Dimensions size, int longSide)
{
    const int longer = std::max(size.width, size.height);
    if (longSide <= 0 || longer <= longSide) {
        return size;
    }
    const auto scaled = [&](int side) {
        return std::max(1, int((std::int64_t(side) * longSide + longer / 2) / longer));
    };
    return {scaled(size.width), scaled(size.height)};
}

Pixels fitted(const Pixels &pixels, int longSide)
{
    const Dimensions size = fittedSize({pixels.width, pixels.height}, longSide);
    if (pixels.isNull() || size == Dimensions{pixels.width, pixels.height}) {
        return pixels;
    }
    if (!hasTransparency(pixels)) {
        return resized(pixels, size);
    }
    Pixels result = resized(premultiplied(pixels), size);
    unpremultiply(result);
    return result;
}

Pixels flattenedOnWhite(const Pixels &pixels)
{
    if (pixels.layout == Pixels::Layout::Bgr) {
        return pixels;
    }
    Pixels result = Pixels::make(pixels.width, pixels.height);
    if (!pixels.isNull() && !hasTransparency(pixels)) {
        cv::Mat to = viewOf(result);
        cv::cvtColor(viewOf(pixels), to, cv::COLOR_BGRA2BGR);
        return result;
    }
    for (int y = 0; y < pixels.height; ++y) {
        const std::uint8_t *from = pixels.row(y);
        std::uint8_t *to = result.row(y);
        for (int x = 0; x < pixels.width; ++x, from += 4, to += 3) {
            const int white = 255 - from[3];
            for (int channel = 0; channel < 3; ++channel) {
                to[channel] = std::uint8_t(product(from[channel], from[3]) + white);
            }
        }
    }
    return result;
}

bool hasTransparency(const Pixels &pixels)
{
    if (pixels.layout == Pixels::Layout::Bgr) {
        return false;
    }
    for (int y = 0; y < pixels.height; ++y) {
        const std::uint8_t *at = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x) {
            if (at[4 * x + 3] != 255) {
                return true;
            }
        }
    }
    return false;
}

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

#include <opencv2/core/mat.hpp>

namespace kinframe::media {

/// A matrix over the same bytes, without copying; the pixels must outlive it. Only for .cpp files of this folder.
[[nodiscard]] inline cv::Mat viewOf(const Pixels &pixels)
{
    return {pixels.height, pixels.width, CV_8UC(pixels.channels()), pixels.bytes.get(),
            static_cast<std::size_t>(pixels.stride)};
}

} // namespace kinframe::media

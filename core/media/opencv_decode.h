// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

#include <opencv2/core/mat.hpp>

namespace kinframe::media {

/// A picture that OpenCV unpacks, by its `cv::ImreadModes`; an empty matrix where it refuses. Given a file, it opens
/// that for formats that it could otherwise only copy to a temporary file first.
[[nodiscard]] cv::Mat unpackedByOpenCv(const PictureSource &source, int modes);

/// A copy of a matrix of three or four 8-bit channels, or of one, which becomes three.
[[nodiscard]] Pixels pixelsOf(const cv::Mat &matrix);

/// Linear or ready-made floating point to 8 bits: 0 to 1 is black to white.
[[nodiscard]] cv::Mat eightBits(const cv::Mat &matrix);

} // namespace kinframe::media

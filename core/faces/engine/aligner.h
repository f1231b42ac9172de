// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <array>
#include <optional>

namespace kinframe::faces {

/// The five points of a face, in pixels.
using FacePoints = std::array<cv::Point2f, 5>;

/// The turn, scale and shift that bring `from` nearest to `to` in the least-squares sense, as a 2x3 matrix; nothing
/// where the points lie in one place.
[[nodiscard]] std::optional<cv::Matx23d> similarityBetween(const FacePoints &from, const FacePoints &to);

/// Where a recogniser wants the points of a face, in a picture of that size.
struct FaceTemplate
{
    FacePoints points;        ///< on a canvas of 96x112 or 112x112
    cv::Size2d stretch{1, 1}; ///< from the canvas to the picture
    cv::Size size;
};

/// The face cut out of a BGR picture as the recogniser wants it; an empty picture where the points are no face.
[[nodiscard]] cv::Mat alignedFace(const cv::Mat &bgr, const FacePoints &points, const FaceTemplate &wanted);

} // namespace kinframe::faces

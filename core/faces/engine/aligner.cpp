// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/aligner.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace kinframe::faces {

namespace {

cv::Point2d middleOf(const FacePoints &points)
{
    cv::Point2d sum;
    for (const cv::Point2f &point : points)
        sum += cv::Point2d(point);
    return sum / static_cast<double>(points.size());
}

} // namespace

std::optional<cv::Matx23d> similarityBetween(const FacePoints &from, const FacePoints &to)
{
    const cv::Point2d fromMiddle = middleOf(from);
    const cv::Point2d toMiddle = middleOf(to);
    // Points as complex numbers: the best turn and scale is the sum of conj(p) q divided by the sum of |p| squared.
    double real = 0;
    double imaginary = 0;
    double norm = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const cv::Point2d p = cv::Point2d(from[i]) - fromMiddle;
        const cv::Point2d q = cv::Point2d(to[i]) - toMiddle;
        real += p.dot(q);
        imaginary += p.cross(q);
        norm += p.dot(p);
    }
    if (!(norm > 1e-6) || !std::isfinite(norm) || std::hypot(real, imaginary) < 1e-6)
        return {};
    const double a = real / norm;
    const double b = imaginary / norm;
    return cv::Matx23d(a, -b, toMiddle.x - a * fromMiddle.x + b * fromMiddle.y, //
                       b, a, toMiddle.y - b * fromMiddle.x - a * fromMiddle.y);
}

cv::Mat alignedFace(const cv::Mat &bgr, const FacePoints &points, const FaceTemplate &wanted)
{
    auto transform = similarityBetween(points, wanted.points);
    if (!transform)
        return {};
    for (int column = 0; column < 3; ++column) {
        (*transform)(0, column) *= wanted.stretch.width;
        (*transform)(1, column) *= wanted.stretch.height;
    }
    cv::Mat face;
    cv::warpAffine(bgr, face, *transform, wanted.size, cv::INTER_LINEAR);
    return face;
}

} // namespace kinframe::faces

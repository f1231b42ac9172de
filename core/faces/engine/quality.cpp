// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/quality.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace kinframe::faces {

namespace {

constexpr float fullSize = 96;
// A profile is a poor cover, but a better one than a blurred profile.
constexpr float leastPose = 0.1f;

float poseOf(const FacePoints &points)
{
    // In the face's own frame: x along the eyes, y across.
    const cv::Point2f eyes = points[1] - points[0];
    const float distance = std::hypot(eyes.x, eyes.y);
    if (!(distance > 1e-3f))
        return leastPose;
    const cv::Point2f along = eyes / distance;
    const float nose = (points[2] - points[0]).dot(along) / distance;
    // Half way between the eyes from the front; at an eye or beyond in a profile.
    return std::clamp(1 - std::abs(nose - 0.5f) / 0.5f, leastPose, 1.0f);
}

float sharpnessOf(const cv::Mat &face)
{
    cv::Mat gray;
    cv::cvtColor(face, gray, cv::COLOR_BGR2GRAY);
    // The middle only: hair and background say nothing about the face.
    gray = gray(cv::Rect(face.cols / 6, face.rows / 6, face.cols * 2 / 3, face.rows * 2 / 3));
    cv::Mat edges;
    cv::Laplacian(gray, edges, CV_32F);
    cv::Scalar mean;
    cv::Scalar edgeDeviation;
    cv::Scalar grayDeviation;
    cv::meanStdDev(edges, mean, edgeDeviation);
    cv::meanStdDev(gray, mean, grayDeviation);
    // Relative to the contrast, so that a dark room is not taken for a blurred lens.
    const double relative = edgeDeviation[0] / (grayDeviation[0] + 4);
    return static_cast<float>(std::clamp(relative / 0.25, 0.0, 1.0));
}

} // namespace

float FaceQuality::total() const
{
    return std::pow(sharpness, 0.5f) * std::pow(size, 0.5f) * std::pow(pose, 0.5f) * score;
}

FaceQuality qualityOf(const cv::Mat &alignedFace, const FacePoints &points, float sizeInPicture, float score)
{
    return {sharpnessOf(alignedFace), std::clamp(sizeInPicture / fullSize, 0.0f, 1.0f), poseOf(points), score};
}

} // namespace kinframe::faces

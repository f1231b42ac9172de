// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <opencv2/dnn/dnn.hpp>

#include <array>
#include <vector>

namespace kinframe::faces {

/// What the network sees in one picture, in pixels of that picture.
struct FaceCandidate
{
    cv::Rect2f box;
    std::array<cv::Point2f, 5> points;
    float score = 0;
};

/// The detector network YuNet (2023 March) with its decoding. OpenCV 4.6's own FaceDetectorYN knows only the export
/// of 2022 and throws on this one; decoding it here works the same on every version. Throws what OpenCV throws.
class YuNet
{
public:
    explicit YuNet(QByteArrayView onnx);

    /// Every candidate with at least that score in a BGR picture, after suppression of overlapping ones.
    [[nodiscard]] std::vector<FaceCandidate> run(const cv::Mat &bgr, float minScore);

private:
    void decode(int stride, const cv::Mat *heads, cv::Size grid, float minScore,
                std::vector<FaceCandidate> &candidates) const;

    cv::dnn::Net m_net;
};

/// Shared area divided by the area of both together, 0..1.
[[nodiscard]] float overlapOf(const cv::Rect2f &a, const cv::Rect2f &b);
/// Keeps the best of those that overlap by more than 0.3, best first.
[[nodiscard]] std::vector<FaceCandidate> suppressOverlaps(std::vector<FaceCandidate> candidates);

} // namespace kinframe::faces

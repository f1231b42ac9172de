// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/yunet.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace kinframe::faces {

namespace {

constexpr std::array strides{8, 16, 32};
constexpr std::array heads{"cls_", "obj_", "bbox_", "kps_"};
constexpr int largestStride = 32;
constexpr float mostOverlap = 0.3f;

int roundedUp(int length)
{
    return (length + largestStride - 1) / largestStride * largestStride;
}

} // namespace

YuNet::YuNet(QByteArrayView onnx)
    : m_net(cv::dnn::readNetFromONNX(onnx.data(), static_cast<std::size_t>(onnx.size())))
{
    m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
}

std::vector<FaceCandidate> YuNet::run(const cv::Mat &bgr, float minScore)
{
    // Padded at the right and the bottom only, so that places in the padded picture are places in the picture.
    cv::Mat padded;
    cv::copyMakeBorder(bgr, padded, 0, roundedUp(bgr.rows) - bgr.rows, 0, roundedUp(bgr.cols) - bgr.cols,
                       cv::BORDER_CONSTANT, cv::Scalar());
    std::vector<cv::String> names;
    for (const int stride : strides)
        for (const char *head : heads)
            names.push_back(head + std::to_string(stride));
    std::vector<cv::Mat> outputs;
    m_net.setInput(cv::dnn::blobFromImage(padded));
    m_net.forward(outputs, names);
    std::vector<FaceCandidate> candidates;
    for (std::size_t i = 0; i < strides.size(); ++i)
        decode(strides[i], &outputs[i * heads.size()], padded.size() / strides[i], minScore, candidates);
    return suppressOverlaps(std::move(candidates));
}

void YuNet::decode(int stride, const cv::Mat *outputs, cv::Size grid, float minScore,
                   std::vector<FaceCandidate> &candidates) const
{
    const std::size_t cells = static_cast<std::size_t>(grid.area());
    if (outputs[0].total() != cells || outputs[1].total() != cells || outputs[2].total() != cells * 4 ||
        outputs[3].total() != cells * 10)
        CV_Error(cv::Error::StsUnmatchedSizes, "the detector's outputs do not have the sizes of YuNet's");
    const auto *classes = outputs[0].ptr<float>();
    const auto *objects = outputs[1].ptr<float>();
    const float step = static_cast<float>(stride);
    for (int cell = 0; cell < grid.area(); ++cell) {
        const float score = std::sqrt(std::clamp(classes[cell], 0.0f, 1.0f) * std::clamp(objects[cell], 0.0f, 1.0f));
        if (!(score >= minScore))
            continue;
        const std::div_t place = std::div(cell, grid.width);
        const auto column = static_cast<float>(place.rem);
        const auto row = static_cast<float>(place.quot);
        const float *box = outputs[2].ptr<float>() + cell * 4;
        const float *points = outputs[3].ptr<float>() + cell * 10;
        const float width = std::exp(box[2]) * step;
        const float height = std::exp(box[3]) * step;
        FaceCandidate &candidate = candidates.emplace_back();
        candidate.score = score;
        candidate.box = {(column + box[0]) * step - width / 2, (row + box[1]) * step - height / 2, width, height};
        for (int k = 0; k < 5; ++k)
            candidate.points[static_cast<std::size_t>(k)] = {(column + points[2 * k]) * step,
                                                             (row + points[2 * k + 1]) * step};
    }
}

float overlapOf(const cv::Rect2f &a, const cv::Rect2f &b)
{
    const float shared = (a & b).area();
    return shared <= 0 ? 0 : shared / (a.area() + b.area() - shared);
}

std::vector<FaceCandidate> suppressOverlaps(std::vector<FaceCandidate> candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const FaceCandidate &a, const FaceCandidate &b) { return a.score > b.score; });
    std::vector<FaceCandidate> kept;
    for (const FaceCandidate &candidate : candidates)
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const FaceCandidate &other) { return overlapOf(candidate.box, other.box) > mostOverlap; }))
            kept.push_back(candidate);
    return kept;
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/yunet.h"

#include <vector>

namespace kinframe::faces {

/// Finds faces of 16 pixels to the whole picture by looking at it in several sizes, and believes what the sizes agree
/// on. One for each thread.
class Detector
{
public:
    /// ModelMissing, ModelUnreadable.
    [[nodiscard]] static Result<Detector> load(const QString &path);

    /// In pixels of the BGR picture, best first, boxes clipped to it. Throws what OpenCV throws.
    [[nodiscard]] std::vector<FaceCandidate> detect(const cv::Mat &bgr);
    /// One look at the picture as it is, for a crop that is known to hold a face.
    [[nodiscard]] std::vector<FaceCandidate> detectOnce(const cv::Mat &bgr, float minScore);

private:
    explicit Detector(YuNet net);

    YuNet m_net;
};

} // namespace kinframe::faces

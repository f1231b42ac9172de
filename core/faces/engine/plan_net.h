// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/network_plan.h"

#include <opencv2/dnn/dnn.hpp>

namespace kinframe::faces {

/// The plan as a network of OpenCV's, built layer by layer. Of the layers OpenCV 4.6 and 4.10 have in common, only
/// those that mean the same in both are used; no file format of another library comes between.
/// Throws what OpenCV throws.
[[nodiscard]] cv::dnn::Net buildNet(const NetworkPlan &plan);

} // namespace kinframe::faces

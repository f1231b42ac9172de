// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/engine/aligner.h"
#include "faces/engine/model_set.h"

#include <opencv2/dnn/dnn.hpp>

#include <vector>

namespace kinframe::faces {

/// Turns an aligned face into a vector of length 1. One for each thread.
class Embedder
{
public:
    /// ModelMissing, ModelUnreadable.
    [[nodiscard]] static Result<Embedder> load(const QString &path, RecogniserKind kind);

    [[nodiscard]] RecogniserKind kind() const { return m_kind; }
    [[nodiscard]] const FaceTemplate &wantedFace() const;
    /// Of a picture of exactly the wanted size; empty where the network gives no finite vector.
    /// Throws what OpenCV throws.
    [[nodiscard]] std::vector<float> embed(const cv::Mat &face);

private:
    Embedder(const cv::dnn::Net &net, RecogniserKind kind);

    cv::dnn::Net m_net;
    RecogniserKind m_kind;
};

} // namespace kinframe::faces

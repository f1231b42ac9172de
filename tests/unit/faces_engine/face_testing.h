// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/face_engine.h"

#include <QString>

#include <random>
#include <vector>

namespace kinframe::faces::test {

/// Paths below KINFRAME_MODELS and KINFRAME_TESTDATA; empty where those are not set or hold no such file.
[[nodiscard]] QString modelPath(const QString &name);
[[nodiscard]] QString photoPath(const QString &name);

[[nodiscard]] ModelFiles installedModels();
[[nodiscard]] bool hasModelsAndPhotos();

/// The picture upright, as its EXIF orientation says; null where it cannot be read.
[[nodiscard]] media::Pixels readPhoto(const QString &path);
/// The same picture in another size.
[[nodiscard]] media::Pixels resized(const media::Pixels &picture, int width, int height);

/// Vectors of length 1 that look like faces of one person: random ones around a random middle, with about that cosine
/// between any two of them.
class MadeUpFaces
{
public:
    explicit MadeUpFaces(unsigned seed, std::size_t dimensions = 256);

    [[nodiscard]] std::vector<float> anybody();
    /// With exactly that cosine to `face`.
    [[nodiscard]] std::vector<float> at(const std::vector<float> &face, float cosineToIt);
    [[nodiscard]] std::vector<float> like(const std::vector<float> &middle, float cosineBetween);

private:
    std::mt19937 m_random;
    std::normal_distribution<float> m_normal;
    std::size_t m_dimensions;
};

[[nodiscard]] float cosine(const std::vector<float> &a, const std::vector<float> &b);

} // namespace kinframe::faces::test

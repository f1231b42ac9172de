// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/model_set.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

// Every pair of strangers is a chance to be taken for one person, and pairs grow with the square of the faces.
// Measured with the 0095 network on news photos of thousands of people with one to a few photos each, which is harder
// than a family's library: 0.475 is best for 900 faces (pairwise F1 0.997), 0.525 for 3,000 (0.998), 0.575 for 9,300
// (0.997), and more for 13,200 (0.992), where 0.45 would give 0.82. A threshold too high costs little: with 0.575
// 900 faces still give 0.980.
constexpr double smallLibrary = 500;
constexpr double largeLibrary = 20'000;

} // namespace

const ModelTraits &traitsOf(RecogniserKind kind)
{
    static const ModelTraits reidentification{
        RecogniserKind::FaceReidentification0095, u"face-reidentification-retail-0095"_s, 256, 0.45f, 0.60f, 0.35f};
    // The published threshold for two single faces is 0.363; means of groups need more, as with the other network.
    static const ModelTraits sface{RecogniserKind::SFace2021, u"sface-2021dec"_s, 128, 0.40f, 0.50f, 0.30f};
    return kind == RecogniserKind::SFace2021 ? sface : reidentification;
}

QString detectorName()
{
    return u"yunet-2023mar"_s;
}

float sameThresholdFor(const ModelTraits &traits, std::size_t faces)
{
    const double place =
        std::log(std::max(1.0, static_cast<double>(faces)) / smallLibrary) / std::log(largeLibrary / smallLibrary);
    return std::lerp(traits.sameThreshold, traits.largeLibraryThreshold,
                     static_cast<float>(std::clamp(place, 0.0, 1.0)));
}

} // namespace kinframe::faces

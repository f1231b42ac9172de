// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/model_set.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

constexpr double smallLibrary = 2'000;
constexpr double largeLibrary = 20'000;

} // namespace

const ModelTraits &traitsOf(RecogniserKind kind)
{
    static const ModelTraits reidentification{
        RecogniserKind::FaceReidentification0095, u"face-reidentification-retail-0095"_s, 256, 0.45f, 0.525f, 0.35f};
    // The published threshold for two single faces is 0.363.
    static const ModelTraits sface{RecogniserKind::SFace2021, u"sface-2021dec"_s, 128, 0.40f, 0.48f, 0.30f};
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

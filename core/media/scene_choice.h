// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace kinframe::media {

struct Pixels;

/// What a frame looks like, small enough to keep for every frame that was looked at.
struct SceneSignature
{
    qint64 timeMs = 0;
    std::array<float, 64> colours{}; ///< share of the frame in each of 4 x 4 x 4 colours
    std::array<float, 16> light{};   ///< mean of each field of a 4 x 4 grid, 0..1
    float mean = 0;                  ///< of all the light

    [[nodiscard]] bool isBlack() const { return mean < 0.06F; }
};

/// Of a small picture; its size matters little.
[[nodiscard]] SceneSignature signatureOf(const Pixels &small, qint64 timeMs);

/// 0 for the same picture, about 1 for pictures that share nothing.
[[nodiscard]] double sceneDistance(const SceneSignature &a, const SceneSignature &b);

/// Which of them to keep, in the order of time: at most `most`, each as far as can be from the others in looks, and a
/// little in time. Black ones only where all are. At least one, unless there are none.
[[nodiscard]] std::vector<std::size_t> chooseScenes(std::span<const SceneSignature> seen, std::size_t most);

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/scene_choice.h"

#include "media/pixels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinframe::media {

SceneSignature signatureOf(const Pixels &small, qint64 timeMs)
{
    SceneSignature signature;
    signature.timeMs = timeMs;
    std::array<int, 16> counts{};
    const float pixelShare = 1.0F / float(std::max(small.width * small.height, 1));
    for (int y = 0; y < small.height; ++y) {
        const std::uint8_t *pixel = small.row(y);
        for (int x = 0; x < small.width; ++x, pixel += small.channels()) {
            const std::size_t colour = std::size_t(pixel[2] >> 6 << 4 | pixel[1] >> 6 << 2 | pixel[0] >> 6);
            signature.colours[colour] += pixelShare;
            const std::size_t field = std::size_t(y * 4 / small.height * 4 + x * 4 / small.width);
            const float light = (0.299F * pixel[2] + 0.587F * pixel[1] + 0.114F * pixel[0]) / 255;
            signature.light[field] += light;
            signature.mean += light * pixelShare;
            ++counts[field];
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        signature.light[i] /= float(std::max(counts[i], 1));
    }
    return signature;
}

double sceneDistance(const SceneSignature &a, const SceneSignature &b)
{
    double colours = 0;
    for (std::size_t i = 0; i < a.colours.size(); ++i) {
        colours += std::abs(double(a.colours[i]) - double(b.colours[i]));
    }
    double light = 0;
    for (std::size_t i = 0; i < a.light.size(); ++i) {
        light += std::abs(double(a.light[i]) - double(b.light[i]));
    }
    return 0.5 * (colours / 2) + 0.5 * std::min(light / double(a.light.size()) * 1.5, 1.0);
}

std::vector<std::size_t> chooseScenes(std::span<const SceneSignature> seen, std::size_t most)
{
    // Below this two frames show the same; time alone never reaches it.
    constexpr double sameScene = 0.12;
    constexpr double timeWeight = 0.08;
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i].isBlack()) {
            candidates.push_back(i);
        }
    }
    if (candidates.empty() && !seen.empty()) {
        candidates.push_back(0);
    }
    if (candidates.empty() || most == 0) {
        return {};
    }
    const double span = std::max(double(seen[candidates.back()].timeMs - seen[candidates.front()].timeMs), 1.0);
    std::vector<std::size_t> chosen{candidates.front()};
    std::vector<double> nearest(candidates.size(), std::numeric_limits<double>::max());
    while (chosen.size() < most) {
        const SceneSignature &latest = seen[chosen.back()];
        std::size_t farthest = 0;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const SceneSignature &other = seen[candidates[i]];
            const double apart = std::abs(double(other.timeMs - latest.timeMs)) / span;
            nearest[i] = std::min(nearest[i], sceneDistance(other, latest) + timeWeight * apart);
            farthest = nearest[i] > nearest[farthest] ? i : farthest;
        }
        if (nearest[farthest] < sameScene) {
            break;
        }
        chosen.push_back(candidates[farthest]);
    }
    std::ranges::sort(chosen);
    return chosen;
}

} // namespace kinframe::media

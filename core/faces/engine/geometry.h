// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace kinframe::faces {

/// A place in the upright picture; (0, 0) is its top left corner and (1, 1) its bottom right one.
struct Point
{
    float x = 0;
    float y = 0;
};

/// A rectangle in the upright picture, in the same measure.
struct Box
{
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
};

/// Right eye, left eye, tip of the nose, right and left corner of the mouth; right and left as the person says it.
using Landmarks = std::array<Point, 5>;

/// Where it lies in the picture after so many quarter turns to the right; negative ones are to the left.
[[nodiscard]] Box turned(const Box &box, int quarterTurns);

/// Shared area divided by the area of both together, 0..1.
[[nodiscard]] float overlapOf(const Box &a, const Box &b);

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/geometry.h"

#include <algorithm>

namespace kinframe::faces {

float overlapOf(const Box &a, const Box &b)
{
    const float width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const float height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    const float shared = width * height;
    return shared / (a.width * a.height + b.width * b.height - shared);
}

Box turned(const Box &box, int quarterTurns)
{
    switch (quarterTurns & 3) {
    case 1:
        return {1 - box.y - box.height, box.x, box.height, box.width};
    case 2:
        return {1 - box.x - box.width, 1 - box.y - box.height, box.width, box.height};
    case 3:
        return {box.y, 1 - box.x - box.width, box.height, box.width};
    default:
        return box;
    }
}

} // namespace kinframe::faces

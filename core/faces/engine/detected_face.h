// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/geometry.h"

namespace kinframe::faces {

struct DetectedFace
{
    Box box;
    Landmarks landmarks;
    float score = 0;      ///< 0..1; of faces drawn by hand where none was detected: 0
    float sizePixels = 0; ///< the shorter side of the box in pixels of the original upright picture
};

} // namespace kinframe::faces

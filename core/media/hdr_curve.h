// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

#include <cstdint>

namespace kinframe::media {

enum class HdrCurve {
    Pq, ///< SMPTE ST 2084
    Hlg ///< ARIB STD-B67
};

/// Maps rows of 16-bit RGB in BT.2020 with that curve to 8-bit sRGB, so that reference white stays white and what is
/// brighter is compressed, not cut.
void mapHdrRow(const std::uint16_t *rgb, std::uint8_t *bgr, int width, HdrCurve curve);

} // namespace kinframe::media

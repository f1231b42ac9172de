// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

namespace kinframe::media {

/// The size a picture has when its longer side shrinks to `longSide`; its own where that is not larger, or for 0.
[[nodiscard]] Dimensions fittedSize(Dimensions size, int longSide);

/// The picture shrunk so; each new pixel is the mean of the area it covers, weighted by opacity. Never enlarged.
[[nodiscard]] Pixels fitted(const Pixels &pixels, int longSide);

/// On white, without an alpha channel; the same pixels where there is none.
[[nodiscard]] Pixels flattenedOnWhite(const Pixels &pixels);

/// True where at least one pixel lets the background through.
[[nodiscard]] bool hasTransparency(const Pixels &pixels);

} // namespace kinframe::media

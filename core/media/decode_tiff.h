// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// The first picture of the file. Samples of 1 to 16 bits, CMYK, YCbCr, and floating point, of which 0 to 1 is shown.
[[nodiscard]] Result<DecodedStage> decodeTiff(const PictureSource &source);
[[nodiscard]] Result<Dimensions> tiffDimensions(const PictureSource &source);

} // namespace kinframe::media

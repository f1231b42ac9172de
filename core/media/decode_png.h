// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// All kinds of PNG: palettes, 1 to 16 bits, transparency, interlaced. Of an animated one the default picture.
[[nodiscard]] Result<DecodedStage> decodePng(const PictureSource &source);
[[nodiscard]] Result<Dimensions> pngDimensions(const PictureSource &source);

} // namespace kinframe::media

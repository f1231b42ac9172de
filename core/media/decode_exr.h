// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// Linear light to sRGB; what is brighter than 1 is white.
[[nodiscard]] Result<DecodedStage> decodeExr(const PictureSource &source);
[[nodiscard]] Result<Dimensions> exrDimensions(const PictureSource &source);

} // namespace kinframe::media

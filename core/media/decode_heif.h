// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// HEIC and AVIF, upright where the file itself says how. CodecTooOld where the installed libheif refuses what a newer
/// one opens.
[[nodiscard]] Result<DecodedStage> decodeHeif(const PictureSource &source);
[[nodiscard]] Result<Dimensions> heifDimensions(const PictureSource &source);

} // namespace kinframe::media

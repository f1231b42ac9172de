// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// Shrinks while decoding. Of an animated file the first frame.
[[nodiscard]] Result<DecodedStage> decodeWebP(const PictureSource &source);
[[nodiscard]] Result<Dimensions> webPDimensions(const PictureSource &source);

} // namespace kinframe::media

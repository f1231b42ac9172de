// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// Shrinks by 2, 4 or 8 while decoding, which is where the time goes.
[[nodiscard]] Result<DecodedStage> decodeJpeg(const PictureSource &source);
[[nodiscard]] Result<Dimensions> jpegDimensions(const PictureSource &source);

} // namespace kinframe::media

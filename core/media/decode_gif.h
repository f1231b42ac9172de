// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// The first frame, on the whole canvas.
[[nodiscard]] Result<DecodedStage> decodeGif(const PictureSource &source);
[[nodiscard]] Result<Dimensions> gifDimensions(const PictureSource &source);

} // namespace kinframe::media

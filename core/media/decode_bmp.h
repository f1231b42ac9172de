// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode_stage.h"

namespace kinframe::media {

/// Without the alpha channel that some 32-bit files have: programs disagree on what it means.
[[nodiscard]] Result<DecodedStage> decodeBmp(const PictureSource &source);
[[nodiscard]] Result<Dimensions> bmpDimensions(const PictureSource &source);

} // namespace kinframe::media

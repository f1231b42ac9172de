// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

namespace kinframe::media {

/// True where a picture stored with that EXIF orientation (1..8) stands upright with width and height exchanged.
[[nodiscard]] bool swapsSides(int exifOrientation);

/// The picture turned and mirrored as its EXIF orientation says. Values outside 2..8 leave it as it is, unshared bytes
/// included, so that files with nonsense in the tag are still shown.
[[nodiscard]] Pixels uprighted(Pixels pixels, int exifOrientation);

/// The picture after so many quarter turns to the right; negative ones are to the left.
[[nodiscard]] Pixels turned(Pixels pixels, int quarterTurns);

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/pixels.h"

#include <QByteArray>

namespace kinframe::media {

/// Baseline JPEG, 4:2:0, sRGB without a profile; transparent pixels stand on white. `quality` 1..100.
[[nodiscard]] Result<QByteArray> encodeJpeg(const Pixels &pixels, int quality);

/// Lossy WebP with its alpha channel. `quality` 1..100.
[[nodiscard]] Result<QByteArray> encodeWebP(const Pixels &pixels, int quality);

} // namespace kinframe::media

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/asset_facts.h"
#include "ui/images/photo_brief.h"

#include <QString>

namespace kinframe::ui {

// What is known of a photo, as people write it in the window's language; empty where it is not known.

/// `1:02`, `1:00:05`
[[nodiscard]] QString durationText(qint64 ms);
/// The file and its time with what its marks say, for screen readers.
[[nodiscard]] QString spokenName(const PhotoBrief &brief);
/// The day and the time of day on which it was taken, there.
[[nodiscard]] QString dateText(const library::Asset &asset);
[[nodiscard]] QString timeText(const library::Asset &asset); ///< with its zone, where the file says
/// `4000 × 3000 · 12.0 MP`
[[nodiscard]] QString dimensionsText(const library::Asset &asset);
/// `1/125 s · f/2.8 · ISO 100 · 50 mm`
[[nodiscard]] QString exposureText(const AssetFacts &facts);
/// `48.13743° N, 11.57549° E`
[[nodiscard]] QString coordinatesText(const AssetFacts &facts);

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/metadata.h"

#include <QStringView>

#include <optional>

namespace kinframe::media {

/// A point from its degrees; nothing where it lies off the globe or is the 0, 0 of a receiver without a fix.
[[nodiscard]] std::optional<GeoPoint> geoPoint(double latitude, double longitude, std::optional<double> altitude);

/// XMP's `51,30.2143N` or `51,30,12.9N` in degrees.
[[nodiscard]] std::optional<double> parseXmpDegrees(QStringView text);
/// QuickTime's ISO 6709: `+34.0083-118.4979+010.558/`.
[[nodiscard]] std::optional<GeoPoint> parseIso6709(QStringView text);

/// `1/125`, `0.5`, `30`.
[[nodiscard]] QString exposureText(double seconds);
/// Stars from 0..5 of Microsoft's percentage.
[[nodiscard]] int starsOfPercent(qint64 percent);

} // namespace kinframe::media

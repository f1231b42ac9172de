// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kinframe::media {

/// What a file made of ISO base media boxes (MP4, QuickTime, HEIF) holds, by the brands in its first box.
enum class IsoFamily { Other, Heic, Avif, CanonRaw, Mp4, ThreeGp, QuickTime };

/// From the first bytes of a file. Safe with any bytes.
[[nodiscard]] IsoFamily isoFamilyOf(QByteArrayView head);

/// True where a box of the outermost level claims to end behind the last byte: the file was not copied whole.
[[nodiscard]] bool endsWithinBox(QByteArrayView file);

} // namespace kinframe::media

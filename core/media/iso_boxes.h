// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace kinframe::media {

/// What a file made of ISO base media boxes (MP4, QuickTime, HEIF) holds, by the brands in its first box.
enum class IsoFamily { Other, Heic, Avif, CanonRaw, Mp4, ThreeGp, QuickTime };

/// From the first bytes of a file. Safe with any bytes.
[[nodiscard]] IsoFamily isoFamilyOf(QByteArrayView head);

/// True where a box of the outermost level claims to end behind the last byte: the file was not copied whole.
[[nodiscard]] bool endsWithinBox(QByteArrayView file);

struct IsoBox
{
    QByteArrayView type; ///< four letters
    QByteArrayView content;
};

/// The boxes of one level, up to the first that is none; what ends behind the last byte is cut there.
[[nodiscard]] std::vector<IsoBox> isoBoxes(QByteArrayView bytes);

} // namespace kinframe::media

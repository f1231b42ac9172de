// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kinframe::media {

/// True where a HEIF file itself says how its primary picture is turned or mirrored, be it not at all: libheif has then
/// done so, and the EXIF tag must not be looked at. Some camera programs write the tag alone. Safe with any bytes.
[[nodiscard]] bool heifStatesOrientation(QByteArrayView file);

} // namespace kinframe::media

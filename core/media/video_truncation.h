// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::media {

/// True where the outermost structure of an MP4, QuickTime or AVI file claims to reach behind the file's last byte: it
/// was not copied whole. False for other containers and where this cannot be told.
[[nodiscard]] bool videoEndsEarly(const QString &path);

} // namespace kinframe::media

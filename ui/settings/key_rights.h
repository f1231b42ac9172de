// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace kinframe::ui {

/// What a key may do, as people choose it.
enum class KeyRights { All, ReadOnly, Some };

/// The names of permissions; none: all.
[[nodiscard]] std::vector<QString> permissionsOf(KeyRights rights);
[[nodiscard]] KeyRights rightsOf(const std::vector<QString> &permissions);

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"

#include <QString>
#include <QStringView>

#include <span>
#include <vector>

namespace kinframe::accounts {

/// The names that API keys can be limited to, sorted; those of the clients people use, plus `all`, which comes first.
[[nodiscard]] std::span<const QStringView> permissionNames();

/// Whether the credential reaches that far. `admin…` ones need an admin too. What the user owns is asked elsewhere.
[[nodiscard]] bool may(const Principal &principal, QStringView permission);

/// InvalidArgument for a name nobody knows; Forbidden where `by` would give more than it has itself.
[[nodiscard]] Result<void> checkGrant(const Principal &by, const std::vector<QString> &permissions);

} // namespace kinframe::accounts

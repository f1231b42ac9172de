// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "base/result.h"

#include <QJsonObject>

namespace kinframe::server {

/// A user to be made, of a body (`UserAdminCreateDto`).
[[nodiscard]] Result<accounts::NewUser> newUserIn(const QJsonObject &body);
/// What people may change of themselves (`UserUpdateMeDto` without the password).
[[nodiscard]] Result<accounts::UserChanges> ownChangesIn(const QJsonObject &body);
/// What an admin may change too (`UserAdminUpdateDto` without the password). Labels and codes of clients are accepted
/// and not kept.
[[nodiscard]] Result<accounts::UserChanges> adminChangesIn(const QJsonObject &body);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"

#include <QJsonObject>

namespace kinframe::server {

/// `UserAdminResponseDto`; `usedBytes` is what the user's photos take.
[[nodiscard]] QJsonObject userJson(const accounts::User &user, qint64 usedBytes);
/// `LoginResponseDto`
[[nodiscard]] QJsonObject loginJson(const accounts::User &user, const QString &token);
/// `APIKeyResponseDto`
[[nodiscard]] QJsonObject keyJson(const accounts::ApiKey &key);

} // namespace kinframe::server

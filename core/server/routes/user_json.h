// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"

#include <QJsonObject>

namespace kinframe::server {

/// `UserAdminResponseDto`
[[nodiscard]] QJsonObject userJson(const accounts::User &user);
/// `UserResponseDto`: what users may know of each other.
[[nodiscard]] QJsonObject publicUserJson(const accounts::User &user);
/// `SessionResponseDto`; `isCurrent`: the one that asks.
[[nodiscard]] QJsonObject sessionJson(const accounts::Session &session, bool isCurrent);
/// `LoginResponseDto`
[[nodiscard]] QJsonObject loginJson(const accounts::User &user, const QString &token);
/// `APIKeyResponseDto`
[[nodiscard]] QJsonObject keyJson(const accounts::ApiKey &key);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "albums/album.h"

#include <QJsonObject>

namespace kinframe::server {

/// `UserResponseDto`: what users may know of each other.
[[nodiscard]] QJsonObject publicUserJson(const accounts::User &user);
/// `AlbumResponseDto` with an empty list of assets.
[[nodiscard]] QJsonObject albumJson(const albums::Album &album, const accounts::User &owner);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "albums/album.h"

#include <QJsonObject>

namespace kinframe::server {

/// `AlbumResponseDto` with an empty list of assets.
[[nodiscard]] QJsonObject albumJson(const albums::Album &album, const accounts::User &owner);

} // namespace kinframe::server

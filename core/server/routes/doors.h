// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/door.h"

#include <memory>

namespace kinframe::server {

/// The people door's own calls (`/api/asset`, `/api/person`): speaks Chinese unless asked otherwise; what the user does
/// not have is 404.
[[nodiscard]] std::shared_ptr<const http::Door> peopleDoor();
/// The plural paths that Immich clients call: speaks English; what the user does not have is 400 `Not found or no …
/// access`, as there.
[[nodiscard]] std::shared_ptr<const http::Door> immichDoor();

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// The users, for admins.
[[nodiscard]] std::vector<http::Route> adminUserRoutes(const ApiServices &services);

} // namespace kinframe::server

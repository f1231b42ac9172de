// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Files of this computer come in. For admins at this computer, since the paths are its own.
[[nodiscard]] std::vector<http::Route> importRoutes(const ApiServices &services);

} // namespace kinframe::server

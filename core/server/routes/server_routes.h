// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Other libraries: adding them, looking through them and choosing what to download, for admins.
[[nodiscard]] std::vector<http::Route> serverRoutes(const ApiServices &services);

} // namespace kinframe::server

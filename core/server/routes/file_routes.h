// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Files for renders: which are there, storing them, links to them, and what nobody uses.
[[nodiscard]] std::vector<http::Route> fileRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Asset lists for clients that keep a copy of a library: all of it page by page, and what changed since.
[[nodiscard]] std::vector<http::Route> syncRoutes(const ApiServices &services);

} // namespace kinframe::server

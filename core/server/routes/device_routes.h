// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What clients ask before they upload: what is here already, by their hashes and by their own names, and how much.
[[nodiscard]] std::vector<http::Route> deviceRoutes(const ApiServices &services);

} // namespace kinframe::server

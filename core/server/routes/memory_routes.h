// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What was taken on this day in other years.
[[nodiscard]] std::vector<http::Route> memoryRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What renders: the configurations, this computer, and how the owner has set up renders.
[[nodiscard]] std::vector<http::Route> hardwareRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Where photos were taken: points for a map, and a photo of each town.
[[nodiscard]] std::vector<http::Route> placeRoutes(const ApiServices &services);

} // namespace kinframe::server

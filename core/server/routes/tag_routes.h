// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Tags as things of their own, and the photos that have them.
[[nodiscard]] std::vector<http::Route> tagRoutes(const ApiServices &services);

} // namespace kinframe::server

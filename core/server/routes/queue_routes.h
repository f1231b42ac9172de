// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// The work behind the photos by the names that Immich's clients have for it: how much there is, and to hold it up.
[[nodiscard]] std::vector<http::Route> queueRoutes(const ApiServices &services);

} // namespace kinframe::server

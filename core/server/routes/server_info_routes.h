// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What a client that has signed in asks about the server: what it is, how much it holds, what room there is.
[[nodiscard]] std::vector<http::Route> serverInfoRoutes(const ApiServices &services);

} // namespace kinframe::server

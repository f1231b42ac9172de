// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Images by what is known of them, in our own shape and in OData's.
[[nodiscard]] std::vector<http::Route> imageQueryRoutes(const ApiServices &services);

} // namespace kinframe::server

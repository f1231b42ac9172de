// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// One photo: what is known of it and who is in it, its bytes and its thumbnails.
[[nodiscard]] std::vector<http::Route> assetRoutes(const ApiServices &services);

} // namespace kinframe::server

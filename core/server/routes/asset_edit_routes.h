// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What a person changes about one photo or many, and their way into the trash.
[[nodiscard]] std::vector<http::Route> assetEditRoutes(const ApiServices &services);

} // namespace kinframe::server

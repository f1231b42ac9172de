// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Better versions of photos that are here: what belongs to a photo goes over to another one.
[[nodiscard]] std::vector<http::Route> assetCopyRoutes(const ApiServices &services);

} // namespace kinframe::server

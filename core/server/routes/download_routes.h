// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// `/api/downloads`, and the same without `/api`: files that come to this computer. For admins.
[[nodiscard]] std::vector<http::Route> downloadRoutes(const ApiServices &services);

} // namespace kinframe::server

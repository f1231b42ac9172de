// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What clients look for that there is none of here: answered as where nobody has made any.
[[nodiscard]] std::vector<http::Route> absentRoutes(const ApiServices &services);

} // namespace kinframe::server

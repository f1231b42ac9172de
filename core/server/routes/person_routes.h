// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// One person and the photos they are in, as the people door asks for them.
[[nodiscard]] std::vector<http::Route> personRoutes(const ApiServices &services);

} // namespace kinframe::server

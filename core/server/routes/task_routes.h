// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Render tasks: made, listed, watched and steered.
[[nodiscard]] std::vector<http::Route> taskRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What scenes say of how they are rendered, and which of their files are there. The services outlive the routes.
[[nodiscard]] std::vector<http::Route> sceneRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// The networks that faces are found with, and recognition as a whole. For admins.
[[nodiscard]] std::vector<http::Route> modelRoutes(const ApiServices &services);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// The frames of render tasks: how they stand, their logs and their files.
[[nodiscard]] std::vector<http::Route> frameRoutes(const ApiServices &services);

} // namespace kinframe::server

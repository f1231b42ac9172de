// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// The timeline by months: how many photos each has, and what is to be known of them to lay them out.
[[nodiscard]] std::vector<http::Route> timelineRoutes(const ApiServices &services);

} // namespace kinframe::server

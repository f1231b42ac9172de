// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What is done with the faces of people: merged, moved, split off, counted, listed.
[[nodiscard]] std::vector<http::Route> peopleActRoutes(const ApiServices &services);

} // namespace kinframe::server

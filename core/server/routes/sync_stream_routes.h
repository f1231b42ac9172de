// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// What current mobile apps keep their copy by: a stream of changes, and how far they have kept them.
[[nodiscard]] std::vector<http::Route> syncStreamRoutes(const ApiServices &services);

} // namespace kinframe::server

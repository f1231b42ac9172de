// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Many images in one call and one write: edits and deletion, with what became of each.
[[nodiscard]] std::vector<http::Route> imageBulkRoutes(const ApiServices &services);

} // namespace kinframe::server

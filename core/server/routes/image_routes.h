// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// One image by the hash of its bytes: its record, edits of it, deletion and restoring.
[[nodiscard]] std::vector<http::Route> imageRoutes(const ApiServices &services);

} // namespace kinframe::server

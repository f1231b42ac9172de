// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Small pictures of faces, and of people by their cover.
[[nodiscard]] std::vector<http::Route> facePictureRoutes(const ApiServices &services);

} // namespace kinframe::server

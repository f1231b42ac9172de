// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Files for renders in pieces, by tus 1.0 (https://tus.io) with creation, creation-with-upload, checksum, termination
/// and expiration. A whole upload says as which file it is stored in `X-Asset-Id` and `X-File-Hash`.
[[nodiscard]] std::vector<http::Route> tusRoutes(const ApiServices &services);

} // namespace kinframe::server

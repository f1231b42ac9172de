// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "base/result.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

#include <QJsonArray>

#include <vector>

namespace kinframe::server {

/// All users but deleted ones, by row id.
[[nodiscard]] Result<std::vector<accounts::User>> everyUser(const ApiServices &services);

/// The user's sessions, newest first, each a `SessionResponseDto`; the one that asks is the current one.
[[nodiscard]] Result<QJsonArray> sessionsJson(const ApiServices &services, const http::Request &request, qint64 userId);

} // namespace kinframe::server

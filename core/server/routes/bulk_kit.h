// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/owner.h"
#include "server/http/request.h"

#include <QJsonArray>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::server {

/// Who asks, as the library knows them; the route asks for credentials.
[[nodiscard]] library::Owner ownerOf(const http::Request &request);

/// The ids in that field of the body.
[[nodiscard]] Result<std::vector<QUuid>> bodyIds(const http::Request &request, const QString &field);

/// `BulkIdResponseDto`s: what became of each, nothing where it was done.
[[nodiscard]] QJsonArray bulkResults(std::span<const QUuid> ids, std::span<const std::optional<Error>> outcomes);

} // namespace kinframe::server

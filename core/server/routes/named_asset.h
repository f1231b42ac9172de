// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "server/http/request.h"

#include <QUuid>

namespace kinframe::server {

/// NotFound: the user has no such photo.
[[nodiscard]] Failure noPhoto(const QUuid &id);
/// A photo of who asks, also in the trash; the route asks for credentials. NotFound. Throws SqlError.
[[nodiscard]] Result<library::Asset> namedAsset(storage::Connection &db, const http::Request &request, const QUuid &id);

/// One that they may look at: their own, or somebody's that an album shows. NotFound. Throws SqlError.
[[nodiscard]] Result<library::Asset> seenAsset(storage::Connection &db, const http::Request &request, const QUuid &id);

} // namespace kinframe::server

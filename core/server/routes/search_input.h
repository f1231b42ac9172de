// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/metadata_search.h"
#include "server/http/request.h"

#include <QJsonObject>

namespace kinframe::server {

/// `MetadataSearchDto` and its relatives: the conditions of a body on the caller's photos. What is not said about
/// visibility and the trash leaves out archived, hidden and trashed ones, as clients expect it. InvalidArgument for a
/// field of another kind, NotFound for an unknown tag. Throws SqlError.
[[nodiscard]] Result<albums::MetadataSearch> searchIn(storage::Connection &db, const http::Request &request,
                                                      const QJsonObject &body);

} // namespace kinframe::server

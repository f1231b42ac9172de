// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

namespace kinframe::server {

/// An asset's own bytes, inline and under its name, with their SHA-256 as the entity tag. NotFound where its file is
/// not there now. Throws SqlError.
[[nodiscard]] Result<http::FileBody> originalOf(storage::Connection &db, const ApiServices &services,
                                                const library::Asset &asset);

/// The small picture that `size` of the query asks for; one that is lost is made on the way, which takes long. The
/// failure as the request's door says it.
[[nodiscard]] http::Reply thumbnailReply(const ApiServices &services, const http::Request &request,
                                         const library::Asset &asset);

/// InvalidArgument where `size` of the query names no size.
[[nodiscard]] Result<void> checkThumbnailSize(const http::Request &request);

} // namespace kinframe::server

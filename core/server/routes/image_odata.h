// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/routes/image_page.h"

namespace kinframe::server {

/// Whether the client speaks OData's protocol rather than ours.
[[nodiscard]] bool wantsOData(const http::Request &request);

/// A page as OData's JSON format has it: flat records, with the link to the next page.
[[nodiscard]] http::Reply odataPage(const http::Request &request, const ImagePage &page);
/// What there is to query.
[[nodiscard]] http::Reply odataService(const http::Request &request);
/// The model of an image as CSDL: open, with the keys that have types of their own.
[[nodiscard]] http::Reply odataMetadata(const http::Request &request);

} // namespace kinframe::server

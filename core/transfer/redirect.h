// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/http_message.h"

namespace kinframe::transfer {

/// Whether it is an address that requests may go to: http or https, with a host.
[[nodiscard]] bool isWebAddress(const QUrl &url);
/// `scheme://host:port`, the port always said.
[[nodiscard]] QString originOf(const QUrl &url);

[[nodiscard]] bool isRedirect(const HttpHead &head);
/// The request that follows a redirect. Nothing secret goes to another origin, and nothing goes from https back to
/// http. RemoteInvalid where the new address may not be asked.
[[nodiscard]] Result<HttpRequest> redirected(const HttpRequest &request, const HttpHead &head);

} // namespace kinframe::transfer

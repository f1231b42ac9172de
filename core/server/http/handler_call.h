// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/http/wire_reply.h"

namespace kinframe::http {

/// Runs the handler and works its reply out. What it throws becomes a 500 with the request's id, and a line in the log.
[[nodiscard]] WireReply callHandler(const Handler &handler, const Request &request);
/// The next piece of a stream; what it throws becomes a failure.
[[nodiscard]] Result<QByteArray> callPull(const Reply::Pull &pull);

} // namespace kinframe::http

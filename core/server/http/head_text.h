// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/rate_limiter.h"
#include "server/http/wire_reply.h"

#include <optional>
#include <string>

namespace kinframe::http {

/// Makes `text` the status line and every header of the reply, up to the empty line. `head` is the request's, `rate`
/// what was counted for it.
void writeHead(std::string &text, const WireReply &reply, const Head &head, bool keepAlive,
               const std::optional<RateVerdict> &rate);

} // namespace kinframe::http

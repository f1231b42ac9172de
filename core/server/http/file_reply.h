// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/wire_reply.h"

namespace kinframe::http {

/// A reply whose body is a file: 200, 206 with one or several ranges, 304, 412 or 416. NotFound where the file cannot
/// be opened; its path is in the log, not in the answer.
[[nodiscard]] Result<WireReply> prepareFile(Reply &reply, const Head &head);

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/door.h"

#include <memory>

namespace kinframe::server {

/// The calls over renders: speaks Chinese unless asked otherwise, and answers with errors as
/// `{"code", "message", "detail", "errors": [{"field", "value", "expected", "message"}]}`.
[[nodiscard]] std::shared_ptr<const http::Door> renderDoor();

/// The number of a failure in the table of the render API (1000 to 5003); the status where the table has none, or where
/// the call answers with another status than the table's.
[[nodiscard]] int renderCodeOf(const Error &error, int status);
/// The same of a failure that answers no call, such as a task's: the table's number, whatever its status.
[[nodiscard]] int renderCodeOf(const Error &error);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/door.h"

#include <memory>

namespace kinframe::server {

/// The calls over images and their queries: speaks English unless asked otherwise, and answers with errors as OData
/// does: `{"error": {"code", "message", "target", "position"}}`, the last two where they are known.
[[nodiscard]] std::shared_ptr<const http::Door> imageDoor();

} // namespace kinframe::server

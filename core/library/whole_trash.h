// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"

#include <stop_token>

namespace kinframe::library {

// Everything that a user has in the trash, in writes of some hundred photos each, so that others come in between: what
// is done when one fails or `stop` asks (Canceled) stays done. Give how many photos it was, where the halves of a live
// photo are one. Never from inside a write.

[[nodiscard]] Result<qint64> restoreTrash(const Services &services, qint64 ownerId, const std::stop_token &stop = {});
[[nodiscard]] Result<qint64> emptyTrash(const Services &services, qint64 ownerId, const std::stop_token &stop = {});

} // namespace kinframe::library

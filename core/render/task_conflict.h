// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/states.h"

namespace kinframe::render {

// Why something cannot be done with a task now.

[[nodiscard]] Failure conflict(const QString &reason);
/// Its state does not allow it.
[[nodiscard]] Failure notAllowedIn(TaskState state);
/// Its work space is being removed.
[[nodiscard]] Failure beingCleaned();

} // namespace kinframe::render

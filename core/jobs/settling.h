// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/board.h"

namespace kinframe::jobs {

/// Cancels all of a kind. Not with the board's lock held, nor inside a write.
[[nodiscard]] Result<qint64> cancelAll(Board &board, const QString &kind);
/// Cancels one. NotFound.
[[nodiscard]] Result<void> cancelOne(Board &board, qint64 id);

} // namespace kinframe::jobs

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace kinframe::storage {
class Database;
}

namespace kinframe::sync {

/// Forgets what was deleted longer than tombstoneAgeMs before `now`, the server's own time, and notes up to when, so
/// that who asks from before that is told to begin anew: assets, and entries of what else clients keep. Gives how many
/// were forgotten. Not on the GUI thread.
[[nodiscard]] Result<qint64> sweepTombstones(storage::Database &database, qint64 now);

} // namespace kinframe::sync

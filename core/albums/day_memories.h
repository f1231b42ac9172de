// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/memory.h"
#include "base/events.h"

namespace kinframe::storage {
class Database;
}

namespace kinframe::albums {

/// Makes the memories that a day brings, where nobody has asked for them yet. On a thread that may wait.
[[nodiscard]] Result<void> bringMemories(storage::Database &database, const library::Owner &owner, const QDate &day);

// Called inside a write. Each of these throws SqlError.

/// One that was deleted is there again. NotFound where the user has none such.
[[nodiscard]] Result<void> restoreMemory(storage::Transaction &transaction, qint64 ownerId, const QUuid &uuid);
/// Tells who listens, once this is committed, that a memory is another than it was, or is gone: `memory.changed`. The
/// bus outlives the write.
void tellOfMemory(storage::Transaction &transaction, EventBus &events, const QUuid &uuid);

} // namespace kinframe::albums

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/entries.h"

namespace kinframe::sync {

using storage::Statement;

std::vector<Entry> entriesAfter(storage::Connection &db, qint64 userId, EntryKind kind, Outcome outcome, qint64 after,
                                qint64 upTo, int most)
{
    Statement row = db.prepare("SELECT id, thing, part FROM sync_entry WHERE user_id = ?1 AND kind = ?2 AND is_gone = "
                               "?3 AND id > ?4 AND id <= ?5 ORDER BY id LIMIT ?6");
    row.bindAll(userId, int(kind), outcome == Outcome::Gone, after, upTo, most);
    std::vector<Entry> entries;
    while (row.step()) {
        entries.push_back({row.int64(0), row.uuid(1), row.blob(2).isEmpty() ? QUuid() : row.uuid(2)});
    }
    return entries;
}

bool mustBeginAnew(const EntryProgress &progress, const Mark &mark)
{
    return progress.changed > 0 && progress.gone < mark.entriesFrom;
}

} // namespace kinframe::sync

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/tombstones.h"

#include "storage/database.h"
#include "sync/mark.h"

#include <algorithm>

namespace kinframe::sync {
namespace {

using storage::Statement;
using storage::Transaction;

// A write of more would keep others waiting.
constexpr int atOnce = 5000;

/// The stamp up to which the oldest of them go; 0: there are none.
qint64 lastOfBatch(Transaction &transaction, qint64 before)
{
    Statement statement =
        transaction.prepare("SELECT coalesce(max(deleted_at), 0) FROM (SELECT deleted_at FROM tombstone WHERE "
                            "deleted_at < ?1 ORDER BY deleted_at LIMIT ?2)");
    statement.bindAll(before, atOnce);
    statement.step();
    return statement.int64(0);
}

void noteForgotten(Transaction &transaction, const char *upTo, qint64 last)
{
    transaction.run("INSERT INTO meta(key, value) VALUES (?1, ?2) "
                    "ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)",
                    QString::fromLatin1(upTo), last);
}

qint64 sweepAssets(Transaction &transaction, qint64 before)
{
    const qint64 last = lastOfBatch(transaction, before);
    if (last == 0) {
        return 0;
    }
    noteForgotten(transaction, "tombstones_from", last);
    return transaction.run("DELETE FROM tombstone WHERE deleted_at <= ?1", last);
}

qint64 sweepEntries(Transaction &transaction, qint64 before)
{
    Statement row = transaction.prepare("DELETE FROM sync_entry WHERE id IN (SELECT id FROM sync_entry WHERE is_gone = "
                                        "1 AND changed_at < ?1 ORDER BY changed_at LIMIT ?2) RETURNING id");
    row.bindAll(before, atOnce);
    qint64 swept = 0;
    qint64 last = 0;
    while (row.step()) {
        ++swept;
        last = std::max(last, row.int64(0));
    }
    if (swept > 0) {
        noteForgotten(transaction, "entries_from", last);
    }
    return swept;
}

} // namespace

Result<qint64> sweepTombstones(storage::Database &database, qint64 now)
{
    qint64 all = 0;
    for (;;) {
        auto swept = database.write([&](Transaction &transaction) -> Result<qint64> {
            return sweepAssets(transaction, now - tombstoneAgeMs) + sweepEntries(transaction, now - tombstoneAgeMs);
        });
        if (!swept) {
            return swept;
        }
        if (*swept == 0) {
            return all;
        }
        all += *swept;
    }
}

} // namespace kinframe::sync

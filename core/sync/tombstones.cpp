// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/tombstones.h"

#include "storage/database.h"
#include "sync/mark.h"

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

} // namespace

Result<qint64> sweepTombstones(storage::Database &database, qint64 now)
{
    qint64 all = 0;
    for (;;) {
        auto swept = database.write([&](Transaction &transaction) -> Result<qint64> {
            const qint64 last = lastOfBatch(transaction, now - tombstoneAgeMs);
            if (last == 0) {
                return 0;
            }
            transaction.run("INSERT INTO meta(key, value) VALUES ('tombstones_from', ?1) "
                            "ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)",
                            last);
            return transaction.run("DELETE FROM tombstone WHERE deleted_at <= ?1", last);
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

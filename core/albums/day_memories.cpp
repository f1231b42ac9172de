// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/day_memories.h"

#include "base/clock.h"
#include "base/ids.h"
#include "storage/database.h"

namespace kinframe::albums {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Result<void> bringMemories(storage::Database &database, const library::Owner &owner, const QDate &day)
{
    const auto former =
        database.read([&](Connection &db) -> Result<std::vector<FormerDay>> { return unremembered(db, owner, day); });
    if (!former) {
        return failed(former);
    }
    if (former->empty()) {
        return {};
    }
    return database.write([&](Transaction &transaction) -> Result<void> {
        remember(transaction, owner, day, *former);
        return {};
    });
}

Result<void> restoreMemory(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    if (transaction.run("UPDATE memory SET deleted_at = NULL, updated_at = ?3 WHERE owner_id = ?1 AND uuid = ?2 AND "
                        "deleted_at IS NOT NULL",
                        ownerId, uuid, wallMs()) == 0) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"memory"_s}, {u"id"_s, toText(uuid)}});
    }
    return {};
}

void tellOfMemory(Transaction &transaction, EventBus &events, const QUuid &uuid)
{
    Statement row =
        transaction.prepare("SELECT u.uuid FROM memory m JOIN user u ON u.id = m.owner_id WHERE m.uuid = ?1");
    row.bindAll(uuid);
    if (row.step()) {
        const Event event{u"memory.changed"_s, uuid, row.uuid(0), {}};
        transaction.afterCommit([&events, event] { events.publish(event); });
    }
}

} // namespace kinframe::albums

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/deleted_asset.h"

#include "faces/person.h"
#include "library/owner.h"

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

std::vector<qint64> peopleIn(Transaction &transaction, qint64 assetId)
{
    std::vector<qint64> people;
    Statement statement =
        transaction.prepare("SELECT DISTINCT person_id FROM face WHERE asset_id = ?1 AND person_id IS NOT NULL");
    statement.bindAll(assetId);
    while (statement.step()) {
        people.push_back(statement.int64(0));
    }
    return people;
}

} // namespace

void dropFacesOf(Transaction &transaction, PeopleIndexes &indexes, EventBus &events, const library::Asset &asset)
{
    const std::vector<qint64> people = peopleIn(transaction, asset.id);
    if (people.empty()) {
        return;
    }
    transaction.run("DELETE FROM face WHERE asset_id = ?1", asset.id);
    const QUuid owner = library::findOwner(transaction.db(), asset.ownerId).uuid;
    for (const qint64 id : people) {
        Statement gone =
            transaction.prepare("DELETE FROM person AS p WHERE p.id = ?1 AND " KINFRAME_EMPTY_GROUP " RETURNING uuid");
        gone.bindAll(id);
        while (gone.step()) {
            transaction.afterCommit(
                [&events, event = Event{u"person.changed"_s, gone.uuid(0), owner, {}}] { events.publish(event); });
        }
    }
    // A face that comes next must not be given to somebody who is gone.
    indexes.forget(asset.ownerId);
    transaction.onRollback([&indexes, ownerId = asset.ownerId] { indexes.forget(ownerId); });
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/people_list.h"

#include "faces/person.h"

#include <QDateTime>

#include <algorithm>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;

#define DATED_FACES                                                                                                    \
    "FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.person_id = ?1 AND f.is_dismissed = 0 AND "                 \
    "a.trashed_at IS NULL AND a.is_hidden = 0"

/// Without an offset in the file, this computer's.
qint64 onLocalClocks(qint64 utc, std::optional<qint64> offsetMinutes)
{
    const qint64 seconds = offsetMinutes ? *offsetMinutes * 60 : QDateTime::fromMSecsSinceEpoch(utc).offsetFromUtc();
    return utc + seconds * 1000;
}

ListedPerson listedFrom(const Statement &row)
{
    return {row.int64(0), row.uuid(1), row.text(2), row.boolean(3), row.boolean(4), row.int64(5)};
}

std::vector<DatedItem> itemsByDate(Statement statement, qint64 personId)
{
    statement.bindAll(personId);
    std::vector<DatedItem> items;
    while (statement.step()) {
        items.push_back({statement.int64(0), statement.uuid(1), statement.uuid(2),
                         onLocalClocks(statement.int64(3), statement.optionalInt64(4)), statement.boolean(5),
                         statement.boolean(6)});
    }
    // By the clocks that are shown, so that no day comes twice.
    std::ranges::sort(items, [](const DatedItem &a, const DatedItem &b) {
        return a.takenAt != b.takenAt ? a.takenAt > b.takenAt : a.id > b.id;
    });
    return items;
}

} // namespace

std::vector<ListedPerson> listEverybody(Connection &db, qint64 ownerId)
{
    // One pass over an index that has the faces in the order of people and their photos. To look at every photo's row
    // would take ten times as long; those that do not count are few and have indexes of their own: the trash, and the
    // hidden halves of live photos.
    Statement statement =
        db.prepare("SELECT p.id, p.uuid, p.name, p.is_favorite, p.is_hidden, coalesce(c.assets, 0) FROM person p "
                   "LEFT JOIN (SELECT person_id, count(DISTINCT asset_id) AS assets FROM face WHERE person_id IS NOT "
                   "NULL AND asset_id NOT IN (SELECT id FROM asset WHERE trashed_at IS NOT NULL) AND asset_id NOT IN "
                   "(SELECT live_video_id FROM asset WHERE live_video_id IS NOT NULL) GROUP BY person_id) c "
                   "ON c.person_id = p.id "
                   "WHERE p.owner_id = ?1 AND p.merged_into IS NULL AND (p.name <> '' OR c.assets > 0)");
    statement.bindAll(ownerId);
    std::vector<ListedPerson> people;
    while (statement.step()) {
        people.push_back(listedFrom(statement));
    }
    return people;
}

std::optional<ListedPerson> findListed(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    Statement statement = db.prepare("SELECT id FROM person WHERE uuid = ?2 AND owner_id = ?1 AND merged_into IS NULL");
    statement.bindAll(ownerId, uuid);
    if (!statement.step()) {
        return std::nullopt;
    }
    const auto person = findPersonById(db, statement.int64(0));
    if (!person || (person->name.isEmpty() && person->assetCount == 0)) {
        return std::nullopt;
    }
    return ListedPerson{person->id,         person->uuid,     person->name,
                        person->isFavorite, person->isHidden, person->assetCount};
}

std::vector<ListedPerson> listNamed(Connection &db, qint64 ownerId)
{
    Statement statement = db.prepare("SELECT p.id, p.uuid, p.name, p.is_favorite, p.is_hidden, (SELECT count(*) FROM "
                                     "face f WHERE f.person_id = p.id) FROM person p WHERE p.owner_id = ?1 AND p.name "
                                     "<> '' AND p.merged_into IS NULL");
    statement.bindAll(ownerId);
    std::vector<ListedPerson> people;
    while (statement.step()) {
        people.push_back(listedFrom(statement));
    }
    return people;
}

std::vector<DatedItem> facesByDate(Connection &db, qint64 personId)
{
    return itemsByDate(
        db.prepare(
            "SELECT f.id, f.uuid, a.uuid, a.created_at, a.created_offset, a.is_video, f.is_confirmed " DATED_FACES),
        personId);
}

std::vector<DatedItem> photosByDate(Connection &db, qint64 personId)
{
    return itemsByDate(db.prepare("SELECT a.id, f.uuid, a.uuid, a.created_at, a.created_offset, a.is_video, "
                                  "max(f.is_confirmed) " DATED_FACES " GROUP BY a.id"),
                       personId);
}

} // namespace kinframe::faces

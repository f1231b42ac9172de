// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/person.h"

#include "storage/sql_text.h"

#include <string_view>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;

std::optional<Person> firstOf(Statement &statement)
{
    return statement.step() ? std::optional(personFrom(statement)) : std::nullopt;
}

std::string select(std::string_view rest)
{
    return storage::joined({"SELECT ", personColumns(), " FROM person p WHERE ", rest});
}

// Of personColumns, what stands in the row itself.
#define OWN_COLUMNS                                                                                                    \
    "p.id, p.uuid, p.owner_id, p.name, coalesce(p.birth_date, ''), p.is_hidden, p.is_favorite, "                       \
    "coalesce(p.color, ''), p.cover_face_id, p.updated_at, "

// Who has no face left is not listed, unless a person has said something about them.
constexpr const char *listed = "p.owner_id = ?1 AND p.merged_into IS NULL AND (?2 = '' OR p.name LIKE ?2 ESCAPE '\\') "
                               "AND (p.name <> '' OR EXISTS (SELECT 1 FROM face f JOIN asset a ON a.id = f.asset_id "
                               "WHERE f.person_id = p.id AND a.trashed_at IS NULL AND a.is_hidden = 0))";

QString containing(const QString &part)
{
    if (part.isEmpty()) {
        return QStringLiteral("");
    }
    QString escaped = part;
    escaped.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return u'%' + escaped + u'%';
}

} // namespace

const char *personColumns()
{
    return OWN_COLUMNS "(SELECT count(DISTINCT f.asset_id) FROM face f JOIN asset a ON a.id = f.asset_id "
                       "WHERE f.person_id = p.id AND a.trashed_at IS NULL AND a.is_hidden = 0) AS assets";
}

Person personFrom(const Statement &row)
{
    Person person;
    person.id = row.int64(0);
    person.uuid = row.uuid(1);
    person.ownerId = row.int64(2);
    person.name = row.text(3);
    person.birthDate = row.text(4);
    person.isHidden = row.boolean(5);
    person.isFavorite = row.boolean(6);
    person.color = row.text(7);
    person.chosenCover = row.optionalInt64(8);
    person.updatedAt = row.int64(9);
    person.assetCount = row.int64(10);
    return person;
}

std::optional<Person> findPerson(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    Statement statement = db.prepare("SELECT id FROM person WHERE uuid = ?2 AND owner_id = ?1");
    statement.bindAll(ownerId, uuid);
    const auto id = statement.step() ? survivorOf(db, statement.int64(0)) : std::nullopt;
    return id ? findPersonById(db, *id) : std::nullopt;
}

std::optional<qint64> survivorOf(Connection &db, qint64 id)
{
    // Merges of merges are followed to the end; the depth is a guard against a circle that should not exist.
    Statement statement = db.prepare("WITH RECURSIVE chain(id, next, depth) AS ("
                                     "  SELECT id, merged_into, 0 FROM person WHERE id = ?1 "
                                     "  UNION ALL SELECT q.id, q.merged_into, depth + 1 FROM chain JOIN person q ON "
                                     "q.id = chain.next WHERE depth < 1000) "
                                     "SELECT id FROM chain WHERE next IS NULL");
    statement.bindAll(id);
    return statement.step() ? std::optional(statement.int64(0)) : std::nullopt;
}

std::optional<Person> findPersonById(Connection &db, qint64 id)
{
    static const std::string sql = select("p.id = ?1");
    Statement statement = db.prepare(sql);
    statement.bindAll(id);
    return firstOf(statement);
}

std::optional<Person> findPersonUncounted(Connection &db, qint64 id)
{
    Statement statement = db.prepare("SELECT " OWN_COLUMNS "0 FROM person p WHERE p.id = ?1");
    statement.bindAll(id);
    return firstOf(statement);
}

std::optional<Person> findPersonByName(Connection &db, qint64 ownerId, const QString &name)
{
    static const std::string sql = select(
        "p.owner_id = ?1 AND p.merged_into IS NULL AND p.name = ?2 COLLATE NOCASE ORDER BY assets DESC, p.id LIMIT 1");
    Statement statement = db.prepare(sql);
    statement.bindAll(ownerId, name);
    return firstOf(statement);
}

PeoplePage listPeople(Connection &db, qint64 ownerId, const PeopleFilter &filter)
{
    PeoplePage page;
    const QString name = containing(filter.name);
    static const std::string counts =
        storage::joined({"SELECT count(*), coalesce(sum(p.is_hidden), 0) FROM person p WHERE ", listed});
    Statement count = db.prepare(counts);
    count.bindAll(ownerId, name);
    count.step();
    page.hidden = count.int64(1);
    page.total = filter.withHidden ? count.int64(0) : count.int64(0) - page.hidden;
    static const std::string sql = select(
        storage::joined({listed, " AND (?3 OR p.is_hidden = 0) "
                                 "ORDER BY p.is_favorite DESC, p.name = '', assets DESC, p.id LIMIT ?4 OFFSET ?5"}));
    Statement rows = db.prepare(sql);
    rows.bindAll(ownerId, name, filter.withHidden, filter.size, qint64(filter.page - 1) * filter.size);
    while (rows.step()) {
        page.people.push_back(personFrom(rows));
    }
    page.hasNextPage = qint64(filter.page) * filter.size < page.total;
    return page;
}

} // namespace kinframe::faces

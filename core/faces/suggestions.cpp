// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/suggestions.h"

#include "base/ids.h"
#include "faces/act_scope.h"
#include "faces/people.h"
#include "storage/database.h"

namespace kinframe::faces {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

struct Suggestions::Pair
{
    qint64 id;
    Person person;
    Person other;
};

namespace {

struct Row
{
    QUuid uuid;
    double similarity;
    qint64 personId;
    qint64 otherId;
};

std::vector<qint64> faceIds(Connection &db, qint64 personId)
{
    std::vector<qint64> ids;
    Statement statement = db.prepare("SELECT id FROM face WHERE person_id = ?1");
    statement.bindAll(personId);
    while (statement.step()) {
        ids.push_back(statement.int64(0));
    }
    return ids;
}

} // namespace

Suggestions::Suggestions(const library::Services &services, PeopleIndexes &indexes, EventBus &events)
    : m_services(services)
    , m_indexes(indexes)
    , m_events(events)
{
}

Result<SuggestionPage> Suggestions::list(qint64 userId, int page, int size)
{
    return m_services.database.read([&](Connection &db) -> Result<SuggestionPage> {
        SuggestionPage result;
        Statement count = db.prepare("SELECT count(*) FROM suggestion WHERE owner_id = ?1");
        count.bindAll(userId);
        count.step();
        result.total = count.int64(0);
        // Whoever has given two names mostly means two people.
        Statement statement = db.prepare("SELECT s.uuid, s.similarity, s.person_id, s.other_person_id FROM suggestion "
                                         "s JOIN person p ON p.id = s.person_id JOIN person o ON o.id = "
                                         "s.other_person_id WHERE s.owner_id = ?1 ORDER BY p.name <> '' AND o.name <> "
                                         "'', s.similarity DESC, s.id LIMIT ?2 OFFSET ?3");
        statement.bindAll(userId, size, qint64(page - 1) * size);
        std::vector<Row> rows;
        while (statement.step()) {
            rows.push_back({statement.uuid(0), statement.real(1), statement.int64(2), statement.int64(3)});
        }
        for (const Row &row : rows) {
            const auto person = findPersonById(db, row.personId);
            const auto other = findPersonById(db, row.otherId);
            if (person && other) {
                result.items.push_back(
                    {row.uuid, row.similarity, *person, *other, coverOf(db, person->id), coverOf(db, other->id)});
            }
        }
        return result;
    });
}

Result<Suggestions::Pair> Suggestions::find(qint64 userId, const QUuid &suggestion)
{
    return m_services.database.read([&](Connection &db) -> Result<Pair> {
        Statement statement =
            db.prepare("SELECT person_id, other_person_id, id FROM suggestion WHERE uuid = ?1 AND owner_id = ?2");
        statement.bindAll(suggestion, userId);
        if (!statement.step()) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"suggestion"_s}, {u"id"_s, toText(suggestion)}});
        }
        return Pair{statement.int64(2), *findPersonById(db, statement.int64(0)),
                    *findPersonById(db, statement.int64(1))};
    });
}

Result<Person> Suggestions::confirm(qint64 userId, const QUuid &suggestion, QUuid *act)
{
    auto pair = find(userId, suggestion);
    if (!pair) {
        return failed(pair);
    }
    return People(m_services, m_indexes, m_events).merge(userId, pair->person.uuid, {pair->other.uuid}, act);
}

Result<void> Suggestions::reject(qint64 userId, const QUuid &suggestion, QUuid *act)
{
    auto pair = find(userId, suggestion);
    if (!pair) {
        return failed(pair);
    }
    return m_services.database.write([&](storage::Transaction &transaction) -> Result<void> {
        ActScope scope(transaction, {m_services, m_indexes, m_events}, userId);
        scope.keepApart(pair->person.id, pair->other.id);
        // Groups without a name come and go; what was said about their faces stays with the faces.
        for (const qint64 face : faceIds(transaction.db(), pair->other.id)) {
            scope.reject(face, pair->person.id);
        }
        scope.before().keepPerson(transaction.db(), pair->person.id);
        scope.before().keepPerson(transaction.db(), pair->other.id);
        scope.before().keepSuggestion(transaction.db(), pair->id);
        transaction.run("DELETE FROM suggestion WHERE id = ?1", pair->id);
        scope.finish(u"reject"_s,
                     {{u"person"_s, toText(pair->person.uuid)},
                      {u"name"_s, pair->person.name},
                      {u"other"_s, toText(pair->other.uuid)}},
                     act);
        return {};
    });
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/act.h"

#include "base/clock.h"
#include "base/ids.h"
#include "base/json_values.h"
#include "faces/person.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

std::optional<qint64> optionalNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QJsonObject faceState(const Statement &row)
{
    return {{u"person"_s, numberOrNull(row.optionalInt64(0))},
            {u"confirmed"_s, row.boolean(1)},
            {u"dismissed"_s, row.boolean(2)},
            {u"similarity"_s, row.isNull(3) ? QJsonValue(QJsonValue::Null) : QJsonValue(row.real(3))}};
}

QJsonValue textOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? QJsonValue(QJsonValue::Null) : QJsonValue(row.text(column));
}

QJsonArray pairsToJson(const std::map<std::pair<qint64, qint64>, bool> &pairs)
{
    QJsonArray array;
    for (const auto &[pair, was] : pairs) {
        array.append(QJsonArray{double(pair.first), double(pair.second), was});
    }
    return array;
}

std::map<std::pair<qint64, qint64>, bool> pairsFromJson(const QJsonArray &array)
{
    std::map<std::pair<qint64, qint64>, bool> pairs;
    for (const QJsonValue value : array) {
        const QJsonArray triple = value.toArray();
        pairs[{triple.at(0).toInteger(), triple.at(1).toInteger()}] = triple.at(2).toBool();
    }
    return pairs;
}

QJsonObject rowsToJson(const std::map<qint64, QJsonObject> &rows)
{
    QJsonObject object;
    for (const auto &[id, row] : rows) {
        object.insert(QString::number(id), row);
    }
    return object;
}

std::map<qint64, QJsonObject> rowsFromJson(const QJsonObject &object)
{
    std::map<qint64, QJsonObject> rows;
    for (auto row = object.begin(); row != object.end(); ++row) {
        rows[row.key().toLongLong()] = row.value().toObject();
    }
    return rows;
}

bool exists(Connection &db, const char *sql, qint64 first, qint64 second)
{
    Statement statement = db.prepare(sql);
    statement.bindAll(first, second);
    return statement.step();
}

constexpr const char *rejectionExists = "SELECT 1 FROM face_rejection WHERE face_id = ?1 AND person_id = ?2";
constexpr const char *distinctExists = "SELECT 1 FROM person_distinct WHERE low = ?1 AND high = ?2";

template <typename Key, typename Value>
Value valueOf(const std::map<Key, Value> &map, const Key &key, const Value &otherwise)
{
    const auto found = map.find(key);
    return found == map.end() ? otherwise : found->second;
}

/// Whose face it is by that row, after all merges.
std::optional<qint64> survivorIn(Connection &db, const QJsonObject &row)
{
    const auto person = optionalNumber(row.value("person"_L1));
    return person ? survivorOf(db, *person) : std::nullopt;
}

/// Whether people say the same of it; how similar it is may have been measured anew.
bool isSameFace(Connection &db, const QJsonObject &now, const QJsonObject &then)
{
    return now.value("confirmed"_L1) == then.value("confirmed"_L1) &&
           now.value("dismissed"_L1) == then.value("dismissed"_L1) && survivorIn(db, now) == survivorIn(db, then);
}

} // namespace

void RowStates::keepFace(Connection &db, qint64 faceId)
{
    if (m_faces.contains(faceId)) {
        return;
    }
    Statement statement =
        db.prepare("SELECT person_id, is_confirmed, is_dismissed, similarity FROM face WHERE id = ?1");
    statement.bindAll(faceId);
    if (statement.step()) {
        m_faces[faceId] = faceState(statement);
    }
}

void RowStates::keepFacesOf(Connection &db, qint64 personId)
{
    Statement statement =
        db.prepare("SELECT person_id, is_confirmed, is_dismissed, similarity, id FROM face WHERE person_id = ?1");
    statement.bindAll(personId);
    while (statement.step()) {
        m_faces.try_emplace(statement.int64(4), faceState(statement));
    }
}

void RowStates::keepPerson(Connection &db, qint64 personId)
{
    if (m_people.contains(personId)) {
        return;
    }
    Statement statement =
        db.prepare("SELECT name, birth_date, is_hidden, is_favorite, color, cover_face_id, merged_into "
                   "FROM person WHERE id = ?1");
    statement.bindAll(personId);
    if (statement.step()) {
        m_people[personId] = {{u"name"_s, statement.text(0)},
                              {u"birthDate"_s, textOrNull(statement, 1)},
                              {u"hidden"_s, statement.boolean(2)},
                              {u"favorite"_s, statement.boolean(3)},
                              {u"color"_s, textOrNull(statement, 4)},
                              {u"cover"_s, numberOrNull(statement.optionalInt64(5))},
                              {u"mergedInto"_s, numberOrNull(statement.optionalInt64(6))}};
    }
}

void RowStates::keepRejection(Connection &db, qint64 faceId, qint64 personId)
{
    m_rejections.try_emplace({faceId, personId}, exists(db, rejectionExists, faceId, personId));
}

void RowStates::keepDistinct(Connection &db, qint64 low, qint64 high)
{
    m_distinct.try_emplace({low, high}, exists(db, distinctExists, low, high));
}

void RowStates::keepSuggestion(Connection &db, qint64 suggestionId)
{
    QJsonObject &kept = m_suggestions[suggestionId];
    Statement statement = db.prepare("SELECT uuid, other_person_id, person_id, similarity, created_at FROM suggestion "
                                     "WHERE id = ?1 AND other_person_id IS NOT NULL");
    statement.bindAll(suggestionId);
    if (statement.step()) {
        kept = {{u"id"_s, toText(statement.uuid(0))},
                {u"other"_s, double(statement.int64(1))},
                {u"person"_s, double(statement.int64(2))},
                {u"similarity"_s, statement.real(3)},
                {u"createdAt"_s, double(statement.int64(4))}};
    }
}

void RowStates::keepSuggestionsOf(Connection &db, qint64 personId)
{
    Statement statement = db.prepare("SELECT id FROM suggestion WHERE person_id = ?1 OR other_person_id = ?1");
    statement.bindAll(personId);
    while (statement.step()) {
        keepSuggestion(db, statement.int64(0));
    }
}

void RowStates::keepNewFace(qint64 faceId)
{
    m_faces[faceId] = {{u"person"_s, QJsonValue::Null},
                       {u"confirmed"_s, false},
                       {u"dismissed"_s, true},
                       {u"similarity"_s, QJsonValue::Null}};
}

RowStates RowStates::current(Connection &db) const
{
    RowStates now;
    for (const auto &[id, row] : m_faces) {
        now.keepFace(db, id);
    }
    for (const auto &[id, row] : m_people) {
        now.keepPerson(db, id);
    }
    for (const auto &[pair, was] : m_rejections) {
        now.keepRejection(db, pair.first, pair.second);
    }
    for (const auto &[pair, was] : m_distinct) {
        now.keepDistinct(db, pair.first, pair.second);
    }
    for (const auto &[id, row] : m_suggestions) {
        now.keepSuggestion(db, id);
    }
    return now;
}

void RowStates::restorePeople(Transaction &transaction, const RowStates &from, const RowStates &now) const
{
    for (const auto &[id, current] : now.m_people) {
        QJsonObject row = current;
        const QJsonObject before = valueOf(from.m_people, id, current);
        const QJsonObject target = m_people.at(id);
        for (auto field = target.begin(); field != target.end(); ++field) {
            if (current.value(field.key()) == before.value(field.key())) {
                row.insert(field.key(), field.value());
            }
        }
        const auto mergedInto = optionalNumber(row.value("mergedInto"_L1));
        if (mergedInto && survivorOf(transaction.db(), *mergedInto).value_or(id) == id) {
            row.insert(u"mergedInto"_s, current.value("mergedInto"_L1)); // Merged the other way round since.
        }
        transaction.run("UPDATE person SET name = ?2, birth_date = ?3, is_hidden = ?4, is_favorite = ?5, color = ?6, "
                        "cover_face_id = ?7, merged_into = ?8, updated_at = ?9 WHERE id = ?1",
                        id, row.value("name"_L1).toString(), optionalText(row.value("birthDate"_L1)),
                        row.value("hidden"_L1).toBool(), row.value("favorite"_L1).toBool(),
                        optionalText(row.value("color"_L1)), optionalNumber(row.value("cover"_L1)),
                        optionalNumber(row.value("mergedInto"_L1)), transaction.stamp());
    }
}

void RowStates::restoreSuggestions(Transaction &transaction) const
{
    for (const auto &[id, row] : m_suggestions) {
        if (row.isEmpty()) {
            transaction.run("DELETE FROM suggestion WHERE id = ?1", id);
            continue;
        }
        // Unless it has been answered otherwise since, or is asked anew under another id.
        transaction.run("INSERT OR IGNORE INTO suggestion(id, uuid, owner_id, other_person_id, person_id, similarity, "
                        "created_at) SELECT ?1, ?2, p.owner_id, o.id, p.id, ?5, ?6 FROM person p, person o WHERE "
                        "o.id = ?3 AND p.id = ?4 AND p.merged_into IS NULL AND o.merged_into IS NULL AND NOT EXISTS "
                        "(SELECT 1 FROM person_distinct d WHERE d.low = min(?3, ?4) AND d.high = max(?3, ?4))",
                        id, QUuid::fromString(row.value("id"_L1).toString()), row.value("other"_L1).toInteger(),
                        row.value("person"_L1).toInteger(), row.value("similarity"_L1).toDouble(),
                        row.value("createdAt"_L1).toInteger());
    }
}

void RowStates::restore(Transaction &transaction, const RowStates &from) const
{
    const RowStates now = current(transaction.db());
    // Before people change: merging them anew would make other people of those that the faces are compared with.
    std::vector<qint64> unchanged;
    for (const auto &[id, row] : now.m_faces) {
        if (isSameFace(transaction.db(), row, valueOf(from.m_faces, id, row))) {
            unchanged.push_back(id);
        }
    }
    restorePeople(transaction, from, now);
    for (const qint64 id : unchanged) {
        const QJsonObject &row = m_faces.at(id);
        const QJsonValue similarity = row.value("similarity"_L1);
        transaction.run("UPDATE face SET person_id = ?2, is_confirmed = ?3, is_dismissed = ?4, similarity = ?5 "
                        "WHERE id = ?1",
                        id, survivorIn(transaction.db(), row), row.value("confirmed"_L1).toBool(),
                        row.value("dismissed"_L1).toBool(),
                        similarity.isDouble() ? std::optional(similarity.toDouble()) : std::nullopt);
    }
    for (const auto &[pair, was] : m_rejections) {
        if (valueOf(now.m_rejections, pair, was) == valueOf(from.m_rejections, pair, !was)) {
            transaction.run(was ? "INSERT OR IGNORE INTO face_rejection(face_id, person_id) SELECT f.id, p.id FROM "
                                  "face f, person p WHERE f.id = ?1 AND p.id = ?2"
                                : "DELETE FROM face_rejection WHERE face_id = ?1 AND person_id = ?2",
                            pair.first, pair.second);
        }
    }
    for (const auto &[pair, was] : m_distinct) {
        if (valueOf(now.m_distinct, pair, was) == valueOf(from.m_distinct, pair, !was)) {
            transaction.run(was ? "INSERT OR IGNORE INTO person_distinct(low, high) SELECT a.id, b.id FROM person a, "
                                  "person b WHERE a.id = ?1 AND b.id = ?2"
                                : "DELETE FROM person_distinct WHERE low = ?1 AND high = ?2",
                            pair.first, pair.second);
        }
    }
    restoreSuggestions(transaction);
}

QSet<qint64> RowStates::people() const
{
    QSet<qint64> people;
    for (const auto &[id, row] : m_people) {
        people.insert(id);
    }
    return people;
}

QSet<qint64> RowStates::faces() const
{
    QSet<qint64> faces;
    for (const auto &[id, row] : m_faces) {
        faces.insert(id);
    }
    return faces;
}

QString RowStates::toJson() const
{
    const QJsonObject object{{u"faces"_s, rowsToJson(m_faces)},
                             {u"people"_s, rowsToJson(m_people)},
                             {u"rejections"_s, pairsToJson(m_rejections)},
                             {u"distinct"_s, pairsToJson(m_distinct)},
                             {u"suggestions"_s, rowsToJson(m_suggestions)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RowStates RowStates::fromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    RowStates states;
    states.m_faces = rowsFromJson(object.value("faces"_L1).toObject());
    states.m_people = rowsFromJson(object.value("people"_L1).toObject());
    states.m_rejections = pairsFromJson(object.value("rejections"_L1).toArray());
    states.m_distinct = pairsFromJson(object.value("distinct"_L1).toArray());
    states.m_suggestions = rowsFromJson(object.value("suggestions"_L1).toObject());
    return states;
}

QUuid recordAct(Transaction &transaction, qint64 userId, const QString &kind, const QJsonObject &facts,
                const RowStates &before)
{
    const QUuid uuid = newUuid();
    transaction.run(
        "INSERT INTO history(uuid, user_id, kind, at, facts, undo, redo) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", uuid,
        userId, kind, wallMs(), QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact)), before.toJson(),
        before.current(transaction.db()).toJson());
    const qint64 id = transaction.db().lastInsertId();
    for (const qint64 person : before.people()) {
        transaction.run("INSERT OR IGNORE INTO history_person(history_id, person_id) VALUES (?1, ?2)", id, person);
    }
    return uuid;
}

} // namespace kinframe::faces

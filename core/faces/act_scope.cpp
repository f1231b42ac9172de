// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/act_scope.h"

#include "base/ids.h"
#include "faces/assigner.h"
#include "library/change_feed.h"
#include "library/owner.h"

namespace kinframe::faces {

using namespace Qt::StringLiterals;
using storage::Statement;

ActScope::ActScope(storage::Transaction &transaction, const Parts &parts, qint64 userId)
    : m_transaction(transaction)
    , m_parts(parts)
    , m_userId(userId)
{
}

Result<Person> ActScope::person(const QUuid &uuid)
{
    auto found = findPerson(db(), m_userId, uuid);
    if (!found) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"person"_s}, {u"id"_s, toText(uuid)}});
    }
    return *found;
}

Result<Face> ActScope::face(const QUuid &uuid)
{
    auto found = findFace(db(), m_userId, uuid);
    if (!found || found->isDismissed) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"face"_s}, {u"id"_s, toText(uuid)}});
    }
    return *found;
}

Person ActScope::makePerson(const QString &name)
{
    const qint64 id = faces::makePerson(m_transaction, m_userId);
    m_before.keepPerson(db(), id);
    m_transaction.run("UPDATE person SET name = ?2 WHERE id = ?1", id, name);
    m_people.insert(id);
    return *findPersonById(db(), id);
}

void ActScope::giveFace(const Face &face, qint64 personId)
{
    m_before.keepFace(db(), face.id);
    m_before.keepPerson(db(), personId);
    if (face.personId && *face.personId != personId) {
        m_before.keepPerson(db(), *face.personId);
        reject(face.id, *face.personId);
        m_people.insert(*face.personId);
    }
    m_before.keepRejection(db(), face.id, personId);
    m_transaction.run("DELETE FROM face_rejection WHERE face_id = ?1 AND person_id = ?2", face.id, personId);
    m_transaction.run(
        "UPDATE face SET person_id = ?2, is_confirmed = 1, is_dismissed = 0, similarity = NULL WHERE id = ?1", face.id,
        personId);
    m_assets.insert(face.assetId);
    m_people.insert(personId);
}

void ActScope::reject(qint64 faceId, qint64 personId)
{
    m_before.keepRejection(db(), faceId, personId);
    m_transaction.run("INSERT OR IGNORE INTO face_rejection(face_id, person_id) VALUES (?1, ?2)", faceId, personId);
}

void ActScope::keepApart(qint64 personId, qint64 other)
{
    const qint64 low = std::min(personId, other);
    const qint64 high = std::max(personId, other);
    m_before.keepDistinct(db(), low, high);
    m_transaction.run("INSERT OR IGNORE INTO person_distinct(low, high) VALUES (?1, ?2)", low, high);
}

void ActScope::touchPerson(qint64 personId)
{
    m_people.insert(personId);
    Statement statement = m_transaction.prepare("SELECT DISTINCT asset_id FROM face WHERE person_id = ?1");
    statement.bindAll(personId);
    while (statement.step()) {
        m_assets.insert(statement.int64(0));
    }
}

void ActScope::finish(const QString &kind, const QJsonObject &facts, QUuid *act)
{
    const QUuid id = recordAct(m_transaction, m_userId, kind, facts, m_before);
    if (act) {
        *act = id;
    }
    finishSilently();
}

void ActScope::finishSilently()
{
    const std::vector<qint64> assets(m_assets.begin(), m_assets.end());
    m_parts.services.changes.touch(m_transaction, assets);
    const QUuid user = library::findOwner(m_transaction.db(), m_userId).uuid;
    for (const qint64 id : m_people) {
        Statement statement = m_transaction.prepare("UPDATE person SET updated_at = ?2 WHERE id = ?1 RETURNING uuid");
        statement.bindAll(id, m_transaction.stamp());
        if (statement.step()) {
            m_transaction.afterCommit(
                [&events = m_parts.events, event = Event{u"person.changed"_s, statement.uuid(0), user, {}}] {
                    events.publish(event);
                });
        }
    }
    if (m_before.faces().isEmpty()) {
        return;
    }
    // Read anew when it is next needed: such acts are rare, and a person may have very many faces.
    m_parts.indexes.forget(m_userId);
    m_transaction.onRollback([&indexes = m_parts.indexes, userId = m_userId] { indexes.forget(userId); });
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/apply_clusters.h"

#include "base/clock.h"
#include "base/ids.h"
#include "faces/assigner.h"

#include <QSet>

#include <unordered_map>

namespace kinframe::faces {
namespace {

using storage::Statement;
using storage::Transaction;

/// The people of the groups, with those made that are new.
std::vector<qint64> peopleOf(Transaction &transaction, qint64 ownerId, const ClusterResult &result)
{
    std::vector<qint64> people;
    people.reserve(result.groups.size());
    for (const PersonGroup &group : result.groups) {
        people.push_back(group.person ? *group.person : makePerson(transaction, ownerId));
    }
    return people;
}

bool isAlive(Transaction &transaction, qint64 personId)
{
    Statement statement = transaction.prepare("SELECT 1 FROM person WHERE id = ?1 AND merged_into IS NULL");
    statement.bindAll(personId);
    return statement.step();
}

bool moveFace(Transaction &transaction, qint64 faceId, std::optional<PersonId> from, qint64 to)
{
    return transaction.run("UPDATE face SET person_id = ?3, similarity = NULL WHERE id = ?1 AND person_id IS ?2 AND "
                           "is_confirmed = 0 AND is_dismissed = 0 AND NOT EXISTS (SELECT 1 FROM face_rejection r "
                           "WHERE r.face_id = ?1 AND r.person_id = ?3)",
                           faceId, from, to) > 0;
}

void writeSuggestions(Transaction &transaction, qint64 ownerId, const ClusterResult &result,
                      const std::vector<qint64> &people)
{
    transaction.run("DELETE FROM suggestion WHERE owner_id = ?1", ownerId);
    for (const GroupSuggestion &suggestion : result.suggestions) {
        const qint64 first = people[suggestion.first];
        const qint64 second = people[suggestion.second];
        // The question is put about the group without a name, or else the smaller one, which comes later.
        transaction.run(
            "INSERT INTO suggestion(uuid, owner_id, other_person_id, person_id, similarity, created_at) "
            "SELECT ?1, ?2, CASE WHEN a.name = '' AND b.name <> '' THEN a.id ELSE b.id END, "
            "CASE WHEN a.name = '' AND b.name <> '' THEN b.id ELSE a.id END, ?5, ?6 "
            "FROM person a, person b WHERE a.id = ?3 AND b.id = ?4 AND NOT (a.is_hidden OR b.is_hidden) AND "
            "NOT EXISTS (SELECT 1 FROM person_distinct d WHERE d.low = min(?3, ?4) AND d.high = max(?3, ?4)) "
            "ON CONFLICT DO NOTHING",
            newUuid(), ownerId, first, second, double(suggestion.similarity), wallMs());
    }
}

} // namespace

qint64 applyClusters(Transaction &transaction, library::ChangeFeed &changes, qint64 ownerId, const ClusterInput &input,
                     const ClusterResult &result)
{
    std::unordered_map<FaceId, const ClusterFace *> before;
    for (const ClusterFace &face : input.faces) {
        before.emplace(face.id, &face);
    }
    const std::vector<qint64> people = peopleOf(transaction, ownerId, result);
    QSet<qint64> assets;
    qint64 moved = 0;
    for (size_t i = 0; i < result.groups.size(); ++i) {
        if (!isAlive(transaction, people[i])) {
            continue; // Merged or removed while the groups were computed.
        }
        for (const FaceId id : result.groups[i].faces) {
            const ClusterFace &face = *before.at(id);
            if (face.person == people[i] || face.confirmed) {
                continue;
            }
            if (moveFace(transaction, id, face.person, people[i])) {
                assets.insert(face.photo);
                ++moved;
            }
        }
    }
    const std::vector<qint64> touched(assets.begin(), assets.end());
    changes.touch(transaction, touched);
    removeEmptyGroups(transaction, ownerId);
    writeSuggestions(transaction, ownerId, result, people);
    return moved;
}

void removeEmptyGroups(Transaction &transaction, qint64 ownerId)
{
    // One into whom others were merged is still asked for by their ids, and history may bring faces back.
    transaction.run(
        "DELETE FROM person WHERE owner_id = ?1 AND name = '' AND is_favorite = 0 AND birth_date IS NULL AND "
        "merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM face WHERE person_id = person.id) AND "
        "NOT EXISTS (SELECT 1 FROM person q WHERE q.merged_into = person.id) AND "
        "NOT EXISTS (SELECT 1 FROM history_person h WHERE h.person_id = person.id)",
        ownerId);
}

} // namespace kinframe::faces

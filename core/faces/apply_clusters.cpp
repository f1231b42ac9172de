// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/apply_clusters.h"

#include "base/clock.h"
#include "base/ids.h"
#include "faces/assigner.h"
#include "faces/person.h"

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

/// Gives the face's asset; nothing where somebody said or changed something about it, or about who has it, meanwhile.
std::optional<qint64> moveFace(Transaction &transaction, qint64 faceId, std::optional<PersonId> from, qint64 to)
{
    Statement statement = transaction.prepare(
        "UPDATE face SET person_id = ?3, similarity = NULL WHERE id = ?1 AND person_id IS ?2 AND is_confirmed = 0 AND "
        "is_dismissed = 0 AND NOT EXISTS (SELECT 1 FROM face_rejection r WHERE r.face_id = ?1 AND r.person_id = ?3) "
        "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = ?2 AND (" KINFRAME_SINGLED_OUT ")) RETURNING asset_id");
    statement.bindAll(faceId, from, to);
    std::optional<qint64> asset;
    while (statement.step()) {
        asset = statement.int64(0);
    }
    return asset;
}

/// A group without a name that went into another as a whole leaves it what people ruled out about it.
void passOnRulings(Transaction &transaction, qint64 from, qint64 to)
{
    transaction.run("INSERT OR IGNORE INTO face_rejection(face_id, person_id) SELECT r.face_id, ?2 FROM face_rejection "
                    "r JOIN face f ON f.id = r.face_id WHERE r.person_id = ?1 AND f.person_id IS NOT ?2 AND "
                    "NOT EXISTS (SELECT 1 FROM face WHERE person_id = ?1)",
                    from, to);
    transaction.run("INSERT OR IGNORE INTO person_distinct(low, high) SELECT min(other, ?2), max(other, ?2) FROM "
                    "(SELECT CASE low WHEN ?1 THEN high ELSE low END AS other FROM person_distinct "
                    "WHERE low = ?1 OR high = ?1) WHERE other <> ?2 AND "
                    "NOT EXISTS (SELECT 1 FROM face WHERE person_id = ?1)",
                    from, to);
}

/// Questions that are still open keep their ids: somebody may be looking at them.
void writeSuggestions(Transaction &transaction, qint64 ownerId, const ClusterResult &result,
                      const std::vector<qint64> &people)
{
    QSet<qint64> open;
    for (const GroupSuggestion &suggestion : result.suggestions) {
        // The question is put about the group without a name, or else the smaller one, which comes later.
        Statement statement = transaction.prepare(
            "INSERT INTO suggestion(uuid, owner_id, other_person_id, person_id, similarity, created_at) "
            "SELECT ?1, ?2, CASE WHEN a.name = '' AND b.name <> '' THEN a.id ELSE b.id END, "
            "CASE WHEN a.name = '' AND b.name <> '' THEN b.id ELSE a.id END, ?5, ?6 "
            "FROM person a, person b WHERE a.id = ?3 AND b.id = ?4 AND NOT (a.is_hidden OR b.is_hidden) AND "
            "a.merged_into IS NULL AND b.merged_into IS NULL AND "
            "NOT EXISTS (SELECT 1 FROM person_distinct d WHERE d.low = min(?3, ?4) AND d.high = max(?3, ?4)) "
            "ON CONFLICT (other_person_id, person_id) WHERE other_person_id IS NOT NULL "
            "DO UPDATE SET similarity = excluded.similarity RETURNING id");
        statement.bindAll(newUuid(), ownerId, people[suggestion.first], people[suggestion.second],
                          double(suggestion.similarity), wallMs());
        while (statement.step()) {
            open.insert(statement.int64(0));
        }
    }
    std::vector<qint64> over;
    Statement all = transaction.prepare("SELECT id FROM suggestion WHERE owner_id = ?1");
    all.bindAll(ownerId);
    while (all.step()) {
        if (!open.contains(all.int64(0))) {
            over.push_back(all.int64(0));
        }
    }
    for (const qint64 id : over) {
        transaction.run("DELETE FROM suggestion WHERE id = ?1", id);
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
    QSet<std::pair<qint64, qint64>> moves;
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
            if (const auto asset = moveFace(transaction, id, face.person, people[i])) {
                assets.insert(*asset);
                moves.insert({face.person.value_or(0), people[i]});
                ++moved;
            }
        }
    }
    for (const auto &[from, to] : moves) {
        passOnRulings(transaction, from, to);
    }
    const std::vector<qint64> touched(assets.begin(), assets.end());
    changes.touch(transaction, touched);
    removeEmptyGroups(transaction, ownerId);
    writeSuggestions(transaction, ownerId, result, people);
    return moved;
}

void removeEmptyGroups(Transaction &transaction, qint64 ownerId)
{
    transaction.run("DELETE FROM person AS p WHERE p.owner_id = ?1 AND " KINFRAME_EMPTY_GROUP, ownerId);
}

} // namespace kinframe::faces

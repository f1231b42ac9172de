// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/merge.h"

namespace kinframe::faces {
namespace {

using storage::Statement;

std::vector<qint64> ids(Statement statement)
{
    std::vector<qint64> all;
    while (statement.step()) {
        all.push_back(statement.int64(0));
    }
    return all;
}

/// Whoever was no face of `from` is none of the two together either. What says that the two are not one is over.
void passOnRejections(ActScope &scope, qint64 into, qint64 from)
{
    Statement others = scope.transaction().prepare(
        "SELECT r.face_id FROM face_rejection r JOIN face f ON f.id = r.face_id WHERE r.person_id = ?1 AND "
        "(f.person_id IS NULL OR f.person_id NOT IN (?1, ?2))");
    others.bindAll(from, into);
    for (const qint64 face : ids(std::move(others))) {
        scope.reject(face, into);
    }
    Statement contradicting = scope.transaction().prepare(
        "SELECT r.face_id FROM face_rejection r JOIN face f ON f.id = r.face_id WHERE r.person_id = ?2 AND "
        "f.person_id = ?1");
    contradicting.bindAll(from, into);
    for (const qint64 face : ids(std::move(contradicting))) {
        scope.before().keepRejection(scope.db(), face, into);
        scope.transaction().run("DELETE FROM face_rejection WHERE face_id = ?1 AND person_id = ?2", face, into);
    }
}

void passOnDistinct(ActScope &scope, qint64 into, qint64 from)
{
    Statement others = scope.transaction().prepare(
        "SELECT CASE low WHEN ?1 THEN high ELSE low END FROM person_distinct WHERE low = ?1 OR high = ?1");
    others.bindAll(from);
    for (const qint64 other : ids(std::move(others))) {
        if (other != into) {
            scope.keepApart(into, other);
            continue;
        }
        const auto [low, high] = std::minmax(into, from);
        scope.before().keepDistinct(scope.db(), low, high);
        scope.transaction().run("DELETE FROM person_distinct WHERE low = ?1 AND high = ?2", low, high);
    }
}

} // namespace

void absorb(ActScope &scope, const Person &into, const Person &from)
{
    storage::Transaction &transaction = scope.transaction();
    scope.before().keepPerson(scope.db(), from.id);
    scope.before().keepFacesOf(scope.db(), from.id);
    scope.before().keepSuggestionsOf(scope.db(), from.id);
    scope.touchPerson(from.id);
    passOnRejections(scope, into.id, from.id);
    passOnDistinct(scope, into.id, from.id);
    transaction.run("UPDATE face SET person_id = ?2, is_confirmed = 1, similarity = NULL WHERE person_id = ?1", from.id,
                    into.id);
    transaction.run("UPDATE person SET merged_into = ?2 WHERE id = ?1", from.id, into.id);
    transaction.run("DELETE FROM suggestion WHERE person_id = ?1 OR other_person_id = ?1", from.id);
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/people.h"

#include "base/ids.h"
#include "faces/act_scope.h"
#include "faces/detections.h"
#include "faces/face_jobs.h"
#include "faces/merge.h"
#include "library/asset.h"
#include "storage/database.h"

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;

constexpr size_t mostAtOnce = 10'000;

Failure wrong(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

Result<void> checkCount(const QString &field, size_t count)
{
    if (count == 0) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"at least one id"_s}});
    }
    if (count > mostAtOnce) {
        return fail(
            ErrorCode::TooMany,
            {{u"field"_s, field}, {u"value"_s, QString::number(count)}, {u"limit"_s, QString::number(mostAtOnce)}});
    }
    return {};
}

QJsonObject factsOf(const Person &person)
{
    return {{u"person"_s, toText(person.uuid)}, {u"name"_s, person.name}};
}

Result<std::vector<Face>> facesFor(ActScope &scope, const std::vector<QUuid> &uuids)
{
    std::vector<Face> faces;
    for (const QUuid &uuid : uuids) {
        auto face = scope.face(uuid);
        if (!face) {
            return failed(face);
        }
        faces.push_back(*face);
    }
    return faces;
}

std::optional<qint64> coverFor(ActScope &scope, const Person &person, const PersonEdit &edit)
{
    Statement statement = scope.transaction().prepare(
        "SELECT f.id FROM face f JOIN asset a ON a.id = f.asset_id JOIN detection d ON d.id = f.detection_id "
        "WHERE f.person_id = ?1 AND (f.uuid = ?2 OR a.uuid = ?3) ORDER BY d.quality DESC LIMIT 1");
    statement.bindAll(person.id, edit.coverFace, edit.coverAsset);
    return statement.step() ? std::optional(statement.int64(0)) : std::nullopt;
}

std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

Result<void> apply(ActScope &scope, const Person &person, const PersonEdit &edit)
{
    storage::Transaction &transaction = scope.transaction();
    scope.before().keepPerson(scope.db(), person.id);
    if (edit.name) {
        transaction.run("UPDATE person SET name = ?2 WHERE id = ?1", person.id, edit.name->trimmed());
    }
    if (edit.birthDate) {
        transaction.run("UPDATE person SET birth_date = ?2 WHERE id = ?1", person.id, orNull(*edit.birthDate));
    }
    if (edit.color) {
        transaction.run("UPDATE person SET color = ?2 WHERE id = ?1", person.id, orNull(*edit.color));
    }
    transaction.run("UPDATE person SET is_hidden = ?2, is_favorite = ?3 WHERE id = ?1", person.id,
                    edit.isHidden.value_or(person.isHidden), edit.isFavorite.value_or(person.isFavorite));
    if (edit.coverFace || edit.coverAsset) {
        const auto cover = coverFor(scope, person, edit);
        if (!cover) {
            const QUuid asked = edit.coverFace ? *edit.coverFace : *edit.coverAsset;
            return wrong(u"featureFaceAssetId"_s, toText(asked), u"a face or photo of this person"_s);
        }
        transaction.run("UPDATE person SET cover_face_id = ?2 WHERE id = ?1", person.id, cover);
    }
    scope.touchPerson(person.id);
    return {};
}

bool isAbsorbed(ActScope &scope, const QUuid &person, const QSet<qint64> &absorbed)
{
    Statement statement = scope.transaction().prepare("SELECT id FROM person WHERE uuid = ?1");
    statement.bindAll(person);
    return statement.step() && absorbed.contains(statement.int64(0));
}

} // namespace

People::People(const library::Services &services, PeopleIndexes &indexes, EventBus &events)
    : m_services(services)
    , m_indexes(indexes)
    , m_events(events)
{
}

template <typename Body>
auto People::perform(qint64 userId, Body body)
{
    return m_services.database.write([&](storage::Transaction &transaction) {
        ActScope scope(transaction, {m_services, m_indexes, m_events}, userId);
        return body(scope);
    });
}

Result<Person> People::create(qint64 userId, const PersonEdit &edit, QUuid *act)
{
    if (auto checked = checkEdit(edit); !checked) {
        return failed(checked);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Person> {
        const Person person = scope.makePerson();
        if (auto applied = apply(scope, person, edit); !applied) {
            return failed(applied);
        }
        const Person made = *findPersonById(scope.db(), person.id);
        scope.finish(u"create"_s, factsOf(made), act);
        return *findPersonById(scope.db(), person.id);
    });
}

Result<Person> People::edit(qint64 userId, const QUuid &uuid, const PersonEdit &edit, QUuid *act)
{
    if (auto checked = checkEdit(edit); !checked) {
        return failed(checked);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Person> {
        auto person = scope.person(uuid);
        if (!person) {
            return person;
        }
        if (auto applied = apply(scope, *person, edit); !applied) {
            return failed(applied);
        }
        QJsonObject facts = factsOf(*findPersonById(scope.db(), person->id));
        facts.insert(u"formerName"_s, person->name);
        scope.finish(kindOfEdit(edit), facts, act);
        return *findPersonById(scope.db(), person->id);
    });
}

Result<Person> People::merge(qint64 userId, const QUuid &into, const std::vector<QUuid> &others, QUuid *act)
{
    if (auto checked = checkCount(u"ids"_s, others.size()); !checked) {
        return failed(checked);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Person> {
        auto person = scope.person(into);
        if (!person) {
            return person;
        }
        // All faces of the one who stays are confirmed too, or recognition could take the two apart again.
        scope.before().keepPerson(scope.db(), person->id);
        scope.before().keepFacesOf(scope.db(), person->id);
        scope.transaction().run("UPDATE face SET is_confirmed = 1 WHERE person_id = ?1", person->id);
        QString name = person->name;
        QStringList names;
        QSet<qint64> absorbed;
        for (const QUuid &uuid : others) {
            if (isAbsorbed(scope, uuid, absorbed)) {
                continue; // Named twice.
            }
            auto other = scope.person(uuid);
            if (!other) {
                return other;
            }
            if (other->id == person->id) {
                return wrong(u"ids"_s, toText(uuid), u"other people than the one they become"_s);
            }
            absorb(scope, *person, *other);
            absorbed.insert(other->id);
            names << other->name;
            name = name.isEmpty() ? other->name : name;
        }
        scope.transaction().run("UPDATE person SET name = ?2 WHERE id = ?1", person->id, name);
        scope.touchPerson(person->id);
        QJsonObject facts = factsOf(*findPersonById(scope.db(), person->id));
        facts.insert(u"merged"_s, names.join(u", "_s));
        scope.finish(u"merge"_s, facts, act);
        return *findPersonById(scope.db(), person->id);
    });
}

Result<Person> People::split(qint64 userId, const QUuid &uuid, const std::vector<QUuid> &faces, QUuid *act)
{
    if (auto checked = checkCount(u"faceIds"_s, faces.size()); !checked) {
        return failed(checked);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Person> {
        auto person = scope.person(uuid);
        auto found = facesFor(scope, faces);
        if (!person || !found) {
            return !person ? failed(person) : failed(found);
        }
        const Person part = scope.makePerson();
        for (const Face &face : *found) {
            if (face.personId != person->id) {
                return wrong(u"faceIds"_s, toText(face.uuid), u"faces of this person"_s);
            }
            scope.giveFace(face, part.id);
        }
        scope.keepApart(person->id, part.id);
        QJsonObject facts = factsOf(*person);
        facts.insert(u"faces"_s, double(found->size()));
        scope.finish(u"split"_s, facts, act);
        return *findPersonById(scope.db(), part.id);
    });
}

Result<Person> People::moveFaces(qint64 userId, const QUuid &to, const std::vector<QUuid> &faces, QUuid *act)
{
    if (auto checked = checkCount(u"faceIds"_s, faces.size()); !checked) {
        return failed(checked);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Person> {
        auto person = scope.person(to);
        auto found = facesFor(scope, faces);
        if (!person || !found) {
            return !person ? failed(person) : failed(found);
        }
        for (const Face &face : *found) {
            scope.giveFace(face, person->id);
        }
        QJsonObject facts = factsOf(*person);
        facts.insert(u"faces"_s, double(found->size()));
        scope.finish(u"move"_s, facts, act);
        return *findPersonById(scope.db(), person->id);
    });
}

Result<Person> People::moveFacesOfAssets(qint64 userId, const QUuid &to, const std::vector<FaceOfPerson> &wanted)
{
    if (auto checked = checkCount(u"data"_s, wanted.size()); !checked) {
        return failed(checked);
    }
    auto faces = m_services.database.read([&](storage::Connection &db) -> Result<std::vector<QUuid>> {
        std::vector<QUuid> uuids;
        for (const FaceOfPerson &one : wanted) {
            const auto person = findPerson(db, userId, one.person);
            const size_t before = uuids.size();
            Statement statement = db.prepare("SELECT f.uuid FROM face f JOIN asset a ON a.id = f.asset_id "
                                             "WHERE f.owner_id = ?1 AND a.uuid = ?2 AND f.person_id = ?3");
            statement.bindAll(userId, one.asset, person ? person->id : 0);
            while (statement.step()) {
                uuids.push_back(statement.uuid(0));
            }
            if (uuids.size() == before) {
                return fail(ErrorCode::NotFound, {{u"what"_s, u"face"_s}, {u"id"_s, toText(one.asset)}});
            }
        }
        return uuids;
    });
    return faces ? moveFaces(userId, to, *faces) : Result<Person>(failed(faces));
}

Result<void> People::rejectFaces(qint64 userId, const QUuid &uuid, const std::vector<QUuid> &faces, QUuid *act)
{
    if (auto checked = checkCount(u"faceIds"_s, faces.size()); !checked) {
        return checked;
    }
    return perform(userId, [&](ActScope &scope) -> Result<void> {
        auto person = scope.person(uuid);
        auto found = facesFor(scope, faces);
        if (!person || !found) {
            return !person ? failed(person) : failed(found);
        }
        scope.before().keepPerson(scope.db(), person->id);
        scope.stampPerson(person->id);
        for (const Face &face : *found) {
            if (face.personId != person->id) {
                return wrong(u"faceIds"_s, toText(face.uuid), u"faces of this person"_s);
            }
            scope.before().keepFace(scope.db(), face.id);
            scope.touchAsset(face.assetId);
            scope.reject(face.id, person->id);
            scope.transaction().run("UPDATE face SET person_id = ?2, is_confirmed = 0, similarity = NULL WHERE id = ?1",
                                    face.id, scope.makePerson().id);
        }
        QJsonObject facts = factsOf(*person);
        facts.insert(u"faces"_s, double(found->size()));
        scope.finish(u"reject_faces"_s, facts, act);
        auto queued = enqueueClustering(scope.transaction(), m_services.jobs, userId, facesAtMost(scope.db()));
        return queued ? Result<void>{} : Result<void>(failed(queued));
    });
}

Result<void> People::dismissFaces(qint64 userId, const std::vector<QUuid> &faces, QUuid *act)
{
    if (auto checked = checkCount(u"faceIds"_s, faces.size()); !checked) {
        return checked;
    }
    return perform(userId, [&](ActScope &scope) -> Result<void> {
        auto found = facesFor(scope, faces);
        if (!found) {
            return failed(found);
        }
        for (const Face &face : *found) {
            scope.before().keepFace(scope.db(), face.id);
            if (face.personId) {
                scope.before().keepPerson(scope.db(), *face.personId);
                scope.stampPerson(*face.personId);
            }
            scope.transaction().run(
                "UPDATE face SET is_dismissed = 1, is_confirmed = 0, person_id = NULL WHERE id = ?1", face.id);
            scope.touchAsset(face.assetId);
        }
        scope.finish(u"dismiss"_s,
                     {{u"asset"_s, toText(found->front().assetUuid)}, {u"faces"_s, double(found->size())}}, act);
        return {};
    });
}

Result<Face> People::drawFace(qint64 userId, const QUuid &assetUuid, const Box &box, const QUuid &personUuid,
                              QUuid *act)
{
    const bool isInside = box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 && box.x + box.width <= 1.0001F &&
                          box.y + box.height <= 1.0001F;
    if (!isInside) {
        return wrong(u"width"_s, u"%1 x %2"_s.arg(double(box.width)).arg(double(box.height)),
                     u"a box inside the photo"_s);
    }
    return perform(userId, [&](ActScope &scope) -> Result<Face> {
        const auto asset = library::findAsset(scope.db(), userId, assetUuid);
        if (!asset) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(assetUuid)}});
        }
        auto person = scope.person(personUuid);
        if (!person) {
            return failed(person);
        }
        FaceFound drawn;
        drawn.face.box = turned(box, -asset->turn); // Detections lie in the picture as its file shows it.
        drawn.face.sizePixels =
            std::min(box.width * float(asset->width.value_or(0)), box.height * float(asset->height.value_or(0)));
        const qint64 detection = storeDrawing(scope.transaction(), asset->blobId, userId, nullptr, drawn);
        const QUuid uuid = newUuid();
        scope.transaction().run("INSERT INTO face(uuid, owner_id, asset_id, detection_id) VALUES (?1, ?2, ?3, ?4)",
                                uuid, userId, asset->id, detection);
        const Face face = *findFace(scope.db(), userId, uuid);
        scope.before().keepNewFace(face.id);
        scope.giveFace(face, person->id);
        scope.finish(u"draw"_s, factsOf(*person), act);
        // The face is measured in the background, so that others can be compared with it.
        if (auto queued = enqueueFaces(scope.transaction(), m_services.jobs, userId, assetUuid); !queued) {
            return failed(queued);
        }
        return *findFace(scope.db(), userId, uuid);
    });
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/face_acts.h"

#include "base/ids.h"
#include "faces/history.h"
#include "faces/people.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

Result<faces::Face> findFace(const Services &services, qint64 userId, const QUuid &uuid)
{
    return services.library.database.read([&](storage::Connection &db) -> Result<faces::Face> {
        auto face = faces::findFace(db, userId, uuid);
        return face ? Result<faces::Face>(*face)
                    : fail(ErrorCode::NotFound, {{u"what"_s, u"face"_s}, {u"id"_s, toText(uuid)}});
    });
}

Result<std::optional<faces::Person>> findPerson(const Services &services, qint64 userId, const QUuid &uuid,
                                                const QString &name)
{
    return services.library.database.read([&](storage::Connection &db) -> Result<std::optional<faces::Person>> {
        return uuid.isNull() ? faces::findPersonByName(db, userId, name) : faces::findPerson(db, userId, uuid);
    });
}

/// Who is meant, made where nobody has that name yet; `acts` gets the making.
Result<QUuid> personFor(const Services &services, qint64 userId, const QUuid &uuid, const QString &name, Acts &acts)
{
    const auto known = findPerson(services, userId, uuid, name);
    if (!known) {
        return failed(known);
    }
    if (*known) {
        return (*known)->uuid;
    }
    faces::PersonEdit edit;
    edit.name = name;
    QUuid act;
    const auto made = services.people.create(userId, edit, &act);
    if (!made) {
        return failed(made);
    }
    acts.push_back(act);
    return made->uuid;
}

Result<Acts> nameGroup(const Services &services, qint64 userId, const QUuid &group, const QString &name,
                       const QUuid &person)
{
    const auto known = findPerson(services, userId, person, name);
    if (!known) {
        return failed(known);
    }
    QUuid act;
    if (*known && (*known)->uuid != group) {
        const auto merged = services.people.merge(userId, (*known)->uuid, {group}, &act);
        return merged ? Result<Acts>({act}) : failed(merged);
    }
    faces::PersonEdit edit;
    edit.name = name;
    const auto named = services.people.edit(userId, group, edit, &act);
    return named ? Result<Acts>({act}) : failed(named);
}

} // namespace

Result<Acts> nameFace(const Services &services, qint64 userId, const QUuid &uuid, const QString &name,
                      const QUuid &person)
{
    const auto face = findFace(services, userId, uuid);
    if (!face) {
        return failed(face);
    }
    if (face->personUuid) {
        const auto present = findPerson(services, userId, *face->personUuid, {});
        if (!present) {
            return failed(present);
        }
        if (*present && (*present)->name.isEmpty()) {
            return nameGroup(services, userId, (*present)->uuid, name, person);
        }
    }
    Acts acts;
    const auto to = personFor(services, userId, person, name, acts);
    if (!to) {
        return failed(to);
    }
    if (face->personUuid && *to == *face->personUuid) {
        return acts;
    }
    QUuid act;
    if (const auto moved = services.people.moveFaces(userId, *to, {uuid}, &act); !moved) {
        return failed(moved);
    }
    acts.push_back(act);
    return acts;
}

Result<Acts> drawFace(const Services &services, qint64 userId, const QUuid &asset, const faces::Box &box,
                      const QString &name, const QUuid &person)
{
    Acts acts;
    const auto to = personFor(services, userId, person, name, acts);
    if (!to) {
        return failed(to);
    }
    QUuid act;
    if (const auto drawn = services.people.drawFace(userId, asset, box, *to, &act); !drawn) {
        return failed(drawn);
    }
    acts.push_back(act);
    return acts;
}

Result<Acts> reshapeFace(const Services &services, qint64 userId, const QUuid &uuid, const faces::Box &box)
{
    const auto face = findFace(services, userId, uuid);
    if (!face) {
        return failed(face);
    }
    if (!face->personUuid) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the face has no name yet"_s}});
    }
    // A new box of the same person, and the one that was found is no face: so it is not found again.
    Acts acts(2);
    if (const auto drawn = services.people.drawFace(userId, face->assetUuid, box, *face->personUuid, &acts[0]);
        !drawn) {
        return failed(drawn);
    }
    if (const auto dismissed = services.people.dismissFaces(userId, {uuid}, &acts[1]); !dismissed) {
        (void)services.history.undo(userId, acts[0]);
        return failed(dismissed);
    }
    return acts;
}

Result<Acts> dismissFace(const Services &services, qint64 userId, const QUuid &face)
{
    Acts acts(1);
    const auto dismissed = services.people.dismissFaces(userId, {face}, &acts[0]);
    return dismissed ? Result<Acts>(std::move(acts)) : failed(dismissed);
}

Result<void> undoActs(const Services &services, qint64 userId, const Acts &acts)
{
    for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
        if (const auto undone = services.history.undo(userId, *act); !undone) {
            return failed(undone);
        }
    }
    return {};
}

Result<void> redoActs(const Services &services, qint64 userId, const Acts &acts)
{
    for (const QUuid &act : acts) {
        if (const auto redone = services.history.redo(userId, act); !redone) {
            return failed(redone);
        }
    }
    return {};
}

} // namespace kinframe::ui

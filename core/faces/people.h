// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "faces/face.h"
#include "faces/people_index.h"
#include "faces/person.h"
#include "faces/person_edit.h"
#include "library/services.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::faces {

/// A face of an asset and the person it has now.
struct FaceOfPerson
{
    QUuid asset;
    QUuid person;
};

/// What people do with people. Every act is one transaction, is kept in the history and can be undone; none is ever
/// undone by recognition. NotFound names what the user does not have; bad values are InvalidArgument and change
/// nothing. `act`, where there is one, gets the act's id in the history. Every call from any thread but the writer's.
class People
{
public:
    People(const library::Services &services, PeopleIndexes &indexes, EventBus &events);

    [[nodiscard]] Result<Person> create(qint64 userId, const PersonEdit &edit, QUuid *act = nullptr);
    [[nodiscard]] Result<Person> edit(qint64 userId, const QUuid &person, const PersonEdit &edit, QUuid *act = nullptr);
    /// All of `others` become `into`, whose details win; it takes a name from them where it has none.
    [[nodiscard]] Result<Person> merge(qint64 userId, const QUuid &into, const std::vector<QUuid> &others,
                                       QUuid *act = nullptr);
    /// Takes faces out of a person and makes a new one of them. They never come back by themselves.
    [[nodiscard]] Result<Person> split(qint64 userId, const QUuid &person, const std::vector<QUuid> &faces,
                                       QUuid *act = nullptr);
    /// They are not of that person and never will be; each stands alone until all faces are sorted anew, soon.
    [[nodiscard]] Result<void> rejectFaces(qint64 userId, const QUuid &person, const std::vector<QUuid> &faces,
                                           QUuid *act = nullptr);
    /// Gives faces to a person, confirmed.
    [[nodiscard]] Result<Person> moveFaces(qint64 userId, const QUuid &to, const std::vector<QUuid> &faces,
                                           QUuid *act = nullptr);
    [[nodiscard]] Result<Person> moveFacesOfAssets(qint64 userId, const QUuid &to,
                                                   const std::vector<FaceOfPerson> &faces);
    /// "Not a face": they are in no list any more and are not found again.
    [[nodiscard]] Result<void> dismissFaces(qint64 userId, const std::vector<QUuid> &faces, QUuid *act = nullptr);
    [[nodiscard]] Result<void> dismissFace(qint64 userId, const QUuid &face) { return dismissFaces(userId, {face}); }
    /// A box drawn by hand (0..1 of the picture as it is shown), of that person.
    [[nodiscard]] Result<Face> drawFace(qint64 userId, const QUuid &asset, const Box &box, const QUuid &person,
                                        QUuid *act = nullptr);

private:
    /// Runs an act, `body(ActScope &) -> Result<T>`, in a write of its own.
    template <typename Body>
    auto perform(qint64 userId, Body body);

    library::Services m_services;
    PeopleIndexes &m_indexes;
    EventBus &m_events;
};

} // namespace kinframe::faces

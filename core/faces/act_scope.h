// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "faces/act.h"
#include "faces/face.h"
#include "faces/people_index.h"
#include "faces/person.h"
#include "library/services.h"

#include <QJsonObject>
#include <QSet>

namespace kinframe::faces {

/// One act of a person while it is done: keeps the rows before they change, changes them, and at the end gives the
/// assets their stamps, records the act and tells who listens. On the writer thread; throws SqlError.
class ActScope
{
public:
    struct Parts
    {
        const library::Services &services;
        PeopleIndexes &indexes;
        EventBus &events;
    };
    ActScope(storage::Transaction &transaction, const Parts &parts, qint64 userId);

    [[nodiscard]] storage::Transaction &transaction() { return m_transaction; }
    [[nodiscard]] storage::Connection &db() { return m_transaction.db(); }
    [[nodiscard]] qint64 userId() const { return m_userId; }
    [[nodiscard]] RowStates &before() { return m_before; }

    // NotFound where the user has none of that id.
    [[nodiscard]] Result<Person> person(const QUuid &uuid);
    [[nodiscard]] Result<Face> face(const QUuid &uuid);

    /// A new person, who is nobody again when the act is undone.
    [[nodiscard]] Person makePerson(const QString &name = {});
    /// Gives a face to somebody, as a person's word: it is confirmed, and never goes back to who had it before.
    void giveFace(const Face &face, qint64 personId);
    /// The face is not of that person and never will be.
    void reject(qint64 faceId, qint64 personId);
    void keepApart(qint64 personId, qint64 other);
    /// Stamps the person alone: they have other faces than before, and the assets of those are stamped by themselves.
    void stampPerson(qint64 personId) { m_people.insert(personId); }
    /// Stamps the person, and all assets they are in: their name is part of those.
    void touchPerson(qint64 personId);
    void touchAsset(qint64 assetId) { m_assets.insert(assetId); }

    /// Ends the act. Its id in the history goes to `act` where there is one.
    void finish(const QString &kind, const QJsonObject &facts, QUuid *act = nullptr);
    /// As finish, for what is already part of the history.
    void finishSilently();

private:
    storage::Transaction &m_transaction;
    Parts m_parts;
    qint64 m_userId;
    RowStates m_before;
    QSet<qint64> m_assets;
    QSet<qint64> m_people;
};

} // namespace kinframe::faces

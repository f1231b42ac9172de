// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::faces {

/// One person in a list of all of them: what orders and names them, no more. A value as it was read.
struct ListedPerson
{
    qint64 id = 0;
    QUuid uuid;
    QString name;
    bool isFavorite = false;
    bool isHidden = false;
    qint64 assetCount = 0; ///< photos and videos, without what lies in the trash

    friend bool operator==(const ListedPerson &, const ListedPerson &) = default;
};

// All throw SqlError.

/// Everybody who has a face in a photo, or a name, hidden ones too; in no order. A fraction of a second for 200,000
/// faces, where listPeople's pages would count the photos of everybody again for each.
[[nodiscard]] std::vector<ListedPerson> listEverybody(storage::Connection &db, qint64 ownerId);
/// One of them; nothing where that person is not (any more) in the list: merged, say.
[[nodiscard]] std::optional<ListedPerson> findListed(storage::Connection &db, qint64 ownerId, const QUuid &person);

/// Everybody with a name, in no order; `assetCount` is how many of their faces there are: quicker to tell.
[[nodiscard]] std::vector<ListedPerson> listNamed(storage::Connection &db, qint64 ownerId);

/// One face or one photo of a person, by the time it was taken.
struct DatedItem
{
    qint64 id = 0; ///< row id of the face, or of the asset
    QUuid face;
    QUuid asset;
    qint64 takenAt = 0; ///< ms since 1970, on the clocks of the place where it was taken
    bool isVideo = false;
    bool isConfirmed = false;

    friend bool operator==(const DatedItem &, const DatedItem &) = default;
};

/// Newest first; nothing from the trash.
[[nodiscard]] std::vector<DatedItem> facesByDate(storage::Connection &db, qint64 personId);
/// The same, each asset once.
[[nodiscard]] std::vector<DatedItem> photosByDate(storage::Connection &db, qint64 personId);

} // namespace kinframe::faces

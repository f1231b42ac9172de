// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "base/events.h"

#include <utility>
#include <vector>

namespace kinframe::albums {

/// All that an album is, so that one which was deleted comes back as it was. A value; times in ms.
struct KeptAlbum
{
    QUuid uuid;
    QString name;
    QString description;
    std::optional<QUuid> cover; ///< as it was chosen by hand
    bool isOldestFirst = false;
    bool isActivityEnabled = true;
    qint64 createdAt = 0;
    std::vector<std::pair<QUuid, qint64>> assets; ///< each with when it was added
    std::vector<AlbumMember> members;
};

// Each of these throws SqlError.

/// NotFound where the user sees no such album.
[[nodiscard]] Result<KeptAlbum> keepAlbum(storage::Connection &db, qint64 ownerId, const QUuid &uuid);
/// The photo that somebody chose for the album's cover; none where nobody did.
[[nodiscard]] std::optional<QUuid> chosenCover(storage::Connection &db, qint64 ownerId, const QUuid &uuid);

// Called inside a write.

/// Photos that are gone for good by now are left out. Conflict where the album is there.
[[nodiscard]] Result<Album> restoreAlbum(storage::Transaction &transaction, qint64 ownerId, const KeptAlbum &kept);
/// The newest photo is the cover again.
void forgetCover(storage::Transaction &transaction, qint64 ownerId, const QUuid &uuid);
/// Tells who listens, once this is committed, that the album is another than it was, or is gone: `album.changed`.
/// Before an album is deleted, as it is then known whose it was. The bus outlives the write.
void tellOfAlbum(storage::Transaction &transaction, EventBus &events, const QUuid &uuid);

} // namespace kinframe::albums

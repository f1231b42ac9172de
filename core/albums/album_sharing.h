// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "library/asset.h"

#include <optional>
#include <span>

namespace kinframe::albums {

// Albums that others see too: viewers look and download, editors also add and take away photos and name it. All of it
// ends with the membership, at once. Each of these throws SqlError.

/// Somebody's photo that the user may look at: their own, also in the trash, or one that an album shows which they see,
/// with the hidden half of a live photo.
[[nodiscard]] std::optional<library::Asset> findSeenAsset(storage::Connection &db, qint64 userId, const QUuid &uuid);

struct AlbumCounts
{
    qint64 owned = 0;
    qint64 shared = 0;    ///< by the user, or with them
    qint64 notShared = 0; ///< of those that are owned
};
[[nodiscard]] AlbumCounts countAlbums(storage::Connection &db, qint64 userId);

// Called inside a write. For all: NotFound where it is not the user's own album.

struct NewMember
{
    QUuid user;
    AlbumRole role = AlbumRole::Editor; ///< never Owner
};

/// All of them or none. NotFound for a user who is not there, InvalidArgument for one who sees it already.
[[nodiscard]] Result<Album> shareAlbum(storage::Transaction &transaction, qint64 userId, const QUuid &album,
                                       std::span<const NewMember> members);
/// NotFound also for somebody who is no member.
[[nodiscard]] Result<void> setAlbumRole(storage::Transaction &transaction, qint64 userId, const QUuid &album,
                                        const QUuid &member, AlbumRole role);
/// Members may do so for themselves. NotFound also for somebody who is no member, InvalidArgument for the owner.
[[nodiscard]] Result<void> unshareAlbum(storage::Transaction &transaction, qint64 userId, const QUuid &album,
                                        const QUuid &member);

} // namespace kinframe::albums

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::albums {

/// What a user may do with an album.
enum class AlbumRole {
    Owner,
    Editor, ///< all but to delete or share it
    Viewer, ///< looks and downloads
};

/// Somebody besides the owner who sees an album.
struct AlbumMember
{
    QUuid user;
    AlbumRole role = AlbumRole::Viewer;
};

/// Photos that belong together, of its owner and of those who may add to it. What is counted and dated of them leaves
/// out the trash and the hidden halves of live photos. A value as it was read; times in ms.
struct Album
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    qint64 ownerId = 0;
    QUuid owner;
    AlbumRole role = AlbumRole::Owner; ///< of who asked
    qint64 askedBy = 0;                ///< row id of that user
    std::vector<AlbumMember> members;  ///< in the order in which they came
    QString name;
    QString description;
    std::optional<QUuid> cover; ///< the one that was chosen, else the newest; none where it is empty
    bool isOldestFirst = false;
    bool isActivityEnabled = true;
    qint64 createdAt = 0;
    qint64 updatedAt = 0; ///< change stamp
    qint64 assetCount = 0;
    std::optional<qint64> firstTaken; ///< wall clock where it was taken, as if it were UTC
    std::optional<qint64> lastTaken;
    std::optional<qint64> lastChanged; ///< of its photos: a change stamp
};

/// What is absent stays.
struct AlbumEdit
{
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    std::optional<QUuid> cover = {};
    std::optional<bool> isOldestFirst = {};
    std::optional<bool> isActivityEnabled = {};
};

/// What became of one photo of many: nothing where it was done, else NotFound, Forbidden or Conflict.
using ItemOutcome = std::optional<Error>;

// Each of these throws SqlError.

enum class AlbumScope {
    Own,
    Shared,    ///< by the user, or with them
    NotShared, ///< the user's own that nobody else sees
    Seen,      ///< all that the user sees
};

/// Albums of that kind, the newest first; with `holding` those alone that this photo is in.
[[nodiscard]] std::vector<Album> albumsOf(storage::Connection &db, qint64 userId,
                                          const std::optional<QUuid> &holding = {}, AlbumScope scope = AlbumScope::Own);
/// NotFound where the user sees no such album.
[[nodiscard]] Result<Album> findAlbum(storage::Connection &db, qint64 userId, const QUuid &uuid);
/// NotFound also where the user may not change it.
[[nodiscard]] Result<Album> findAlbumToEdit(storage::Connection &db, qint64 userId, const QUuid &uuid);
/// Row ids of what is counted, in the album's order.
[[nodiscard]] std::vector<qint64> assetsOf(storage::Connection &db, const Album &album);

// Called inside a write.

/// An album without a name is one too. TooLarge for a name or a description of a book's length; NotFound for a photo
/// that the user does not have, and nothing is made then.
[[nodiscard]] Result<Album> createAlbum(storage::Transaction &transaction, qint64 ownerId, const AlbumEdit &edit,
                                        std::span<const QUuid> assets);
/// By its owner and editors. NotFound also for a cover that is not in the album.
[[nodiscard]] Result<Album> editAlbum(storage::Transaction &transaction, qint64 userId, const QUuid &uuid,
                                      const AlbumEdit &edit);
/// By its owner alone. The photos stay.
[[nodiscard]] Result<void> deleteAlbum(storage::Transaction &transaction, qint64 ownerId, const QUuid &uuid);

/// A change stamp for it.
void touchAlbum(storage::Transaction &transaction, qint64 albumId);

/// The album as findAlbumToEdit() gave it. One outcome for each, in order: Conflict for what is in it already,
/// Forbidden for what the user does not have.
[[nodiscard]] std::vector<ItemOutcome> addToAlbum(storage::Transaction &transaction, const Album &album,
                                                  std::span<const QUuid> assets);
/// NotFound for what is not in it.
[[nodiscard]] std::vector<ItemOutcome> removeFromAlbum(storage::Transaction &transaction, const Album &album,
                                                       std::span<const QUuid> assets);

} // namespace kinframe::albums

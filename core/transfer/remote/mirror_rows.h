// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/remote_asset.h"

#include <span>
#include <vector>

namespace kinframe::storage {
class Connection;
class Transaction;
class Statement;
} // namespace kinframe::storage

namespace kinframe::transfer::rows {

/// Whose list an asset stands in.
enum class Standing { Own, Others };

// The copy of a server's list. All throw SqlError.

/// Adds it or brings it up to date; one that is hidden there goes. Gives its row; 0 where it is hidden.
qint64 putAsset(storage::Transaction &transaction, qint64 serverId, const RemoteAsset &asset, qint64 generation,
                Standing standing);
void removeAsset(storage::Transaction &transaction, qint64 serverId, const QUuid &id);
/// Removes some of those that no walk since `generation` has seen; gives how many.
qint64 removeUnseen(storage::Transaction &transaction, qint64 serverId, qint64 generation, qint64 most);
/// How many the walk of that generation has seen.
[[nodiscard]] qint64 countSeen(storage::Connection &db, qint64 serverId, qint64 generation);

/// The row of an album or a person, made where it is missing.
qint64 groupRow(storage::Transaction &transaction, qint64 serverId, const QUuid &group);
/// Exactly these assets (rows) are in it from now on; what nobody lists any more goes.
void setMembers(storage::Transaction &transaction, qint64 serverId, qint64 groupId, std::span<const qint64> assets);

/// The columns that assetOf reads, of a table named `r`; whether it is here comes after them.
inline constexpr std::string_view assetColumns =
    "r.uuid, r.is_video, r.file_name, r.sha1, r.size, r.taken_at, r.width, r.height, r.duration_ms, r.live_video, "
    "r.is_favorite, r.is_archived, r.is_trashed, r.description, r.place";
inline constexpr int assetColumnCount = 15;
/// Whether its bytes are in the library of the user `?1`, and as a live photo where it is one.
inline constexpr std::string_view isHere =
    "EXISTS (SELECT 1 FROM blob b JOIN asset a ON a.blob_id = b.id WHERE b.sha1 = r.sha1 AND a.owner_id = ?1 "
    "AND a.trashed_at IS NULL AND (r.live_video IS NULL OR a.live_video_id IS NOT NULL))";
[[nodiscard]] RemoteAsset assetOf(const storage::Statement &row);

} // namespace kinframe::transfer::rows

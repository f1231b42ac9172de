// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/mirror_rows.h"

#include "base/search_folding.h"
#include "storage/transaction.h"

namespace kinframe::transfer::rows {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

QString searchText(const RemoteAsset &asset)
{
    return foldedForSearch(asset.fileName) + searchSeparator + foldedForSearch(asset.description) + searchSeparator +
           foldedForSearch(asset.place);
}

} // namespace

qint64 putAsset(Transaction &transaction, qint64 serverId, const RemoteAsset &asset, qint64 generation,
                Standing standing)
{
    if (asset.isHidden) {
        removeAsset(transaction, serverId, asset.id);
        return 0;
    }
    const auto sha1 = asset.sha1.isEmpty() ? std::nullopt : std::optional(asset.sha1);
    const auto live = asset.liveVideo.isNull() ? std::nullopt : std::optional(asset.liveVideo);
    Statement put = transaction.prepare(
        "INSERT INTO remote_asset(server_id, uuid, generation, is_own, is_video, file_name, sha1, size, taken_at, "
        "width, height, duration_ms, live_video, is_favorite, is_archived, is_trashed, description, place, "
        "search_text) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) "
        "ON CONFLICT (server_id, uuid) DO UPDATE SET generation = max(generation, excluded.generation), "
        "is_own = max(is_own, excluded.is_own), is_video = excluded.is_video, file_name = excluded.file_name, "
        "sha1 = excluded.sha1, size = coalesce(excluded.size, size), taken_at = excluded.taken_at, "
        "width = excluded.width, height = excluded.height, duration_ms = excluded.duration_ms, "
        "live_video = excluded.live_video, is_favorite = excluded.is_favorite, is_archived = excluded.is_archived, "
        "is_trashed = excluded.is_trashed, description = excluded.description, place = excluded.place, "
        "search_text = excluded.search_text RETURNING id");
    put.bindAll(serverId, asset.id, generation, standing == Standing::Own, asset.isVideo, asset.fileName, sha1,
                asset.size, asset.takenAt, asset.width, asset.height, asset.durationMs, live, asset.isFavorite,
                asset.isArchived, asset.isTrashed, asset.description, asset.place, searchText(asset));
    put.step();
    const qint64 id = put.int64(0);
    put.step(); // The change is made when the statement is run to its end.
    return id;
}

void removeAsset(Transaction &transaction, qint64 serverId, const QUuid &id)
{
    transaction.run("DELETE FROM remote_asset WHERE server_id = ?1 AND uuid = ?2", serverId, id);
}

qint64 removeUnseen(Transaction &transaction, qint64 serverId, qint64 generation, qint64 most)
{
    return transaction.run("DELETE FROM remote_asset WHERE id IN (SELECT id FROM remote_asset WHERE server_id = ?1 "
                           "AND generation < ?2 AND is_own = 1 LIMIT ?3)",
                           serverId, generation, most);
}

qint64 countSeen(storage::Connection &db, qint64 serverId, qint64 generation)
{
    Statement row = db.prepare("SELECT count(*) FROM remote_asset WHERE server_id = ?1 AND generation = ?2");
    row.bindAll(serverId, generation);
    row.step();
    return row.int64(0);
}

qint64 groupRow(Transaction &transaction, qint64 serverId, const QUuid &group)
{
    transaction.run("INSERT INTO remote_group(server_id, uuid) VALUES (?1, ?2) ON CONFLICT DO NOTHING", serverId,
                    group);
    Statement row = transaction.prepare("SELECT id FROM remote_group WHERE server_id = ?1 AND uuid = ?2");
    row.bindAll(serverId, group);
    row.step();
    return row.int64(0);
}

void setMembers(Transaction &transaction, qint64 serverId, qint64 groupId, std::span<const qint64> assets)
{
    transaction.run("DELETE FROM remote_member WHERE group_id = ?1", groupId);
    Statement member =
        transaction.prepare("INSERT INTO remote_member(group_id, asset_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    for (const qint64 asset : assets) {
        member.bindAll(groupId, asset);
        member.step();
        member.reset();
    }
    transaction.run("DELETE FROM remote_asset WHERE server_id = ?1 AND is_own = 0 "
                    "AND NOT EXISTS (SELECT 1 FROM remote_member m WHERE m.asset_id = remote_asset.id)",
                    serverId);
}

RemoteAsset assetOf(const Statement &row)
{
    const auto number = [&](int column) {
        const auto value = row.optionalInt64(column);
        return value ? std::optional(int(*value)) : std::nullopt;
    };
    RemoteAsset asset;
    asset.id = row.uuid(0);
    asset.isVideo = row.boolean(1);
    asset.fileName = row.text(2);
    asset.sha1 = row.blob(3);
    asset.size = row.optionalInt64(4);
    asset.takenAt = row.int64(5);
    asset.width = number(6);
    asset.height = number(7);
    asset.durationMs = row.optionalInt64(8);
    asset.liveVideo = row.isNull(9) ? QUuid() : row.uuid(9);
    asset.isFavorite = row.boolean(10);
    asset.isArchived = row.boolean(11);
    asset.isTrashed = row.boolean(12);
    asset.description = row.text(13);
    asset.place = row.text(14);
    return asset;
}

} // namespace kinframe::transfer::rows

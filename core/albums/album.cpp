// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/album.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/asset.h"

#include <algorithm>

namespace kinframe::albums {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr qsizetype longestName = 1000;
constexpr qsizetype longestDescription = 64 * 1024;

// Before the condition on `album l`, which may use ?2; ?1 is who asks.
constexpr std::string_view albumSql =
    "SELECT l.id, l.uuid, l.owner_id, l.name, l.description, l.is_oldest_first, l.is_activity_enabled, l.created_at, "
    "l.updated_at, count(a.id), min(a.created_at + ifnull(a.created_offset, 0) * 60000), "
    "max(a.created_at + ifnull(a.created_offset, 0) * 60000), max(a.updated_at), "
    "ifnull((SELECT uuid FROM asset WHERE id = l.cover_id AND trashed_at IS NULL), "
    "(SELECT c.uuid FROM album_asset n JOIN asset c ON c.id = n.asset_id WHERE n.album_id = l.id AND c.trashed_at IS "
    "NULL AND c.is_hidden = 0 ORDER BY c.created_at DESC, c.id DESC LIMIT 1)), "
    "o.uuid, (SELECT is_editor FROM album_user WHERE album_id = l.id AND user_id = ?1) "
    "FROM album l JOIN user o ON o.id = l.owner_id LEFT JOIN album_asset m ON m.album_id = l.id "
    "LEFT JOIN asset a ON a.id = m.asset_id AND a.trashed_at IS NULL AND a.is_hidden = 0 WHERE ";

std::vector<AlbumMember> membersOf(Connection &db, qint64 albumId)
{
    Statement row = db.prepare("SELECT u.uuid, m.is_editor FROM album_user m JOIN user u ON u.id = m.user_id WHERE "
                               "m.album_id = ?1 AND u.deleted_at IS NULL ORDER BY m.created_at, u.id");
    row.bindAll(albumId);
    std::vector<AlbumMember> members;
    while (row.step()) {
        members.push_back({row.uuid(0), row.boolean(1) ? AlbumRole::Editor : AlbumRole::Viewer});
    }
    return members;
}

Album albumFrom(Connection &db, const Statement &row, qint64 userId)
{
    Album album;
    album.askedBy = userId;
    album.id = row.int64(0);
    album.uuid = row.uuid(1);
    album.ownerId = row.int64(2);
    album.name = row.text(3);
    album.description = row.text(4);
    album.isOldestFirst = row.boolean(5);
    album.isActivityEnabled = row.boolean(6);
    album.createdAt = row.int64(7);
    album.updatedAt = row.int64(8);
    album.assetCount = row.int64(9);
    album.firstTaken = row.optionalInt64(10);
    album.lastTaken = row.optionalInt64(11);
    album.lastChanged = row.optionalInt64(12);
    if (!row.isNull(13)) {
        album.cover = row.uuid(13);
    }
    album.owner = row.uuid(14);
    if (album.ownerId != userId) {
        album.role = row.boolean(15) ? AlbumRole::Editor : AlbumRole::Viewer;
    }
    album.members = membersOf(db, album.id);
    return album;
}

Error notAllowed()
{
    return {ErrorCode::Forbidden, {{u"what"_s, u"use that photo"_s}}, {}};
}

Error noPhoto(const QUuid &id)
{
    return {ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(id)}}, {}};
}

Result<void> checkLength(const QString &field, const std::optional<QString> &text, qsizetype limit)
{
    if (!text || text->size() <= limit) {
        return {};
    }
    return fail(
        ErrorCode::TooLarge,
        {{u"field"_s, field}, {u"value"_s, QString::number(text->size())}, {u"limit"_s, QString::number(limit)}});
}

Result<void> checkTexts(const AlbumEdit &edit)
{
    auto checked = checkLength(u"albumName"_s, edit.name, longestName);
    return checked ? checkLength(u"description"_s, edit.description, longestDescription) : checked;
}

/// Texts that are empty are not NULL there.
QString stored(const std::optional<QString> &text)
{
    return !text || text->isNull() ? u""_s : *text;
}

const char *conditionOf(AlbumScope scope)
{
    switch (scope) {
    case AlbumScope::Own:
        return "l.owner_id = ?1";
    case AlbumScope::Shared:
        return "(l.id IN (SELECT album_id FROM album_user WHERE user_id = ?1) OR (l.owner_id = ?1 AND EXISTS (SELECT 1 "
               "FROM album_user WHERE album_id = l.id)))";
    case AlbumScope::NotShared:
        return "l.owner_id = ?1 AND NOT EXISTS (SELECT 1 FROM album_user WHERE album_id = l.id)";
    case AlbumScope::Seen:
        break;
    }
    return "(l.owner_id = ?1 OR l.id IN (SELECT album_id FROM album_user WHERE user_id = ?1))";
}

Failure noAlbum(const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"album"_s}, {u"id"_s, toText(id)}});
}

std::optional<qint64> assetIn(Connection &db, qint64 albumId, const QUuid &asset)
{
    Statement row = db.prepare("SELECT a.id FROM asset a JOIN album_asset m ON m.asset_id = a.id WHERE a.uuid = ?2 AND "
                               "m.album_id = ?1");
    row.bindAll(albumId, asset);
    return row.step() ? std::optional(row.int64(0)) : std::nullopt;
}

} // namespace

void touchAlbum(Transaction &transaction, qint64 albumId)
{
    transaction.run("UPDATE album SET updated_at = ?2 WHERE id = ?1", albumId, transaction.stamp());
}

std::vector<Album> albumsOf(Connection &db, qint64 userId, const std::optional<QUuid> &holding, AlbumScope scope)
{
    std::string sql(albumSql);
    sql += conditionOf(scope);
    sql += " AND (?2 IS NULL OR l.id IN (SELECT h.album_id FROM album_asset h JOIN asset x ON x.id = "
           "h.asset_id WHERE x.uuid = ?2)) GROUP BY l.id ORDER BY l.created_at DESC, l.id DESC";
    Statement row = db.prepare(sql);
    row.bindAll(userId, holding);
    std::vector<Album> all;
    while (row.step()) {
        all.push_back(albumFrom(db, row, userId));
    }
    return all;
}

Result<Album> findAlbum(Connection &db, qint64 userId, const QUuid &uuid)
{
    Statement row = db.prepare(
        std::string(albumSql).append(conditionOf(AlbumScope::Seen)).append(" AND l.uuid = ?2 GROUP BY l.id"));
    row.bindAll(userId, uuid);
    return row.step() ? Result<Album>(albumFrom(db, row, userId)) : noAlbum(uuid);
}

Result<Album> findAlbumToEdit(Connection &db, qint64 userId, const QUuid &uuid)
{
    auto album = findAlbum(db, userId, uuid);
    return album && album->role == AlbumRole::Viewer ? noAlbum(uuid) : album;
}

std::vector<qint64> assetsOf(Connection &db, const Album &album)
{
    const std::string order = album.isOldestFirst ? "a.created_at, a.id" : "a.created_at DESC, a.id DESC";
    Statement row = db.prepare("SELECT a.id FROM album_asset m JOIN asset a ON a.id = m.asset_id WHERE m.album_id = ?1 "
                               "AND a.trashed_at IS NULL AND a.is_hidden = 0 ORDER BY " +
                               order);
    row.bindAll(album.id);
    std::vector<qint64> all;
    while (row.step()) {
        all.push_back(row.int64(0));
    }
    return all;
}

Result<Album> createAlbum(Transaction &transaction, qint64 ownerId, const AlbumEdit &edit,
                          std::span<const QUuid> assets)
{
    if (auto checked = checkTexts(edit); !checked) {
        return failed(checked);
    }
    for (const QUuid &asset : assets) {
        if (!library::findAsset(transaction.db(), ownerId, asset)) {
            return Failure(noPhoto(asset));
        }
    }
    const QUuid uuid = newUuid();
    transaction.run("INSERT INTO album(uuid, owner_id, name, description, is_oldest_first, is_activity_enabled, "
                    "created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    uuid, ownerId, stored(edit.name), stored(edit.description), edit.isOldestFirst.value_or(false),
                    edit.isActivityEnabled.value_or(true), wallMs(), transaction.stamp());
    Album album;
    album.id = transaction.db().lastInsertId();
    album.ownerId = ownerId;
    album.askedBy = ownerId;
    static_cast<void>(addToAlbum(transaction, album, assets)); // One that is named twice is in it once.
    return findAlbum(transaction.db(), ownerId, uuid);
}

Result<Album> editAlbum(Transaction &transaction, qint64 userId, const QUuid &uuid, const AlbumEdit &edit)
{
    const auto album = findAlbumToEdit(transaction.db(), userId, uuid);
    const auto checked = checkTexts(edit);
    if (!album || !checked) {
        return !album ? failed(album) : failed(checked);
    }
    std::optional<qint64> cover;
    if (edit.cover) {
        cover = assetIn(transaction.db(), album->id, *edit.cover);
        if (!cover) {
            return Failure(noPhoto(*edit.cover));
        }
    }
    transaction.run("UPDATE album SET name = ifnull(?2, name), description = ifnull(?3, description), cover_id = "
                    "ifnull(?4, cover_id), is_oldest_first = ifnull(?5, is_oldest_first), is_activity_enabled = "
                    "ifnull(?6, is_activity_enabled) WHERE id = ?1",
                    album->id, edit.name ? std::optional(stored(edit.name)) : std::nullopt,
                    edit.description ? std::optional(stored(edit.description)) : std::nullopt, cover,
                    edit.isOldestFirst, edit.isActivityEnabled);
    touchAlbum(transaction, album->id);
    return findAlbum(transaction.db(), userId, uuid);
}

Result<void> deleteAlbum(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    if (transaction.run("DELETE FROM album WHERE owner_id = ?1 AND uuid = ?2", ownerId, uuid) == 0) {
        return noAlbum(uuid);
    }
    return {};
}

std::vector<ItemOutcome> addToAlbum(Transaction &transaction, const Album &album, std::span<const QUuid> assets)
{
    if (album.role == AlbumRole::Viewer) {
        return std::vector<ItemOutcome>(assets.size(), notAllowed());
    }
    std::vector<ItemOutcome> outcomes;
    const qint64 now = wallMs();
    for (const QUuid &uuid : assets) {
        const auto asset = library::findAsset(transaction.db(), album.askedBy, uuid);
        if (!asset) {
            outcomes.emplace_back(notAllowed());
        } else if (transaction.run("INSERT INTO album_asset(album_id, asset_id, added_at) VALUES (?1, ?2, ?3) "
                                   "ON CONFLICT DO NOTHING",
                                   album.id, asset->id, now) == 0) {
            outcomes.emplace_back(Error{ErrorCode::Conflict, {{u"reason"_s, u"the photo is there already"_s}}, {}});
        } else {
            outcomes.emplace_back(std::nullopt);
        }
    }
    if (std::ranges::any_of(outcomes, [](const ItemOutcome &outcome) { return !outcome; })) {
        touchAlbum(transaction, album.id);
    }
    return outcomes;
}

std::vector<ItemOutcome> removeFromAlbum(Transaction &transaction, const Album &album, std::span<const QUuid> assets)
{
    if (album.role == AlbumRole::Viewer) {
        return std::vector<ItemOutcome>(assets.size(), notAllowed());
    }
    std::vector<ItemOutcome> outcomes;
    for (const QUuid &uuid : assets) {
        if (const auto asset = assetIn(transaction.db(), album.id, uuid)) {
            transaction.run("DELETE FROM album_asset WHERE album_id = ?1 AND asset_id = ?2", album.id, *asset);
            transaction.run("UPDATE album SET cover_id = NULL WHERE id = ?1 AND cover_id = ?2", album.id, *asset);
            outcomes.emplace_back(std::nullopt);
        } else {
            outcomes.emplace_back(noPhoto(uuid));
        }
    }
    if (std::ranges::any_of(outcomes, [](const ItemOutcome &outcome) { return !outcome; })) {
        touchAlbum(transaction, album.id);
    }
    return outcomes;
}

} // namespace kinframe::albums

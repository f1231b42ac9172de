// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/album_sharing.h"

#include "base/clock.h"
#include "base/ids.h"

#include <algorithm>

namespace kinframe::albums {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Failure notFound(const QString &what, const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, toText(id)}});
}

Failure wrongUser(const QUuid &id, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, u"userId"_s}, {u"value"_s, toText(id)}, {u"expected"_s, expected}});
}

Result<Album> ownAlbum(Connection &db, qint64 userId, const QUuid &uuid)
{
    auto album = findAlbum(db, userId, uuid);
    return album && album->role == AlbumRole::Owner ? album : notFound(u"album"_s, uuid);
}

std::optional<qint64> userNamed(Connection &db, const QUuid &uuid)
{
    Statement row = db.prepare("SELECT id FROM user WHERE uuid = ?1 AND deleted_at IS NULL");
    row.bindAll(uuid);
    return row.step() ? std::optional(row.int64(0)) : std::nullopt;
}

bool isMember(const Album &album, const QUuid &user)
{
    return std::ranges::find(album.members, user, &AlbumMember::user) != album.members.end();
}

} // namespace

std::optional<library::Asset> findSeenAsset(Connection &db, qint64 userId, const QUuid &uuid)
{
    if (auto own = library::findAsset(db, userId, uuid)) {
        return own;
    }
    Statement row = db.prepare(
        "SELECT a.id FROM asset a JOIN asset p ON p.id = a.id OR p.live_video_id = a.id WHERE a.uuid = ?2 AND "
        "a.trashed_at IS NULL AND p.trashed_at IS NULL AND p.is_hidden = 0 AND EXISTS (SELECT 1 FROM album_asset m "
        "JOIN album_viewer v ON v.album_id = m.album_id WHERE m.asset_id = p.id AND v.user_id = ?1)");
    row.bindAll(userId, uuid);
    return row.step() ? library::findAssetById(db, row.int64(0)) : std::nullopt;
}

AlbumCounts countAlbums(Connection &db, qint64 userId)
{
    Statement row = db.prepare(
        "SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM album_user WHERE album_id = album.id)), (SELECT "
        "count(*) FROM album_user WHERE user_id = ?1) FROM album WHERE owner_id = ?1");
    row.bindAll(userId);
    row.step();
    return {row.int64(0), row.int64(1) + row.int64(2), row.int64(0) - row.int64(1)};
}

Result<Album> shareAlbum(Transaction &transaction, qint64 userId, const QUuid &uuid, std::span<const NewMember> members)
{
    const auto album = ownAlbum(transaction.db(), userId, uuid);
    if (!album) {
        return failed(album);
    }
    for (const NewMember &member : members) {
        const auto user = userNamed(transaction.db(), member.user);
        if (!user) {
            return notFound(u"user"_s, member.user);
        }
        if (*user == userId ||
            transaction.run("INSERT INTO album_user(album_id, user_id, is_editor, created_at) VALUES (?1, ?2, ?3, ?4) "
                            "ON CONFLICT DO NOTHING",
                            album->id, *user, member.role == AlbumRole::Editor, wallMs()) == 0) {
            return wrongUser(member.user, u"a user who does not see the album yet"_s);
        }
    }
    touchAlbum(transaction, album->id);
    return findAlbum(transaction.db(), userId, uuid);
}

Result<void> setAlbumRole(Transaction &transaction, qint64 userId, const QUuid &uuid, const QUuid &member,
                          AlbumRole role)
{
    const auto album = ownAlbum(transaction.db(), userId, uuid);
    if (!album) {
        return failed(album);
    }
    if (!isMember(*album, member)) {
        return notFound(u"user"_s, member);
    }
    transaction.run("UPDATE album_user SET is_editor = ?3 WHERE album_id = ?1 AND user_id = (SELECT id FROM user WHERE "
                    "uuid = ?2)",
                    album->id, member, role == AlbumRole::Editor);
    touchAlbum(transaction, album->id);
    return {};
}

Result<void> unshareAlbum(Transaction &transaction, qint64 userId, const QUuid &uuid, const QUuid &member)
{
    const auto album = findAlbum(transaction.db(), userId, uuid);
    const bool isOneself = userNamed(transaction.db(), member) == userId;
    if (!album || (album->role != AlbumRole::Owner && !isOneself)) {
        return notFound(u"album"_s, uuid);
    }
    if (member == album->owner) {
        return wrongUser(member, u"a user whose album it is not"_s);
    }
    if (!isMember(*album, member)) {
        return notFound(u"user"_s, member);
    }
    transaction.run("DELETE FROM album_user WHERE album_id = ?1 AND user_id = (SELECT id FROM user WHERE uuid = ?2)",
                    album->id, member);
    touchAlbum(transaction, album->id);
    return {};
}

} // namespace kinframe::albums

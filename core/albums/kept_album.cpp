// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/kept_album.h"

#include "base/ids.h"

namespace kinframe::albums {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Result<KeptAlbum> keepAlbum(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    const auto album = findAlbum(db, ownerId, uuid);
    if (!album) {
        return failed(album);
    }
    KeptAlbum kept{album->uuid,          album->name,
                   album->description,   chosenCover(db, ownerId, uuid),
                   album->isOldestFirst, album->isActivityEnabled,
                   album->createdAt,     {},
                   album->members};
    Statement row = db.prepare("SELECT a.uuid, m.added_at FROM album_asset m JOIN asset a ON a.id = m.asset_id WHERE "
                               "m.album_id = ?1");
    row.bindAll(album->id);
    while (row.step()) {
        kept.assets.emplace_back(row.uuid(0), row.int64(1));
    }
    return kept;
}

std::optional<QUuid> chosenCover(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    Statement row = db.prepare("SELECT a.uuid FROM album l JOIN asset a ON a.id = l.cover_id WHERE l.owner_id = ?1 AND "
                               "l.uuid = ?2");
    row.bindAll(ownerId, uuid);
    return row.step() ? std::optional(row.uuid(0)) : std::nullopt;
}

Result<Album> restoreAlbum(Transaction &transaction, qint64 ownerId, const KeptAlbum &kept)
{
    if (transaction.run("INSERT INTO album(uuid, owner_id, name, description, cover_id, is_oldest_first, "
                        "is_activity_enabled, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, (SELECT id FROM asset "
                        "WHERE uuid = ?5), ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
                        kept.uuid, ownerId, kept.name, kept.description, kept.cover, kept.isOldestFirst,
                        kept.isActivityEnabled, kept.createdAt, transaction.stamp()) == 0) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the album is there already"_s}});
    }
    const qint64 id = transaction.db().lastInsertId();
    Statement row = transaction.prepare("INSERT INTO album_asset(album_id, asset_id, added_at) SELECT ?1, id, ?3 FROM "
                                        "asset WHERE uuid = ?2");
    for (const auto &[asset, addedAt] : kept.assets) {
        row.reset();
        row.bindAll(id, asset, addedAt);
        row.step();
    }
    for (const AlbumMember &member : kept.members) {
        transaction.run("INSERT INTO album_user(album_id, user_id, is_editor, created_at) SELECT ?1, id, ?3, ?4 FROM "
                        "user WHERE uuid = ?2",
                        id, member.user, member.role == AlbumRole::Editor, kept.createdAt);
    }
    return findAlbum(transaction.db(), ownerId, kept.uuid);
}

void forgetCover(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    transaction.run("UPDATE album SET cover_id = NULL, updated_at = ?3 WHERE owner_id = ?1 AND uuid = ?2", ownerId,
                    uuid, transaction.stamp());
}

void tellOfAlbum(Transaction &transaction, EventBus &events, const QUuid &uuid)
{
    Statement row =
        transaction.prepare("SELECT u.uuid FROM album l JOIN album_viewer v ON v.album_id = l.id JOIN user u ON u.id = "
                            "v.user_id WHERE l.uuid = ?1");
    row.bindAll(uuid);
    while (row.step()) {
        transaction.afterCommit([&events, event = Event{u"album.changed"_s, uuid, row.uuid(0), {}}] {
            events.publish(event); //
        });
    }
}

} // namespace kinframe::albums

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_kinds.h"

#include "base/clock.h"
#include "server/routes/sync_lines.h"

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using sync::Entry;
using sync::EntryKind;

constexpr std::string_view albumSql =
    "SELECT j.key, l.uuid, u.uuid, l.name, l.description, l.is_oldest_first, l.is_activity_enabled, l.created_at, "
    "l.updated_at, ifnull((SELECT uuid FROM asset WHERE id = l.cover_id AND trashed_at IS NULL), "
    "(SELECT c.uuid FROM album_asset n JOIN asset c ON c.id = n.asset_id WHERE n.album_id = l.id AND c.trashed_at IS "
    "NULL AND c.is_hidden = 0 ORDER BY c.created_at DESC, c.id DESC LIMIT 1)) "
    "FROM json_each(?1) j CROSS JOIN sync_entry e ON e.id = j.value JOIN album l ON l.uuid = e.thing "
    "JOIN user u ON u.id = l.owner_id";

void writeAlbum(JsonWriter &json, const Statement &row)
{
    writeId(json, "id", row.bytes(1));
    writeId(json, "ownerId", row.bytes(2));
    writeText(json, "name", row.bytes(3));
    writeText(json, "description", row.bytes(4));
    writeText(json, "order", row.boolean(5) ? "asc" : "desc");
    writeFlag(json, "isActivityEnabled", row.boolean(6));
    writeTimeOrNull(json, "createdAt", row.int64(7));
    writeTimeOrNull(json, "updatedAt", row.int64(8));
    writeId(json, "thumbnailAssetId", row.bytes(9));
}

void writeAlbumGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "albumId", entry.thing);
}

constexpr std::string_view albumUserSql =
    "SELECT j.key, e.thing, e.part, m.is_editor FROM json_each(?1) j CROSS JOIN sync_entry e ON e.id = j.value "
    "JOIN album l ON l.uuid = e.thing JOIN user u ON u.uuid = e.part "
    "JOIN album_user m ON m.album_id = l.id AND m.user_id = u.id";

void writeAlbumUser(JsonWriter &json, const Statement &row)
{
    writeId(json, "albumId", row.bytes(1));
    writeId(json, "userId", row.bytes(2));
    writeText(json, "role", row.boolean(3) ? "editor" : "viewer");
}

void writeAlbumUserGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "albumId", entry.thing);
    writeId(json, "userId", entry.part);
}

constexpr std::string_view partSql = "SELECT j.key, e.thing, e.part FROM json_each(?1) j CROSS JOIN sync_entry e ON "
                                     "e.id = j.value";

void writeAlbumAsset(JsonWriter &json, const Statement &row)
{
    writeId(json, "albumId", row.bytes(1));
    writeId(json, "assetId", row.bytes(2));
}

void writeAlbumAssetGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "albumId", entry.thing);
    writeId(json, "assetId", entry.part);
}

constexpr std::string_view stackSql =
    "SELECT j.key, s.uuid, u.uuid, a.uuid, s.created_at, e.changed_at FROM json_each(?1) j CROSS JOIN sync_entry e ON "
    "e.id = j.value JOIN stack s ON s.uuid = e.thing JOIN user u ON u.id = s.owner_id JOIN stack_asset k ON k.stack_id "
    "= s.id AND k.is_primary = 1 JOIN asset a ON a.id = k.asset_id";

void writeStack(JsonWriter &json, const Statement &row)
{
    writeId(json, "id", row.bytes(1));
    writeId(json, "ownerId", row.bytes(2));
    writeId(json, "primaryAssetId", row.bytes(3));
    writeTimeOrNull(json, "createdAt", row.int64(4));
    writeTimeOrNull(json, "updatedAt", row.int64(5));
}

void writeStackGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "stackId", entry.thing);
}

constexpr std::string_view memorySql =
    "SELECT j.key, y.uuid, u.uuid, y.year, y.memory_at, y.show_at, y.hide_at, y.seen_at, y.is_saved, y.created_at, "
    "y.updated_at FROM json_each(?1) j CROSS JOIN sync_entry e ON e.id = j.value JOIN memory y ON y.uuid = e.thing "
    "JOIN user u ON u.id = y.owner_id WHERE y.deleted_at IS NULL";

void writeMemory(JsonWriter &json, const Statement &row)
{
    writeId(json, "id", row.bytes(1));
    writeId(json, "ownerId", row.bytes(2));
    writeText(json, "type", "on_this_day");
    json.name("data");
    json.beginObject();
    json.name("year");
    json.number(row.int64(3));
    json.endObject();
    writeTimeOrNull(json, "memoryAt", row.int64(4));
    writeTimeOrNull(json, "showAt", row.optionalInt64(5));
    writeTimeOrNull(json, "hideAt", row.optionalInt64(6));
    writeTimeOrNull(json, "seenAt", row.optionalInt64(7));
    writeFlag(json, "isSaved", row.boolean(8));
    writeTimeOrNull(json, "createdAt", row.int64(9));
    writeTimeOrNull(json, "updatedAt", row.int64(10));
    writeNulls(json, {"deletedAt"});
}

void writeMemoryGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "memoryId", entry.thing);
}

void writeMemoryAsset(JsonWriter &json, const Statement &row)
{
    writeId(json, "memoryId", row.bytes(1));
    writeId(json, "assetId", row.bytes(2));
}

void writeMemoryAssetGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "memoryId", entry.thing);
    writeId(json, "assetId", entry.part);
}

constexpr std::string_view personSql =
    "SELECT j.key, p.uuid, u.uuid, p.name, p.birth_date, p.is_hidden, p.is_favorite, p.color, p.created_at, "
    "p.updated_at, ifnull((SELECT a.uuid FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.id = p.cover_face_id "
    "AND f.person_id = p.id), (SELECT a.uuid FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.person_id = p.id "
    "AND a.trashed_at IS NULL ORDER BY f.quality DESC LIMIT 1)) "
    "FROM json_each(?1) j CROSS JOIN sync_entry e ON e.id = j.value JOIN person p ON p.uuid = e.thing "
    "JOIN user u ON u.id = p.owner_id WHERE p.merged_into IS NULL";

void writeTextOrNull(JsonWriter &json, QByteArrayView name, QByteArrayView utf8)
{
    if (utf8.isEmpty()) {
        writeNulls(json, {name});
    } else {
        writeText(json, name, utf8);
    }
}

void writePerson(JsonWriter &json, const Statement &row)
{
    writeId(json, "id", row.bytes(1));
    writeId(json, "ownerId", row.bytes(2));
    writeText(json, "name", row.bytes(3));
    const auto born = fromIso(QString(row.text(4) + u"T00:00:00Z"_s));
    writeTimeOrNull(json, "birthDate", row.isNull(4) ? std::nullopt : born);
    writeFlag(json, "isHidden", row.boolean(5));
    writeFlag(json, "isFavorite", row.boolean(6));
    writeTextOrNull(json, "color", row.bytes(7));
    writeTimeOrNull(json, "createdAt", row.int64(8));
    writeTimeOrNull(json, "updatedAt", row.int64(9));
    writeId(json, "faceAssetId", row.bytes(10));
}

void writePersonGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "personId", entry.thing);
}

constexpr std::array kinds{
    SyncKind{EntryKind::Stack, "StacksV1"_L1, "StackV1"_L1, "StackDeleteV1"_L1, stackSql, writeStack, writeStackGone},
    SyncKind{EntryKind::Album, "AlbumsV1"_L1, "AlbumV1"_L1, "AlbumDeleteV1"_L1, albumSql, writeAlbum, writeAlbumGone},
    SyncKind{EntryKind::AlbumUser, "AlbumUsersV1"_L1, "AlbumUserV1"_L1, "AlbumUserDeleteV1"_L1, albumUserSql,
             writeAlbumUser, writeAlbumUserGone},
    SyncKind{EntryKind::AlbumAsset, "AlbumToAssetsV1"_L1, "AlbumToAssetV1"_L1, "AlbumToAssetDeleteV1"_L1, partSql,
             writeAlbumAsset, writeAlbumAssetGone},
    SyncKind{EntryKind::Memory, "MemoriesV1"_L1, "MemoryV1"_L1, "MemoryDeleteV1"_L1, memorySql, writeMemory,
             writeMemoryGone},
    SyncKind{EntryKind::MemoryAsset, "MemoryToAssetsV1"_L1, "MemoryToAssetV1"_L1, "MemoryToAssetDeleteV1"_L1, partSql,
             writeMemoryAsset, writeMemoryAssetGone},
    SyncKind{EntryKind::Person, "PeopleV1"_L1, "PersonV1"_L1, "PersonDeleteV1"_L1, personSql, writePerson,
             writePersonGone},
};

} // namespace

std::span<const SyncKind> syncKinds()
{
    return kinds;
}

void writeFaceGone(JsonWriter &json, const Entry &entry)
{
    writeId(json, "assetFaceId", entry.thing);
}

void writeChanged(QByteArray &lines, Connection &db, const SyncKind &kind, std::span<const Entry> entries,
                  const QString &epoch)
{
    std::vector<qint64> ids;
    for (const Entry &entry : entries) {
        ids.push_back(entry.id);
    }
    Statement row = db.prepare(kind.sql);
    row.bindAll(jsonList(ids));
    while (row.step()) {
        const sync::Cursor at{ids[size_t(row.int64(0))], 0, epoch};
        writeLine(lines, kind.changed, at, [&](JsonWriter &json) { kind.writeChanged(json, row); });
    }
}

void writeGone(QByteArray &lines, QLatin1StringView type, void (*write)(JsonWriter &, const Entry &),
               std::span<const Entry> entries, const QString &epoch)
{
    for (const Entry &entry : entries) {
        writeLine(lines, type, {entry.id, 0, epoch}, [&](JsonWriter &json) { write(json, entry); });
    }
}

} // namespace kinframe::server

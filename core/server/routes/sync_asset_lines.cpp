// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_asset_lines.h"

#include "server/routes/asset_json.h"
#include "server/routes/exif_json.h"
#include "server/routes/sync_lines.h"

#include <cmath>

namespace kinframe::server {
namespace {

using storage::Connection;
using storage::Statement;

// In the order of the statement below.
enum Column {
    Index,
    UpdatedAt,
    Uuid,
    Sha1,
    Duration,
    IsVideo,
    FileName,
    CreatedAt,
    CreatedOffset,
    FileModifiedAt,
    Width,
    Height,
    IsFavorite,
    IsArchived,
    IsHidden,
    TrashedAt,
    LiveVideo,
    Owner,
    Stack,
};

constexpr std::string_view assetSql =
    "SELECT j.key, a.updated_at, a.uuid, b.sha1, a.duration_ms, a.is_video, a.file_name, a.created_at, "
    "a.created_offset, a.file_modified_at, a.width, a.height, a.is_favorite, a.is_archived, a.is_hidden, a.trashed_at, "
    "v.uuid, u.uuid, s.uuid FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value JOIN blob b ON b.id = a.blob_id "
    "JOIN user u ON u.id = a.owner_id LEFT JOIN asset v ON v.id = a.live_video_id "
    "LEFT JOIN stack_asset k ON k.asset_id = a.id LEFT JOIN stack s ON s.id = k.stack_id";

constexpr std::string_view exifSql =
    "SELECT j.key, a.updated_at, a.uuid, a.created_at, a.latitude, a.longitude, a.rating, e.json, d.txt "
    "FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value LEFT JOIN asset_exif e ON e.asset_id = a.id "
    "LEFT JOIN prop d ON d.asset_id = a.id AND d.key_id = (SELECT id FROM prop_key WHERE name = 'description')";

void writeAssetMembers(JsonWriter &json, const Statement &row, bool isOthers)
{
    writeId(json, "id", row.bytes(Uuid));
    writeId(json, "ownerId", row.bytes(Owner));
    writeText(json, "originalFileName", row.bytes(FileName));
    json.name("checksum");
    json.base64(row.bytes(Sha1));
    writeText(json, "type", row.boolean(IsVideo) ? "VIDEO" : "IMAGE");
    const qint64 created = row.int64(CreatedAt);
    writeTimeOrNull(json, "fileCreatedAt", created);
    writeTimeOrNull(json, "fileModifiedAt", row.optionalInt64(FileModifiedAt).value_or(created));
    writeTimeOrNull(json, "localDateTime", created + row.int64(CreatedOffset) * 60'000);
    writeTimeOrNull(json, "deletedAt", row.optionalInt64(TrashedAt));
    json.name("duration");
    if (row.isNull(Duration)) {
        json.null();
    } else {
        json.text(durationText(row.int64(Duration)));
    }
    json.name("width");
    json.numberOrNull(row.optionalInt64(Width));
    json.name("height");
    json.numberOrNull(row.optionalInt64(Height));
    writeFlag(json, "isFavorite", row.boolean(IsFavorite) && !isOthers);
    writeFlag(json, "isEdited", false);
    writeText(json, "visibility", row.boolean(IsHidden) ? "hidden" : row.boolean(IsArchived) ? "archive" : "timeline");
    writeId(json, "livePhotoVideoId", row.bytes(LiveVideo));
    writeId(json, "stackId", isOthers ? QByteArrayView() : row.bytes(Stack));
    writeNulls(json, {"libraryId", "thumbhash"});
}

void writeExifMembers(JsonWriter &json, const Statement &row)
{
    ExifRow exif;
    exif.stored = row.bytes(7);
    if (!row.isNull(8)) {
        exif.description = row.bytes(8);
    }
    exif.createdAt = row.int64(3);
    exif.latitude = row.optionalReal(4);
    exif.longitude = row.optionalReal(5);
    if (const auto rating = row.optionalReal(6)) {
        exif.rating = std::round(*rating); // Whole stars are all that there is here.
    }
    writeId(json, "assetId", row.bytes(2));
    server::writeExifMembers(json, exif);
    writeNulls(json, {"fps", "profileDescription"});
}

} // namespace

void writeAssetLines(
    Connection &db, AssetLine kind, std::span<const qint64> ids,
    const std::function<void(size_t index, const std::function<void(JsonWriter &)> &writeMembers)> &take)
{
    Statement row = db.prepare(kind == AssetLine::Exif ? exifSql : assetSql);
    row.bindAll(jsonList(ids));
    while (row.step()) {
        take(size_t(row.int64(Index)), [&](JsonWriter &json) {
            if (kind == AssetLine::Exif) {
                writeExifMembers(json, row);
            } else {
                writeAssetMembers(json, row, kind == AssetLine::OthersAsset);
            }
        });
    }
}

void writeAssetLines(QByteArray &lines, Connection &db, AssetLine kind, const QString &type,
                     std::span<const sync::Change> changes)
{
    std::vector<qint64> ids;
    for (const sync::Change &change : changes) {
        ids.push_back(change.at.row);
    }
    writeAssetLines(db, kind, ids,
                    [&](size_t index, const auto &members) { writeLine(lines, type, changes[index].at, members); });
}

} // namespace kinframe::server

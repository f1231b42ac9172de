// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_json.h"

#include "albums/tag.h"
#include "base/ids.h"
#include "faces/face.h"
#include "faces/person.h"
#include "server/http/json_text.h"
#include "server/routes/exif_json.h"
#include "server/routes/people_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

// Beyond so many, they are remembered anew.
constexpr qsizetype mostRemembered = 5000;

// In the order of the statement below.
enum Column {
    Id,
    Uuid,
    DeviceAssetId,
    DeviceId,
    IsVideo,
    FileName,
    MimeType,
    Sha1,
    Size,
    Duration,
    Width,
    Height,
    LiveVideo,
    ImportedAt,
    CreatedAt,
    CreatedOffset,
    FileModifiedAt,
    UpdatedAt,
    IsFavorite,
    IsArchived,
    IsHidden,
    TrashedAt,
    IsReady,
    Rating,
    Latitude,
    Longitude,
    Exif,
    Description,
    StackId,
    StackPrimary,
    StackCount,
};

// The order of the list is kept by the join from it.
constexpr std::string_view rowsSql =
    "SELECT a.id, a.uuid, a.device_asset_id, a.device_id, a.is_video, a.file_name, a.mime_type, b.sha1, "
    "a.size, a.duration_ms, a.width, a.height, v.uuid, a.imported_at, a.created_at, a.created_offset, "
    "a.file_modified_at, a.updated_at, a.is_favorite, a.is_archived, a.is_hidden, a.trashed_at, a.is_ready, a.rating, "
    "a.latitude, a.longitude, e.json, d.txt, s.uuid, "
    "iif(m.stack_id IS NULL, NULL, (SELECT p.uuid FROM stack_asset q JOIN asset p ON p.id = q.asset_id WHERE "
    "q.stack_id = m.stack_id ORDER BY q.is_primary DESC LIMIT 1)), "
    "iif(m.stack_id IS NULL, NULL, (SELECT count(*) FROM stack_asset q WHERE q.stack_id = m.stack_id)) "
    "FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value JOIN blob b ON b.id = a.blob_id "
    "LEFT JOIN asset v ON v.id = a.live_video_id LEFT JOIN asset_exif e ON e.asset_id = a.id "
    "LEFT JOIN stack_asset m ON m.asset_id = a.id LEFT JOIN stack s ON s.id = m.stack_id "
    "LEFT JOIN prop d ON d.asset_id = a.id AND d.key_id = (SELECT id FROM prop_key WHERE name = 'description')";

/// A path with an id in it, taken apart once and put together very often.
struct PathAround
{
    QByteArray before;
    QByteArray after;

    explicit PathAround(QString (*pathOf)(const QUuid &))
    {
        const QByteArray whole = pathOf(QUuid()).toLatin1();
        const QByteArray id = toText(QUuid()).toLatin1();
        const qsizetype at = whole.indexOf(id);
        before = whole.first(at);
        after = whole.sliced(at + id.size());
    }
    [[nodiscard]] QByteArray path(const QByteArray &id) const { return before + id + after; }
};

QByteArrayView visibilityOf(const Statement &row)
{
    return row.boolean(IsHidden) ? "hidden" : row.boolean(IsArchived) ? "archive" : "timeline";
}

void writeNumber(JsonWriter &json, QByteArrayView name, const Statement &row, Column column)
{
    json.name(name);
    json.numberOrNull(row.optionalInt64(column));
}

void writeFlag(JsonWriter &json, QByteArrayView name, bool value)
{
    json.name(name);
    json.boolean(value);
}

void writeText(JsonWriter &json, QByteArrayView name, QByteArrayView utf8)
{
    json.name(name);
    json.text(utf8);
}

void writeTimes(JsonWriter &json, const Statement &row)
{
    const qint64 created = row.int64(CreatedAt);
    const auto time = [&json](QByteArrayView name, qint64 ms) {
        json.name(name);
        json.time(ms);
    };
    time("createdAt", row.int64(ImportedAt));
    time("fileCreatedAt", created);
    time("fileModifiedAt", row.optionalInt64(FileModifiedAt).value_or(created));
    time("localDateTime", created + row.int64(CreatedOffset) * 60'000);
    time("updatedAt", row.int64(UpdatedAt));
}

ExifRow exifOf(const Statement &row)
{
    ExifRow exif;
    exif.stored = row.bytes(Exif);
    if (!row.isNull(Description)) {
        exif.description = row.bytes(Description);
    }
    exif.createdAt = row.int64(CreatedAt);
    exif.latitude = row.optionalReal(Latitude);
    exif.longitude = row.optionalReal(Longitude);
    exif.rating = row.optionalReal(Rating);
    return exif;
}

void writeStack(JsonWriter &json, const Statement &row)
{
    json.name("stack");
    if (row.isNull(StackId)) {
        json.null();
        return;
    }
    json.beginObject();
    json.name("id");
    json.uuid(row.bytes(StackId));
    json.name("primaryAssetId");
    json.uuid(row.bytes(StackPrimary));
    json.name("assetCount");
    json.number(row.int64(StackCount));
    json.endObject();
}

/// Those of one asset in a list that goes by assets.
template <typename Item>
std::span<const Item> ofAsset(const std::vector<Item> &items, qint64 asset, qint64 Item::*idOf)
{
    const auto begin =
        std::partition_point(items.begin(), items.end(), [&](const Item &item) { return item.*idOf < asset; });
    const auto end = std::partition_point(begin, items.end(), [&](const Item &item) { return item.*idOf == asset; });
    return {begin, end};
}

QByteArray withoutBraces(const QJsonObject &object)
{
    return http::compactJson(object).mid(1).chopped(1);
}

} // namespace

QByteArray durationText(qint64 ms)
{
    std::array<char, 48> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%lld:%02d:%02d.%05d", static_cast<long long>(ms / 3'600'000),
                      int(ms / 60'000 % 60), int(ms / 1000 % 60), int(ms % 1000 * 100));
    return {text.data(), length};
}

// What belongs to the assets of one write, by their row ids.
struct AssetWriter::Parts
{
    struct Tag
    {
        qint64 asset;
        QByteArray text;
        QByteArray color;
        qint64 createdAt;
        qint64 updatedAt;
    };

    Connection &db;
    std::vector<faces::Face> faces;
    std::vector<Tag> tags;

    Parts(Connection &connection, const QString &ids, const QUuid &owner)
        : db(connection)
        , faces(faces::facesOfAssets(db, ids))
    {
        Statement row = db.prepare("SELECT t.asset_id, t.tag, g.color, g.created_at, g.updated_at FROM asset_tag t "
                                   "LEFT JOIN tag g ON g.owner_id = (SELECT id FROM user WHERE uuid = ?2) AND g.value "
                                   "= t.tag WHERE t.asset_id IN (SELECT value FROM json_each(?1)) "
                                   "ORDER BY t.asset_id, t.tag");
        row.bindAll(ids, owner);
        while (row.step()) {
            tags.push_back({row.int64(0), row.blob(1), row.blob(2), row.int64(3), row.int64(4)});
        }
    }

    [[nodiscard]] std::span<const faces::Face> facesOf(qint64 asset) const
    {
        return ofAsset(faces, asset, &faces::Face::assetId);
    }
    [[nodiscard]] std::span<const Tag> tagsOf(qint64 asset) const { return ofAsset(tags, asset, &Tag::asset); }
};

AssetWriter::AssetWriter(const QUuid &owner, AssetShape shape, AssetOwners owners)
    : m_owner(owner)
    , m_ownerBytes(owner.toRfc4122())
    , m_shape(shape)
    , m_owners(owners)
{
}

void AssetWriter::write(Connection &db, std::span<const qint64> ids, QByteArray &out)
{
    if (m_owners == AssetOwners::Several) {
        writeOfSeveral(db, ids, out);
        return;
    }
    const QString list = jsonList(ids);
    const Parts parts(db, list, m_owner);
    JsonWriter json(out);
    Statement row = db.prepare(rowsSql);
    row.bindAll(list);
    while (row.step()) {
        writeAsset(json, row, parts);
    }
}

void AssetWriter::writeAsset(JsonWriter &json, const Statement &row, const Parts &parts)
{
    json.beginObject();
    json.name("id");
    json.uuid(row.bytes(Uuid));
    const QByteArray id = uuidText(row.bytes(Uuid));
    writeText(json, "deviceAssetId", row.bytes(DeviceAssetId));
    writeText(json, "deviceId", row.bytes(DeviceId));
    json.name("ownerId");
    json.uuid(m_ownerBytes);
    json.name("libraryId");
    if (m_shape == AssetShape::Immich1102) {
        json.uuid(m_ownerBytes);
    } else {
        json.null();
    }
    writeText(json, "type", row.boolean(IsVideo) ? "VIDEO" : "IMAGE");
    static const PathAround original(assetOriginalPath);
    static const PathAround thumbnail(assetThumbnailPath);
    writeText(json, "originalPath", original.path(id));
    writeText(json, "originalFileName", row.bytes(FileName));
    writeText(json, "originalMimeType", row.bytes(MimeType));
    writeText(json, "thumbnailPath", thumbnail.path(id));
    json.name("thumbhash");
    json.null();
    json.name("checksum");
    json.base64(row.bytes(Sha1));
    writeText(json, "duration", durationText(row.int64(Duration)));
    writeNumber(json, "width", row, Width);
    writeNumber(json, "height", row, Height);
    json.name("livePhotoVideoId");
    if (row.isNull(LiveVideo)) {
        json.null();
    } else {
        json.uuid(row.bytes(LiveVideo));
    }
    json.name("duplicateId");
    json.null();
    writeTimes(json, row);
    writeFlags(json, row);
    json.name("exifInfo");
    json.beginObject();
    writeExifMembers(json, exifOf(row));
    json.endObject();
    writeTags(json, row, parts);
    writeFaces(json, parts.db, m_isOthers ? std::span<const faces::Face>() : parts.facesOf(row.int64(Id)));
    json.endObject();
}

void AssetWriter::writeFlags(JsonWriter &json, const Statement &row) const
{
    const bool isReady = row.boolean(IsReady);
    writeFlag(json, "isFavorite", row.boolean(IsFavorite) && !m_isOthers);
    writeFlag(json, "isArchived", row.boolean(IsArchived));
    writeFlag(json, "isTrashed", !row.isNull(TrashedAt));
    writeFlag(json, "isOffline", false);
    writeFlag(json, "isEdited", false);
    writeFlag(json, "hasMetadata", isReady);
    writeFlag(json, "resized", isReady);
    writeText(json, "visibility", visibilityOf(row));
    if (m_shape == AssetShape::Immich1102) {
        writeFlag(json, "isExternal", false);
        writeFlag(json, "isReadOnly", false);
        json.name("stackCount");
        json.numberOrNull(row.isNull(StackId) ? std::nullopt : row.optionalInt64(StackCount));
    } else {
        writeStack(json, row);
    }
}

void AssetWriter::writeTags(JsonWriter &json, const Statement &row, const Parts &parts)
{
    json.name("tags");
    json.beginArray();
    for (const Parts::Tag &tag : parts.tagsOf(row.int64(Id))) {
        json.beginObject();
        json.members(tagMembers(tag.text));
        if (!tag.color.isEmpty()) {
            writeText(json, "color", tag.color);
        }
        json.name("createdAt");
        json.time(tag.createdAt);
        json.name("updatedAt");
        json.time(tag.updatedAt);
        json.endObject();
    }
    json.endArray();
}

const QByteArray &AssetWriter::tagMembers(const QByteArray &tag)
{
    if (m_tags.size() > mostRemembered) {
        m_tags.clear();
    }
    QByteArray &members = m_tags[tag];
    if (members.isEmpty()) {
        const QString text = QString::fromUtf8(tag);
        QJsonObject json{
            {u"id"_s, toText(albums::tagId(m_owner, text))}, {u"name"_s, albums::tagName(text)}, {u"value"_s, text}};
        if (const QString parent = albums::tagParent(text); !parent.isEmpty() && m_shape != AssetShape::Immich1102) {
            json.insert(u"parentId"_s, toText(albums::tagId(m_owner, parent)));
        }
        if (m_shape == AssetShape::Immich1102) {
            json.insert(u"type"_s, u"CUSTOM"_s);
            json.insert(u"userId"_s, toText(m_owner));
        }
        members = withoutBraces(json);
    }
    return members;
}

/// Who is in it, each once with their faces, in the order of the faces; then the faces of nobody.
void AssetWriter::writeFaces(JsonWriter &json, Connection &db, std::span<const faces::Face> faces)
{
    json.name("people");
    json.beginArray();
    for (size_t first = 0; first < faces.size(); ++first) {
        const auto person = faces[first].personId;
        const auto isSame = [&](const faces::Face &face) { return face.personId == person; };
        if (!person || std::ranges::any_of(faces.first(first), isSame)) {
            continue;
        }
        json.beginObject();
        json.members(personMembers(db, *person));
        json.name("faces");
        json.beginArray();
        for (const faces::Face &face : faces.subspan(first)) {
            if (isSame(face)) {
                writeFace(json, face);
            }
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.name("unassignedFaces");
    json.beginArray();
    for (const faces::Face &face : faces) {
        if (!face.personId) {
            writeFace(json, face);
        }
    }
    json.endArray();
}

void AssetWriter::writeFace(JsonWriter &json, const faces::Face &face) const
{
    const PixelBox box = pixelBox(face);
    const auto number = [&json](QByteArrayView name, qint64 value) {
        json.name(name);
        json.number(value);
    };
    json.beginObject();
    json.name("id");
    json.uuid(face.uuid);
    number("imageWidth", face.imageWidth);
    number("imageHeight", face.imageHeight);
    number("boundingBoxX1", box.left);
    number("boundingBoxY1", box.top);
    number("boundingBoxX2", box.right);
    number("boundingBoxY2", box.bottom);
    if (!face.isDrawn || m_shape == AssetShape::Immich275) {
        writeText(json, "sourceType", sourceOf(face).toLatin1());
    }
    if (m_shape == AssetShape::Immich275) {
        json.name("score");
        json.number(face.score);
        writeFlag(json, "isConfirmed", face.isConfirmed);
    }
    json.endObject();
}

const QByteArray &AssetWriter::personMembers(Connection &db, qint64 personId)
{
    if (m_people.size() > mostRemembered) {
        m_people.clear();
    }
    QByteArray &members = m_people[personId];
    if (members.isEmpty()) {
        if (const auto person = faces::findPersonUncounted(db, personId)) {
            QJsonObject json = personJson(*person);
            if (m_shape != AssetShape::Immich275) {
                // It changes with any of their photos, without a new stamp for the others: lists leave it out.
                json.remove(u"updatedAt"_s);
            }
            members = withoutBraces(json);
        }
    }
    return members;
}

// One after the other as long as they are of the same owner.
void AssetWriter::writeOfSeveral(Connection &db, std::span<const qint64> ids, QByteArray &out)
{
    Statement row = db.prepare("SELECT j.key, u.uuid FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value JOIN "
                               "user u ON u.id = a.owner_id ORDER BY j.key");
    row.bindAll(jsonList(ids));
    size_t first = 0;
    QUuid owner;
    const auto writeUpTo = [&](size_t end) {
        if (first < end) {
            AssetWriter writer(owner, m_shape);
            writer.m_isOthers = owner != m_owner;
            writer.write(db, ids.subspan(first, end - first), out);
        }
        first = end;
    };
    while (row.step()) {
        if (row.uuid(1) != owner) {
            writeUpTo(size_t(row.int64(0)));
            owner = row.uuid(1);
        }
    }
    writeUpTo(ids.size());
}

QJsonObject assetJson(Connection &db, const QUuid &viewer, qint64 assetId)
{
    QByteArray text;
    AssetWriter(viewer, AssetShape::Immich275, AssetOwners::Several).write(db, {&assetId, 1}, text);
    return QJsonDocument::fromJson(text).object();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_stream.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "server/routes/asset_json.h"
#include "server/routes/exif_json.h"
#include "storage/database.h"

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

constexpr int linesAtOnce = 400;

const QString assetType = u"AssetV1"_s;
const QString deletionType = u"AssetDeleteV1"_s;
const QString exifType = u"AssetExifV1"_s;
const QString completeType = u"SyncCompleteV1"_s;

/// One line; `writeData` writes the members of `data`.
template <typename WriteData>
void writeLine(QByteArray &lines, const QString &type, const sync::Cursor &at, WriteData writeData)
{
    JsonWriter json(lines);
    json.beginObject();
    json.name("type");
    json.text(type.toLatin1());
    json.name("data");
    json.beginObject();
    writeData(json);
    json.endObject();
    json.name("ack");
    json.text(at.ack(type).toLatin1());
    json.endObject();
    lines.append('\n');
}

void writeText(JsonWriter &json, QByteArrayView name, QByteArrayView utf8)
{
    json.name(name);
    json.text(utf8);
}

void writeNulls(JsonWriter &json, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArrayView name : names) {
        json.name(name);
        json.null();
    }
}

void writeTimeOrNull(JsonWriter &json, QByteArrayView name, const std::optional<qint64> &ms)
{
    json.name(name);
    if (ms) {
        json.time(*ms);
    } else {
        json.null();
    }
}

void writeUserMembers(JsonWriter &json, const accounts::User &user)
{
    writeText(json, "id", toText(user.uuid).toLatin1());
    writeText(json, "name", user.name.toUtf8());
    writeText(json, "email", user.email.toUtf8());
    json.name("avatarColor");
    if (user.avatarColor.isEmpty()) {
        json.null();
    } else {
        json.text(user.avatarColor.toUtf8());
    }
    writeTimeOrNull(json, "deletedAt", user.deletedAt);
    writeTimeOrNull(json, "profileChangedAt", user.createdAt);
    json.name("hasProfileImage");
    json.boolean(false);
}

// In the order of the statement below.
enum Column {
    Id,
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
};

constexpr std::string_view assetSql =
    "SELECT a.id, a.updated_at, a.uuid, b.sha1, a.duration_ms, a.is_video, a.file_name, a.created_at, "
    "a.created_offset, a.file_modified_at, a.width, a.height, a.is_favorite, a.is_archived, a.is_hidden, a.trashed_at, "
    "v.uuid FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value JOIN blob b ON b.id = a.blob_id "
    "LEFT JOIN asset v ON v.id = a.live_video_id";

constexpr std::string_view exifSql =
    "SELECT a.id, a.updated_at, a.uuid, a.created_at, a.latitude, a.longitude, a.rating, e.json, d.txt "
    "FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value LEFT JOIN asset_exif e ON e.asset_id = a.id "
    "LEFT JOIN prop d ON d.asset_id = a.id AND d.key_id = (SELECT id FROM prop_key WHERE name = 'description')";

void writeAssetMembers(JsonWriter &json, const Statement &row, const QUuid &owner)
{
    json.name("id");
    json.uuid(row.bytes(Uuid));
    json.name("ownerId");
    json.uuid(owner);
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
    json.name("isFavorite");
    json.boolean(row.boolean(IsFavorite));
    json.name("isEdited");
    json.boolean(false);
    writeText(json, "visibility", row.boolean(IsHidden) ? "hidden" : row.boolean(IsArchived) ? "archive" : "timeline");
    json.name("livePhotoVideoId");
    if (row.isNull(LiveVideo)) {
        json.null();
    } else {
        json.uuid(row.bytes(LiveVideo));
    }
    writeNulls(json, {"libraryId", "stackId", "thumbhash"});
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
    json.name("assetId");
    json.uuid(row.bytes(2));
    server::writeExifMembers(json, exif);
    writeNulls(json, {"fps", "profileDescription"});
}

QString idsOf(const std::vector<sync::Change> &changes)
{
    std::vector<qint64> ids;
    for (const sync::Change &change : changes) {
        ids.push_back(change.at.row);
    }
    return jsonList(ids);
}

} // namespace

sync::AssetProgress assetProgress(const QMap<QString, QString> &acks, const sync::Mark &mark)
{
    sync::AssetProgress progress;
    const auto read = [&](const QString &type, sync::Cursor &cursor) {
        if (const auto ack = sync::Cursor::fromAck(acks.value(type))) {
            cursor = ack->second;
            progress.isOfAnotherEpoch = progress.isOfAnotherEpoch || cursor.epoch != mark.epoch;
        }
    };
    sync::Cursor exif;
    read(assetType, progress.changed);
    read(deletionType, progress.deleted);
    read(completeType, progress.complete);
    read(exifType, exif);
    // A stream without assets has told of no deletions.
    if (progress.complete.row == 0) {
        progress.complete = {};
    }
    return progress;
}

SyncStream::SyncStream(const ApiServices &services, accounts::Principal principal, const QSet<QString> &types,
                       const sync::Mark &mark, const QMap<QString, QString> &acks)
    : m_services(services)
    , m_principal(std::move(principal))
    , m_types(types)
    , m_mark(mark)
    , m_acks(acks)
    , m_exif(cursorOf(exifType))
{
    const sync::AssetProgress progress = assetProgress(acks, mark);
    m_assets = progress.changed;
    m_deletions = progress.deletionsFrom();
    m_hasHadAssets = progress.changed.stamp > 0;
    for (sync::Cursor *cursor : {&m_assets, &m_deletions, &m_exif}) {
        cursor->epoch = mark.epoch;
    }
}

sync::Cursor SyncStream::cursorOf(const QString &type) const
{
    const auto ack = sync::Cursor::fromAck(m_acks.value(type));
    return ack ? ack->second : sync::Cursor();
}

bool SyncStream::isWanted(Part part) const
{
    switch (part) {
    case Part::AuthUser:
        return m_types.contains(u"AuthUsersV1"_s);
    case Part::User:
        return m_types.contains(u"UsersV1"_s);
    case Part::Deletions:
        // Who has nothing has nothing to delete.
        return m_types.contains(u"AssetsV1"_s) && m_hasHadAssets;
    case Part::Assets:
        return m_types.contains(u"AssetsV1"_s);
    case Part::Exif:
        return m_types.contains(u"AssetExifsV1"_s);
    case Part::Complete:
    case Part::End:
        break;
    }
    return true;
}

Result<QByteArray> SyncStream::next()
{
    QByteArray lines;
    while (lines.isEmpty() && m_part != Part::End) {
        if (!isWanted(m_part)) {
            m_part = Part(int(m_part) + 1);
        } else if (const auto written = write(lines); !written) {
            return failed(written);
        }
    }
    return lines;
}

/// Some lines of this part; goes to the next one where these are the last.
Result<void> SyncStream::write(QByteArray &lines)
{
    bool isWhole = true;
    if (m_part == Part::AuthUser || m_part == Part::User) {
        if (auto written = writeUser(lines, m_part == Part::AuthUser); !written) {
            return written;
        }
    } else if (m_part == Part::Complete) {
        // The row says whether assets were among what is complete.
        const sync::Cursor at{m_mark.stamp, m_types.contains(u"AssetsV1"_s) ? 1 : 0, m_mark.epoch};
        writeLine(lines, completeType, at, [](JsonWriter &) {});
    } else {
        const auto written = m_services.library.database.read([&](Connection &db) -> Result<bool> {
            return m_part == Part::Deletions ? writeDeletions(db, lines)
                   : m_part == Part::Assets  ? writeAssets(db, lines)
                                             : writeExif(db, lines);
        });
        if (!written) {
            return failed(written);
        }
        isWhole = *written;
    }
    if (isWhole) {
        m_part = Part(int(m_part) + 1);
    }
    return {};
}

Result<void> SyncStream::writeUser(QByteArray &lines, bool isSelf)
{
    const auto user = m_services.accounts.user(m_principal.uuid);
    if (!user) {
        return failed(user);
    }
    const QString type = isSelf ? u"AuthUserV1"_s : u"UserV1"_s;
    const sync::Cursor at{user->updatedAt, 0, m_mark.epoch};
    if (m_acks.value(type) == at.ack(type)) {
        return {};
    }
    writeLine(lines, type, at, [&](JsonWriter &json) {
        writeUserMembers(json, *user);
        if (isSelf) {
            json.name("isAdmin");
            json.boolean(user->isAdmin);
            writeText(json, "oauthId", "");
            writeNulls(json, {"pinCode", "quotaSizeInBytes", "storageLabel"});
            json.name("quotaUsageInBytes");
            json.number(qint64(0)); // Without a quota nobody asks.
        }
    });
    return {};
}

bool SyncStream::writeDeletions(Connection &db, QByteArray &lines)
{
    const auto changes = sync::deletedAfter(db, m_principal.userId, m_deletions, m_mark.stamp, linesAtOnce);
    for (const sync::Change &change : changes) {
        writeLine(lines, deletionType, change.at, [&](JsonWriter &json) {
            json.name("assetId");
            json.uuid(change.asset);
        });
        m_deletions = change.at;
    }
    return changes.size() < size_t(linesAtOnce);
}

bool SyncStream::writeAssets(Connection &db, QByteArray &lines)
{
    const auto changes = sync::changedAfter(db, m_principal.userId, m_assets, m_mark.stamp, linesAtOnce);
    Statement row = db.prepare(assetSql);
    row.bindAll(idsOf(changes));
    while (row.step()) {
        const sync::Cursor at{row.int64(UpdatedAt), row.int64(Id), m_mark.epoch};
        writeLine(lines, assetType, at, [&](JsonWriter &json) { writeAssetMembers(json, row, m_principal.uuid); });
        m_assets = at;
    }
    return changes.size() < size_t(linesAtOnce);
}

bool SyncStream::writeExif(Connection &db, QByteArray &lines)
{
    const auto changes = sync::changedAfter(db, m_principal.userId, m_exif, m_mark.stamp, linesAtOnce);
    Statement row = db.prepare(exifSql);
    row.bindAll(idsOf(changes));
    while (row.step()) {
        const sync::Cursor at{row.int64(UpdatedAt), row.int64(Id), m_mark.epoch};
        writeLine(lines, exifType, at, [&](JsonWriter &json) { writeExifMembers(json, row); });
        m_exif = at;
    }
    return changes.size() < size_t(linesAtOnce);
}

} // namespace kinframe::server

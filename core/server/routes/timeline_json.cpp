// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/timeline_json.h"

#include "base/clock.h"
#include "base/ids.h"
#include "server/http/json_text.h"
#include "server/routes/asset_json.h"

#include <QJsonArray>

#include <map>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;

constexpr double minutesPerHour = 60;

// In the order of the statement below.
enum Column {
    Uuid,
    Width,
    Height,
    IsFavorite,
    IsArchived,
    IsHidden,
    TrashedAt,
    CreatedAt,
    CreatedOffset,
    IsVideo,
    Duration,
    City,
    Country,
    LiveVideo,
    Latitude,
    Longitude,
    StackId,
    StackCount,
};

// The order of the list is kept by the join from it.
constexpr const char *rowsSql =
    "SELECT a.uuid, a.width, a.height, a.is_favorite, a.is_archived, a.is_hidden, a.trashed_at, a.created_at, "
    "a.created_offset, a.is_video, a.duration_ms, json_extract(e.json, '$.city'), json_extract(e.json, '$.country'), "
    "v.uuid, a.latitude, a.longitude, s.uuid, (SELECT count(*) FROM stack_asset q WHERE q.stack_id = m.stack_id) "
    "FROM json_each(?1) j CROSS JOIN asset a ON a.id = j.value LEFT JOIN asset v ON v.id = a.live_video_id "
    "LEFT JOIN asset_exif e ON e.asset_id = a.id LEFT JOIN stack_asset m ON m.asset_id = a.id "
    "LEFT JOIN stack s ON s.id = m.stack_id";

/// Square where it is not known yet.
double ratioOf(const Statement &row)
{
    const double width = row.real(Width);
    const double height = row.real(Height);
    return width > 0 && height > 0 ? width / height : 1;
}

QString visibilityOf(const Statement &row)
{
    return row.boolean(IsHidden) ? u"hidden"_s : row.boolean(IsArchived) ? u"archive"_s : u"timeline"_s;
}

QJsonValue durationOf(const Statement &row)
{
    return row.isNull(Duration) || !row.boolean(IsVideo)
               ? QJsonValue()
               : QJsonValue(QString::fromLatin1(durationText(row.int64(Duration))));
}

QJsonValue textOf(const Statement &row, Column column)
{
    return row.isNull(column) ? QJsonValue() : QJsonValue(row.text(column));
}

QJsonValue numberOf(const Statement &row, Column column)
{
    return row.isNull(column) ? QJsonValue() : QJsonValue(row.real(column));
}

QJsonValue stackOf(const Statement &row)
{
    return row.isNull(StackId)
               ? QJsonValue()
               : QJsonValue(QJsonArray{toText(row.uuid(StackId)), QString::number(row.int64(StackCount))});
}

} // namespace

QJsonObject timeBucketJson(storage::Connection &db, const QUuid &owner, std::span<const qint64> assetIds,
                           bool withStacks)
{
    QJsonArray ids;
    for (const qint64 id : assetIds) {
        ids.append(id);
    }
    Statement row = db.prepare(rowsSql);
    row.bindAll(QString::fromUtf8(http::compactJson(ids)));
    std::map<QString, QJsonArray> lists;
    for (const QString &name :
         {u"id"_s, u"ownerId"_s, u"ratio"_s, u"isFavorite"_s, u"visibility"_s, u"isTrashed"_s, u"fileCreatedAt"_s,
          u"localOffsetHours"_s, u"isImage"_s, u"thumbhash"_s, u"duration"_s, u"city"_s, u"country"_s,
          u"livePhotoVideoId"_s, u"projectionType"_s, u"latitude"_s, u"longitude"_s}) {
        lists[name] = {};
    }
    while (row.step()) {
        lists[u"id"_s].append(toText(row.uuid(Uuid)));
        lists[u"ownerId"_s].append(toText(owner));
        lists[u"ratio"_s].append(ratioOf(row));
        lists[u"isFavorite"_s].append(row.boolean(IsFavorite));
        lists[u"visibility"_s].append(visibilityOf(row));
        lists[u"isTrashed"_s].append(!row.isNull(TrashedAt));
        lists[u"fileCreatedAt"_s].append(toIso(row.int64(CreatedAt)));
        lists[u"localOffsetHours"_s].append(double(row.optionalInt64(CreatedOffset).value_or(0)) / minutesPerHour);
        lists[u"isImage"_s].append(!row.boolean(IsVideo));
        lists[u"thumbhash"_s].append(QJsonValue::Null);
        lists[u"duration"_s].append(durationOf(row));
        lists[u"city"_s].append(textOf(row, City));
        lists[u"country"_s].append(textOf(row, Country));
        lists[u"livePhotoVideoId"_s].append(row.isNull(LiveVideo) ? QJsonValue() : toText(row.uuid(LiveVideo)));
        lists[u"projectionType"_s].append(QJsonValue::Null);
        lists[u"latitude"_s].append(numberOf(row, Latitude));
        lists[u"longitude"_s].append(numberOf(row, Longitude));
        if (withStacks) {
            lists[u"stack"_s].append(stackOf(row));
        }
    }
    QJsonObject json;
    for (const auto &[name, list] : lists) {
        json.insert(name, list);
    }
    return json;
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/place_routes.h"

#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/routes/asset_json.h"
#include "server/routes/asset_stream.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Connection;
using storage::Statement;

// As many as a page of towns shows.
constexpr size_t mostExplored = 12;

Result<std::optional<qint64>> timeOf(const Request &request, const QString &name)
{
    const auto text = request.query().get(name);
    if (!text) {
        return std::optional<qint64>();
    }
    const auto time = fromIso(*text);
    return time ? Result<std::optional<qint64>>(time)
                : http::invalidInput(name, text->toUtf8(), u"a time as ISO 8601"_s);
}

QJsonValue textOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? QJsonValue() : QJsonValue(row.text(column));
}

/// Archived ones are left out unless they are asked for.
Reply markers(const ApiServices &services, const Request &request)
{
    const auto after = timeOf(request, u"fileCreatedAfter"_s);
    const auto before = timeOf(request, u"fileCreatedBefore"_s);
    const auto withArchived = flagOf(request, u"isArchived"_s);
    const auto favorites = flagOf(request, u"isFavorite"_s);
    if (!after || !before) {
        return request.refuse(!after ? after.error() : before.error());
    }
    if (!withArchived || !favorites) {
        return request.refuse(!withArchived ? withArchived.error() : favorites.error());
    }
    return jsonReply(request, services.library.database.read(
                                  [&](Connection &db) -> Result<QJsonArray> {
                                      Statement row = db.prepare(
                                          "SELECT a.uuid, a.latitude, a.longitude, json_extract(x.json, '$.city'), "
                                          "json_extract(x.json, '$.state'), json_extract(x.json, '$.country') FROM "
                                          "asset a LEFT JOIN asset_exif x ON x.asset_id = a.id WHERE a.owner_id = ?1 "
                                          "AND a.latitude IS NOT NULL AND a.longitude IS NOT NULL AND a.trashed_at IS "
                                          "NULL AND a.is_hidden = 0 AND (?2 OR a.is_archived = 0) AND (NOT ?3 OR "
                                          "a.is_favorite = 1) AND (?4 IS NULL OR a.created_at >= ?4) AND (?5 IS NULL "
                                          "OR a.created_at <= ?5) ORDER BY a.created_at DESC, a.id DESC");
                                      row.bindAll(userOf(request), *withArchived, *favorites, *after, *before);
                                      QJsonArray all;
                                      while (row.step()) {
                                          all.append(QJsonObject{{u"id"_s, toText(row.uuid(0))},
                                                                 {u"lat"_s, row.real(1)},
                                                                 {u"lon"_s, row.real(2)},
                                                                 {u"city"_s, textOrNull(row, 3)},
                                                                 {u"state"_s, textOrNull(row, 4)},
                                                                 {u"country"_s, textOrNull(row, 5)}});
                                      }
                                      return all;
                                  },
                                  request.stopToken()));
}

struct Town
{
    QString name;
    qint64 assetId = 0; ///< of the newest photo from there
};

std::vector<Town> townsOf(Connection &db, qint64 ownerId)
{
    Statement row =
        db.prepare("SELECT json_extract(x.json, '$.city') AS city, a.id, max(a.created_at) FROM asset a JOIN "
                   "asset_exif x ON x.asset_id = a.id WHERE a.owner_id = ?1 AND a.trashed_at IS NULL AND "
                   "a.is_hidden = 0 AND a.is_archived = 0 AND city <> '' GROUP BY city ORDER BY city");
    row.bindAll(ownerId);
    std::vector<Town> towns;
    while (row.step()) {
        towns.push_back({row.text(0), row.int64(1)});
    }
    return towns;
}

Reply cities(const ApiServices &services, const Request &request)
{
    auto snapshot = services.library.database.beginLongRead();
    if (!snapshot) {
        return request.refuse(snapshot.error());
    }
    AssetStream stream{{}, AssetWriter(request.principal()->uuid, AssetShape::Immich275), {}, "[", "]"};
    const auto read = (*snapshot)->read([&](Connection &db) -> Result<void> {
        for (const Town &town : townsOf(db, userOf(request))) {
            stream.ids.push_back(town.assetId);
        }
        return {};
    });
    if (!read) {
        return request.refuse(read.error());
    }
    stream.snapshot = std::move(*snapshot);
    auto reply = assetListReply(std::move(stream));
    return reply ? std::move(*reply) : request.refuse(reply.error());
}

Reply explore(const ApiServices &services, const Request &request)
{
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        QJsonArray items;
        std::vector<Town> towns = townsOf(db, userOf(request));
        towns.resize(std::min(towns.size(), mostExplored));
        for (const Town &town : towns) {
            items.append(QJsonObject{{u"value"_s, town.name},
                                     {u"data"_s, assetJson(db, request.principal()->uuid, town.assetId)}});
        }
        return QJsonArray{QJsonObject{{u"fieldName"_s, u"exifInfo.city"_s}, {u"items"_s, items}}};
    }));
}

} // namespace

std::vector<http::Route> placeRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/map/markers", markers, u"map.read"_s);
    routes.get("/api/search/cities", cities, u"asset.read"_s).way = http::Way::Straight;
    routes.get("/api/search/explore", explore, u"asset.read"_s);
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_routes.h"

#include "base/clock.h"
#include "server/routes/asset_stream.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/sync_input.h"
#include "sync/delta_sync.h"
#include "sync/full_sync.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Connection;
using storage::Database;

constexpr QByteArrayView epochHeader = "X-Kinframe-Epoch";
constexpr QByteArrayView nextHeader = "X-Kinframe-Next-Updated-After";

/// GET is what the oldest clients call, POST what came with 1.118.
AssetShape shapeFor(const Request &request)
{
    return request.method() == "POST" ? AssetShape::Immich1118 : AssetShape::Immich1102;
}

Reply withMark(const Request &request, Result<Reply> reply, const sync::Mark &mark, qint64 next)
{
    if (!reply) {
        return request.refuse(reply.error());
    }
    reply->set(nextHeader, toIso(next).toLatin1());
    reply->set(epochHeader, mark.epoch.toLatin1());
    return std::move(*reply);
}

Reply fullSync(const ApiServices &services, const Request &request)
{
    SyncInput input(request);
    sync::FullSync asked;
    asked.ownerId = userOf(request);
    asked.limit = input.number(u"limit"_s, 1, sync::largestPage);
    asked.updatedUntil = input.time(u"updatedUntil"_s);
    asked.lastId = input.optionalId(u"lastId"_s);
    input.optionalTime(u"lastCreationDate"_s);
    input.owners(u"userId"_s);
    if (!input.isGood()) {
        return input.refusal();
    }
    Database &database = services.library.database;
    const qint64 wallNow = database.wallNow();
    auto snapshot = database.beginLongRead();
    if (!snapshot) {
        return request.refuse(snapshot.error());
    }
    auto page = (*snapshot)->read([&](Connection &db) { return sync::fullSync(db, asked, wallNow); });
    if (!page && page.error().code == ErrorCode::InvalidArgument) {
        input.add(page.error());
        return input.refusal();
    }
    if (!page) {
        return request.refuse(page.error());
    }
    const AssetWriter writer(request.principal()->uuid, shapeFor(request));
    return withMark(request, assetListReply({std::move(*snapshot), writer, std::move(page->assets), "[", "]"}),
                    page->mark, page->nextUpdatedAfter);
}

QByteArray beginningOf(const sync::Delta &delta)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.name("needsFullSync");
    json.boolean(delta.needsFullSync);
    json.name("deleted");
    json.beginArray();
    for (const QUuid &id : delta.deleted) {
        json.uuid(id);
    }
    json.endArray();
    json.name("upserted");
    json.beginArray();
    return text;
}

Reply deltaSync(const ApiServices &services, const Request &request)
{
    SyncInput input(request);
    sync::DeltaSync asked;
    asked.ownerId = userOf(request);
    asked.updatedAfter = input.time(u"updatedAfter"_s);
    asked.epoch = QString::fromLatin1(request.header(epochHeader));
    input.owners(u"userIds"_s);
    if (!input.isGood()) {
        return input.refusal();
    }
    Database &database = services.library.database;
    auto snapshot = database.beginLongRead();
    if (!snapshot) {
        return request.refuse(snapshot.error());
    }
    auto delta = (*snapshot)->read(
        [&](Connection &db) -> Result<sync::Delta> { return sync::deltaSync(db, asked, database.now()); });
    if (!delta) {
        return request.refuse(delta.error());
    }
    const AssetWriter writer(request.principal()->uuid, shapeFor(request));
    return withMark(
        request, assetListReply({std::move(*snapshot), writer, std::move(delta->upserted), beginningOf(*delta), "]}"}),
        delta->mark, delta->mark.stamp);
}

} // namespace

std::vector<http::Route> syncRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    for (const QByteArray base : {"/api/sync/", "/sync/"}) {
        routes.get(base + "full-sync", fullSync, u"asset.read"_s).way = http::Way::Straight;
        routes.post(base + "full-sync", fullSync, u"asset.read"_s).way = http::Way::Straight;
        routes.get(base + "delta-sync", deltaSync, u"asset.read"_s).way = http::Way::Straight;
        routes.post(base + "delta-sync", deltaSync, u"asset.read"_s).way = http::Way::Straight;
    }
    return routes.take();
}

} // namespace kinframe::server

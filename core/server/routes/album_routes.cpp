// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/album_routes.h"

#include "albums/album_sharing.h"
#include "albums/kept_album.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/http/limits.h"
#include "server/routes/album_json.h"
#include "server/routes/album_share_input.h"
#include "server/routes/asset_stream.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::Album;
using albums::AlbumScope;
using albums::NewMember;
using http::Reply;
using http::Request;
using storage::Connection;
using storage::Transaction;

/// What a body says of an album; `order` is asc or desc.
Result<albums::AlbumEdit> editIn(const QJsonObject &body)
{
    const auto name = textIn(body, u"albumName"_s);
    const auto description = textIn(body, u"description"_s);
    const auto order = textIn(body, u"order"_s);
    const auto cover = optionalIdIn(body, u"albumThumbnailAssetId"_s);
    const auto activity = flagIn(body, u"isActivityEnabled"_s);
    for (const auto *text : {&name, &description, &order}) {
        if (!*text) {
            return failed(*text);
        }
    }
    if (!cover || !activity) {
        return !cover ? failed(cover) : failed(activity);
    }
    albums::AlbumEdit edit{*name, *description, *cover, {}, *activity};
    if (*order) {
        if (**order != "asc"_L1 && **order != "desc"_L1) {
            return http::invalidInput(u"order"_s, (*order)->toUtf8(), u"asc or desc"_s);
        }
        edit.isOldestFirst = **order == "asc"_L1;
    }
    return edit;
}

Reply list(const ApiServices &services, const Request &request)
{
    std::optional<bool> isShared;
    if (request.query().has(u"shared"_s)) {
        const auto shared = flagOf(request, u"shared"_s);
        if (!shared) {
            return request.refuse(shared.error());
        }
        isShared = *shared;
    }
    std::optional<QUuid> holding;
    if (const auto text = request.query().get(u"assetId"_s)) {
        holding = uuidFromText(*text);
        if (!holding) {
            return request.refuse(http::invalidInput(u"assetId"_s, text->toUtf8(), u"a UUID"_s).value());
        }
    }
    const auto found = services.library.database.read([&](Connection &db) -> Result<std::vector<Album>> {
        return albums::albumsOf(db, userOf(request), holding,
                                holding     ? AlbumScope::Seen
                                : !isShared ? AlbumScope::Own
                                : *isShared ? AlbumScope::Shared
                                            : AlbumScope::NotShared);
    });
    if (!found) {
        return request.refuse(found.error());
    }
    AlbumJson json(services);
    QJsonArray all;
    for (const Album &album : *found) {
        const auto one = json.of(album);
        if (!one) {
            return request.refuse(one.error());
        }
        all.append(*one);
    }
    return Reply::json(all);
}

Reply statistics(const ApiServices &services, const Request &request)
{
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonObject> {
        const albums::AlbumCounts counts = albums::countAlbums(db, userOf(request));
        return QJsonObject{{u"owned"_s, double(counts.owned)},
                           {u"shared"_s, double(counts.shared)},
                           {u"notShared"_s, double(counts.notShared)}};
    }));
}

/// The album with its photos, of which there may be very many.
Reply withAssets(const ApiServices &services, const Request &request, const QUuid &id, int status = 200)
{
    auto snapshot = services.library.database.beginLongRead();
    if (!snapshot) {
        return request.refuse(snapshot.error());
    }
    AssetStream stream{
        {}, AssetWriter(request.principal()->uuid, AssetShape::Immich275, AssetOwners::Several), {}, {}, "]}"};
    Album album;
    const auto found = (*snapshot)->read([&](Connection &db) -> Result<void> {
        auto seen = albums::findAlbum(db, userOf(request), id);
        if (!seen) {
            return failed(seen);
        }
        album = std::move(*seen);
        if (!request.query().get(u"withoutAssets"_s).value_or(QString()).startsWith("true"_L1)) {
            stream.ids = albums::assetsOf(db, album);
        }
        return {};
    });
    if (!found) {
        return request.refuse(found.error());
    }
    auto json = AlbumJson(services).of(album);
    if (!json) {
        return request.refuse(json.error());
    }
    json->remove(u"assets"_s);
    stream.before = http::compactJson(*json).chopped(1) + R"(,"assets":[)";
    stream.snapshot = std::move(*snapshot);
    auto reply = assetListReply(std::move(stream));
    if (!reply) {
        return request.refuse(reply.error());
    }
    reply->setStatus(status);
    return std::move(*reply);
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"album"_s);
    return id ? withAssets(services, request, *id) : request.refuse(id.error());
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    if (!body->contains("albumName"_L1)) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"albumName"_s}, {u"expected"_s, u"a text"_s}}, {}});
    }
    const auto edit = editIn(*body);
    const auto assets =
        body->contains("assetIds"_L1) ? idsIn(*body, u"assetIds"_s) : Result<std::vector<QUuid>>(std::vector<QUuid>());
    const auto members =
        body->contains("albumUsers"_L1) ? membersIn(*body) : Result<std::vector<NewMember>>(std::vector<NewMember>());
    if (!edit || !assets || !members) {
        return request.refuse(!edit ? edit.error() : !assets ? assets.error() : members.error());
    }
    const auto album = services.library.database.write([&](Transaction &transaction) {
        auto made = albums::createAlbum(transaction, userOf(request), *edit, *assets);
        if (made && !members->empty()) {
            made = albums::shareAlbum(transaction, userOf(request), made->uuid, *members);
        }
        if (made) {
            albums::tellOfAlbum(transaction, services.events, made->uuid);
        }
        return made;
    });
    return album ? withAssets(services, request, album->uuid, 201) : request.refuse(album.error());
}

Reply change(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"album"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto edit = editIn(*body);
    if (!edit) {
        return request.refuse(edit.error());
    }
    const auto album = services.library.database.write([&](Transaction &transaction) {
        albums::tellOfAlbum(transaction, services.events, *id);
        return albums::editAlbum(transaction, userOf(request), *id, *edit);
    });
    return album ? jsonReply(request, AlbumJson(services).of(*album)) : request.refuse(album.error());
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"album"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) {
        albums::tellOfAlbum(transaction, services.events, *id);
        return albums::deleteAlbum(transaction, userOf(request), *id);
    });
    return removed ? Reply() : request.refuse(removed.error());
}

using AlbumWork = std::vector<albums::ItemOutcome> (*)(Transaction &, const Album &, std::span<const QUuid>);

Reply changeAssets(const ApiServices &services, const Request &request, AlbumWork work)
{
    const auto id = idOf(request, u"album"_s);
    const auto ids = bodyIds(request, u"ids"_s);
    if (!id || !ids) {
        return request.refuse(!id ? id.error() : ids.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) -> Result<QJsonArray> {
        const auto album = albums::findAlbumToEdit(transaction.db(), userOf(request), *id);
        if (!album) {
            return failed(album);
        }
        albums::tellOfAlbum(transaction, services.events, *id);
        return bulkResults(*ids, work(transaction, *album, *ids));
    }));
}

Reply addAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, albums::addToAlbum);
}

Reply removeAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, albums::removeFromAlbum);
}

/// Photos into several albums at once: done where any of them was new to any.
Reply addToMany(const ApiServices &services, const Request &request)
{
    const auto albumIds = bodyIds(request, u"albumIds"_s);
    const auto assetIds = bodyIds(request, u"assetIds"_s);
    if (!albumIds || !assetIds) {
        return request.refuse(!albumIds ? albumIds.error() : assetIds.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) -> Result<QJsonObject> {
        QString problem = u"no_permission"_s;
        bool anyNew = false;
        for (const QUuid &id : *albumIds) {
            const auto album = albums::findAlbumToEdit(transaction.db(), userOf(request), id);
            if (!album) {
                continue;
            }
            albums::tellOfAlbum(transaction, services.events, id);
            for (const albums::ItemOutcome &outcome : albums::addToAlbum(transaction, *album, *assetIds)) {
                anyNew = anyNew || !outcome;
                if (outcome && outcome->kind() == ErrorKind::Conflict) {
                    problem = u"duplicate"_s;
                }
            }
        }
        return anyNew ? QJsonObject{{u"success"_s, true}} : QJsonObject{{u"success"_s, false}, {u"error"_s, problem}};
    }));
}

} // namespace

std::vector<http::Route> albumRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    for (const QByteArray path : {"/api/albums", "/api/album"}) { // The second as older clients know it.
        routes.get(path, list, u"album.read"_s);
        routes.post(path, create, u"album.create"_s).bodyLimit = bulk;
        routes.put(path + "/{id}/assets", addAssets, u"albumAsset.create"_s).bodyLimit = bulk;
    }
    routes.put("/api/albums/assets", addToMany, u"albumAsset.create"_s).bodyLimit = bulk;
    routes.get("/api/albums/statistics", statistics, u"album.statistics"_s);
    routes.get("/api/albums/{id}", one, u"album.read"_s).way = http::Way::Straight;
    routes.add("PATCH", "/api/albums/{id}", change, u"album.update"_s).body = http::BodyKind::Json;
    routes.remove("/api/albums/{id}", remove, u"album.delete"_s);
    http::Route &removing = routes.remove("/api/albums/{id}/assets", removeAssets, u"albumAsset.delete"_s);
    removing.body = http::BodyKind::Json;
    removing.bodyLimit = bulk;
    return routes.take();
}

} // namespace kinframe::server

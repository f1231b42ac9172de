// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_edit_routes.h"

#include "base/ids.h"
#include "library/change_feed.h"
#include "library/live_photos.h"
#include "library/open_metadata.h"
#include "library/trash.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/asset_edit_input.h"
#include "server/routes/asset_json.h"
#include "server/routes/doors.h"
#include "server/routes/live_video_input.h"
#include "server/routes/named_asset.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Asset;
using storage::Transaction;

/// All of them, or NotFound for the first that the user does not have: then nothing is done with any.
Result<std::vector<Asset>> assetsOf(Transaction &transaction, const Request &request, const std::vector<QUuid> &ids)
{
    std::vector<Asset> assets;
    assets.reserve(ids.size());
    for (const QUuid &id : ids) {
        auto asset = namedAsset(transaction.db(), request, id);
        if (!asset) {
            return failed(asset);
        }
        assets.push_back(std::move(*asset));
    }
    return assets;
}

Result<void> setLiveVideo(Transaction &transaction, library::ChangeFeed &changes, const Asset &asset,
                          const std::optional<QUuid> &videoId)
{
    if (!videoId) {
        library::unlinkLivePhoto(transaction, changes, asset.id);
        return {};
    }
    if (asset.isVideo) {
        return http::invalidInput(u"livePhotoVideoId"_s, toText(*videoId).toLatin1(), u"null: it is a video itself"_s);
    }
    const auto video = namedLiveVideo(transaction.db(), asset.ownerId, asset.id, *videoId);
    if (!video) {
        return failed(video);
    }
    library::linkLivePhoto(transaction, changes, asset.id, *video);
    return {};
}

Result<void> edit(Transaction &transaction, const ApiServices &services, const Asset &asset,
                  const AssetEditInput &input)
{
    const auto edited = library::editMetadata(transaction, services.library, asset, input.editOf(asset));
    if (!edited) {
        return failed(edited);
    }
    if (input.liveVideo) {
        if (const auto set = setLiveVideo(transaction, services.library.changes, asset, *input.liveVideo); !set) {
            return failed(set);
        }
    }
    return input.visibility ? library::setVisibility(transaction, services.library, asset, *input.visibility)
                            : Result<void>();
}

Result<std::vector<Asset>> editAll(const ApiServices &services, const Request &request, const std::vector<QUuid> &ids,
                                   const AssetEditInput &input)
{
    return services.library.database.write([&](Transaction &transaction) -> Result<std::vector<Asset>> {
        auto assets = assetsOf(transaction, request, ids);
        if (!assets) {
            return assets;
        }
        for (const Asset &asset : *assets) {
            if (const auto done = edit(transaction, services, asset, input); !done) {
                return failed(done); // Nothing of it is kept then.
            }
        }
        return assets;
    });
}

Reply editMany(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto ids = idsIn(*body, u"ids"_s);
    const auto input = AssetEditInput::from(*body);
    if (!ids || !input) {
        return request.refuse(!ids ? ids.error() : input.error());
    }
    if (input->liveVideo && ids->size() > 1) {
        return request.refuse(
            http::invalidInput(u"livePhotoVideoId"_s, {}, u"given for one picture only: each has its own"_s).value());
    }
    const auto done = editAll(services, request, *ids, *input);
    return done ? Reply() : request.refuse(done.error());
}

Reply editOne(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"photo"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto input = AssetEditInput::from(*body);
    if (!input) {
        return request.refuse(input.error());
    }
    const auto done = editAll(services, request, {*id}, *input);
    if (!done) {
        return request.refuse(done.error());
    }
    return jsonReply(request, services.library.database.read([&](storage::Connection &db) -> Result<QJsonObject> {
        return assetJson(db, request.principal()->uuid, done->front().id);
    }));
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto ids = idsIn(*body, u"ids"_s);
    const auto force = flagIn(*body, u"force"_s);
    if (!ids || !force) {
        return request.refuse(!ids ? ids.error() : force.error());
    }
    library::Trash trash(services.library);
    const auto removed = services.library.database.write([&](Transaction &transaction) -> Result<void> {
        const auto assets = assetsOf(transaction, request, *ids);
        if (!assets) {
            return failed(assets);
        }
        for (const Asset &asset : *assets) {
            // What went with another one of them, or is there already, is where it should be: no failure.
            const auto done = force->value_or(false) ? trash.deleteForGood(transaction, asset.ownerId, asset.uuid)
                                                     : trash.moveToTrash(transaction, asset.ownerId, asset.uuid);
            if (!done && done.error().code != ErrorCode::NotFound) {
                return failed(done);
            }
        }
        return {};
    });
    return removed ? Reply() : request.refuse(removed.error());
}

} // namespace

std::vector<http::Route> assetEditRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    for (const QByteArray path : {"/api/assets", "/api/asset"}) { // The second as older clients know it.
        routes.put(path, editMany, u"asset.update"_s).bodyLimit = bulk;
        routes.put(path + "/{id}", editOne, u"asset.update"_s);
        http::Route &removing = routes.remove(path, remove, u"asset.delete"_s);
        removing.body = http::BodyKind::Json;
        removing.bodyLimit = bulk;
    }
    return routes.take();
}

} // namespace kinframe::server

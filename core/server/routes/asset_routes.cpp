// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_routes.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "base/language.h"
#include "faces/face.h"
#include "faces/person.h"
#include "faces/recognition.h"
#include "library/asset.h"
#include "library/owner.h"
#include "server/routes/asset_files.h"
#include "server/routes/asset_json.h"
#include "server/routes/doors.h"
#include "server/routes/named_asset.h"
#include "server/routes/people_json.h"
#include "server/routes/person_photos.h"
#include "server/routes/route_kit.h"
#include "storage/database.h"

#include <QJsonArray>

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Connection;

/// A photo with its faces, and who they are of, each once.
struct AssetView
{
    library::Asset asset;
    std::vector<faces::Face> faces; ///< from left to right
    std::vector<faces::Person> people;
};

AssetView assetView(Connection &db, const library::Asset &asset)
{
    AssetView view{asset, faces::facesOfAsset(db, asset.id), {}};
    for (const faces::Face &face : view.faces) {
        const auto isThat = [&face](const faces::Person &person) { return person.id == face.personId; };
        if (face.personId && std::ranges::none_of(view.people, isThat)) {
            if (auto person = faces::findPersonUncounted(db, *face.personId)) {
                view.people.push_back(std::move(*person));
            }
        }
    }
    return view;
}

/// Runs `read(db, asset)` for the asset of the path.
template <typename Read>
auto withAsset(const ApiServices &services, const Request &request, Read read)
    -> std::invoke_result_t<Read, Connection &, const library::Asset &>
{
    auto id = idOf(request, u"photo"_s);
    if (!id) {
        return failed(id);
    }
    return services.library.database.read(
        [&](Connection &db) -> std::invoke_result_t<Read, Connection &, const library::Asset &> {
            auto asset = seenAsset(db, request, *id);
            if (!asset) {
                return failed(asset);
            }
            return read(db, *asset);
        },
        request.stopToken());
}

QString statusName(library::AssetState state)
{
    switch (state) {
    case library::AssetState::Done:
        return u"done"_s;
    case library::AssetState::Failed:
        return u"failed"_s;
    case library::AssetState::Processing:
        break;
    }
    return u"processing"_s;
}

/// Where recognition stands: `faces` is null until it is done; what stops it is said.
void addRecognition(QJsonObject &json, const ApiServices &services, const AssetView &view, Language language)
{
    const library::Asset &asset = view.asset;
    json.insert(u"status"_s, statusName(asset.state));
    if (asset.state == library::AssetState::Processing) {
        json.insert(u"faces"_s, QJsonValue::Null);
        json.insert(u"people"_s, QJsonArray());
        const auto models = services.recognition.models();
        if (asset.isReady && !models) {
            json.insert(u"status"_s, u"waiting"_s);
            json.insert(u"error"_s, textOf(models.error(), language));
        }
        return;
    }
    QJsonArray faces;
    for (const faces::Face &face : view.faces) {
        faces.append(faceJson(face));
    }
    json.insert(u"faces"_s, faces);
    if (asset.state == library::AssetState::Failed) {
        json.insert(u"error"_s, textOf(errorFromJsonText(asset.error), language));
    }
}

Reply assetReply(const ApiServices &services, const Request &request)
{
    auto json = withAsset(services, request, [&](Connection &db, const library::Asset &asset) -> Result<QJsonObject> {
        QJsonObject object = assetJson(db, request.principal()->uuid, asset.id);
        const bool isOwn = asset.ownerId == userOf(request);
        addRecognition(object, services, isOwn ? assetView(db, asset) : AssetView{asset, {}, {}}, request.language());
        return object;
    });
    return jsonReply(request, json);
}

Reply peoplePhotos(const ApiServices &services, const Request &request)
{
    const auto size = numberOf(request, u"size"_s, 10, 1, 1000);
    if (!size) {
        return request.refuse(size.error());
    }
    auto answer = withAsset(services, request, [&](Connection &db, const library::Asset &asset) -> Result<QJsonObject> {
        if (asset.ownerId != userOf(request)) {
            return noPhoto(asset.uuid); // Who is in it is known to its owner alone.
        }
        const AssetView view = assetView(db, asset);
        QJsonArray people;
        for (const faces::Person &person : view.people) {
            if (!person.isHidden) {
                people.append(QJsonObject{{u"person_id"_s, toText(person.uuid)},
                                          {u"person_name"_s, person.name},
                                          {u"photos"_s, photosOf(db, person.id, 1, *size)}});
            }
        }
        QJsonObject json{{u"asset_id"_s, toText(asset.uuid)}, {u"people"_s, people}};
        if (asset.state != library::AssetState::Done) {
            addRecognition(json, services, view, request.language());
            json.remove(u"faces"_s);
        } else if (people.isEmpty()) {
            json.insert(u"message"_s,
                        translated("Api", QT_TRANSLATE_NOOP("Api", "No people detected"), request.language()));
        }
        return json;
    });
    if (!answer) {
        return request.refuse(answer.error());
    }
    return Reply::json(*answer, answer->value("status"_L1).toString() == "processing"_L1 ? 202 : 200);
}

Reply original(const ApiServices &services, const Request &request)
{
    auto body = withAsset(services, request,
                          [&](Connection &db, const library::Asset &asset) { return originalOf(db, services, asset); });
    return body ? Reply::file(*body) : request.refuse(body.error());
}

/// As it is: players seek in it by ranges.
Reply playback(const ApiServices &services, const Request &request)
{
    auto body =
        withAsset(services, request, [&](Connection &db, const library::Asset &asset) -> Result<http::FileBody> {
            return asset.isVideo ? originalOf(db, services, asset)
                                 : fail(ErrorCode::NotFound, {{u"what"_s, u"video"_s}, {u"id"_s, toText(asset.uuid)}});
        });
    return body ? Reply::file(*body) : request.refuse(body.error());
}

Reply thumbnail(const ApiServices &services, const Request &request)
{
    if (const auto size = checkThumbnailSize(request); !size) {
        return request.refuse(size.error());
    }
    const auto asset = withAsset(
        services, request, [](Connection &, const library::Asset &found) -> Result<library::Asset> { return found; });
    return asset ? thumbnailReply(services, request, *asset) : request.refuse(asset.error());
}

} // namespace

std::vector<http::Route> assetRoutes(const ApiServices &services)
{
    std::vector<http::Route> routes;
    const auto add = [&](const QByteArray &pattern, auto handler, const QString &permission, http::Way way) {
        http::Route route;
        route.method = "GET";
        route.pattern = pattern;
        route.handler = [&services, handler](const Request &request) { return handler(services, request); };
        route.permission = permission;
        route.place = http::Place::Inline;
        route.way = way;
        route.door = pattern.startsWith("/api/assets") ? immichDoor() : peopleDoor();
        routes.push_back(std::move(route));
    };
    for (const QByteArray path : {"/api/asset/{id}", "/api/assets/{id}"}) {
        add(path, assetReply, u"asset.read"_s, http::Way::Routed);
        add(path + "/people-photos", peoplePhotos, u"asset.read"_s, http::Way::Routed);
        add(path + "/original", original, u"asset.download"_s, http::Way::Straight);
        add(path + "/video/playback", playback, u"asset.view"_s, http::Way::Straight);
        add(path + "/thumbnail", thumbnail, u"asset.view"_s, http::Way::Straight);
        routes.back().place = http::Place::Pool; // One that is lost is made on the way.
    }
    // As clients knew them before 1.113.
    add("/api/asset/file/{id}", original, u"asset.download"_s, http::Way::Straight);
    add("/api/asset/thumbnail/{id}", thumbnail, u"asset.view"_s, http::Way::Straight);
    routes.back().place = http::Place::Pool;
    return routes;
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/open_routes.h"

#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

Reply wellKnown(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"api"_s, QJsonObject{{u"endpoint"_s, u"/api"_s}}}});
}

Reply ping(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"res"_s, u"pong"_s}});
}

/// The version of Immich whose calls we answer as; clients look at it before anything else.
Reply version(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"major"_s, 2}, {u"minor"_s, 7}, {u"patch"_s, 5}});
}

Reply config(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"externalDomain"_s, u""_s},
                                   {u"isInitialized"_s, true},
                                   {u"isOnboarded"_s, true},
                                   {u"loginPageMessage"_s, u""_s},
                                   {u"maintenanceMode"_s, false},
                                   {u"mapDarkStyleUrl"_s, u""_s},
                                   {u"mapLightStyleUrl"_s, u""_s},
                                   {u"oauthButtonText"_s, u""_s},
                                   {u"publicUsers"_s, true},
                                   {u"trashDays"_s, 30},
                                   {u"userDeleteDelay"_s, 7}});
}

Reply features(const ApiServices &, const Request &)
{
    QJsonObject json;
    for (const QString &has :
         {u"facialRecognition"_s, u"importFaces"_s, u"passwordLogin"_s, u"sidecar"_s, u"trash"_s}) {
        json.insert(has, true);
    }
    for (const QString &hasNot :
         {u"configFile"_s, u"duplicateDetection"_s, u"email"_s, u"map"_s, u"oauth"_s, u"oauthAutoLaunch"_s, u"ocr"_s,
          u"reverseGeocoding"_s, u"search"_s, u"smartSearch"_s}) {
        json.insert(hasNot, false);
    }
    return Reply::json(json);
}

/// What clients offer to upload, by the ends of names; what a file is, its bytes say later.
Reply mediaTypes(const ApiServices &, const Request &)
{
    const QStringList pictures{u".3fr"_s, u".arw"_s, u".avif"_s, u".bmp"_s,  u".cr2"_s,  u".cr3"_s,  u".crw"_s,
                               u".dng"_s, u".erf"_s, u".exr"_s,  u".fff"_s,  u".gif"_s,  u".heic"_s, u".heif"_s,
                               u".hif"_s, u".iiq"_s, u".insp"_s, u".jfif"_s, u".jpe"_s,  u".jpeg"_s, u".jpg"_s,
                               u".k25"_s, u".kdc"_s, u".mef"_s,  u".mpo"_s,  u".mrw"_s,  u".nef"_s,  u".nrw"_s,
                               u".orf"_s, u".pef"_s, u".png"_s,  u".raf"_s,  u".raw"_s,  u".rw2"_s,  u".rwl"_s,
                               u".sr2"_s, u".srf"_s, u".srw"_s,  u".tif"_s,  u".tiff"_s, u".webp"_s, u".x3f"_s};
    const QStringList videos{u".3gp"_s, u".3gpp"_s, u".avi"_s,  u".flv"_s, u".m2ts"_s, u".m4v"_s,
                             u".mkv"_s, u".mov"_s,  u".mp4"_s,  u".mpe"_s, u".mpeg"_s, u".mpg"_s,
                             u".mts"_s, u".vob"_s,  u".webm"_s, u".wmv"_s};
    return Reply::json(QJsonObject{{u"image"_s, QJsonArray::fromStringList(pictures)},
                                   {u"video"_s, QJsonArray::fromStringList(videos)},
                                   {u"sidecar"_s, QJsonArray{u".xmp"_s}}});
}

} // namespace

std::vector<http::Route> openRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/.well-known/immich", wellKnown, {});
    for (const QByteArray base : {"/api/server/", "/api/server-info/"}) {
        routes.get(base + "ping", ping, {});
        routes.get(base + "version", version, {});
        routes.get(base + "config", config, {});
        routes.get(base + "features", features, {});
        routes.get(base + "media-types", mediaTypes, {});
    }
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Open;
        route.place = http::Place::Inline;
    }
    return all;
}

} // namespace kinframe::server

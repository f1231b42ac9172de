// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/absent_routes.h"

#include "server/routes/doors.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

Reply nothing(const ApiServices &, const Request &)
{
    return Reply::json(QJsonArray());
}

Reply noActivities(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"comments"_s, 0}, {u"likes"_s, 0}});
}

/// `server/features` says so too, but some clients ask all the same.
Reply noSmartSearch(const ApiServices &, const Request &request)
{
    return request.refuse(
        {ErrorCode::Unsupported, {{u"value"_s, u"search/smart"_s}, {u"expected"_s, u"search/metadata"_s}}, {}}, 400);
}

Reply noOAuth(const ApiServices &, const Request &request)
{
    return request.refuse({ErrorCode::Unsupported, {{u"value"_s, u"oauth"_s}, {u"expected"_s, u"auth/login"_s}}, {}},
                          400);
}

} // namespace

std::vector<http::Route> absentRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/partners", nothing, u"partner.read"_s);
    routes.get("/api/shared-links", nothing, u"sharedLink.read"_s);
    routes.get("/api/activities", nothing, u"activity.read"_s);
    routes.get("/api/activities/statistics", noActivities, u"activity.statistics"_s);
    routes.get("/api/notifications", nothing, u"notification.read"_s);
    routes.get("/api/duplicates", nothing, u"duplicate.read"_s);
    routes.get("/api/assets/{id}/ocr", nothing, u"asset.read"_s);
    routes.get("/api/search/places", nothing, u"asset.read"_s);
    routes.post("/api/search/smart", noSmartSearch, u"asset.read"_s);
    http::Route &oauth = routes.post("/api/oauth/authorize", noOAuth, {});
    oauth.access = http::Access::Open;
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.place = http::Place::Inline;
    }
    return all;
}

} // namespace kinframe::server

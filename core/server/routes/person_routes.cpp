// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/person_routes.h"

#include "server/routes/doors.h"
#include "server/routes/find_person.h"
#include "server/routes/people_json.h"
#include "server/routes/person_photos.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

Reply onePerson(const ApiServices &services, const Request &request)
{
    return jsonReply(request, withPerson(services, request, [](storage::Connection &, const faces::Person &person) {
                         return Result<QJsonObject>(personJson(person));
                     }));
}

Reply photos(const ApiServices &services, const Request &request)
{
    const auto page = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = numberOf(request, u"size"_s, 10, 1, 1000);
    if (!page || !size) {
        return request.refuse(!page ? page.error() : size.error());
    }
    return jsonReply(request, withPerson(services, request, [&](storage::Connection &db, const faces::Person &person) {
                         return Result<QJsonObject>(QJsonObject{{u"items"_s, photosOf(db, person.id, *page, *size)},
                                                                {u"total"_s, double(person.assetCount)},
                                                                {u"page"_s, *page},
                                                                {u"size"_s, *size}});
                     }));
}

} // namespace

std::vector<http::Route> personRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/person/{id}", onePerson, u"person.read"_s).place = http::Place::Inline;
    routes.get("/api/person/{id}/assets", photos, u"person.read"_s).place = http::Place::Inline;
    return routes.take();
}

} // namespace kinframe::server

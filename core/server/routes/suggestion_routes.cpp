// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/suggestion_routes.h"

#include "base/ids.h"
#include "faces/suggestions.h"
#include "server/routes/doors.h"
#include "server/routes/people_json.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

QJsonValue coverJson(const std::optional<faces::Face> &face)
{
    if (!face) {
        return QJsonValue::Null;
    }
    QJsonObject json = faceJson(*face);
    json.insert(u"assetId"_s, toText(face->assetUuid));
    json.insert(u"thumbnailPath"_s, faceThumbnailPath(face->uuid));
    return json;
}

QJsonObject suggestionJson(const faces::Suggestion &suggestion)
{
    return {{u"id"_s, toText(suggestion.uuid)},
            {u"similarity"_s, suggestion.similarity},
            {u"person"_s, personJson(suggestion.person)},
            {u"other"_s, personJson(suggestion.other)},
            {u"personFace"_s, coverJson(suggestion.personFace)},
            {u"otherFace"_s, coverJson(suggestion.otherFace)}};
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto page = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = numberOf(request, u"size"_s, 20, 1, 1000);
    if (!page || !size) {
        return request.refuse(!page ? page.error() : size.error());
    }
    const auto found = services.suggestions.list(userOf(request), *page, *size);
    if (!found) {
        return request.refuse(found.error());
    }
    QJsonArray items;
    for (const faces::Suggestion &suggestion : found->items) {
        items.append(suggestionJson(suggestion));
    }
    return Reply::json(
        QJsonObject{{u"items"_s, items}, {u"total"_s, double(found->total)}, {u"page"_s, *page}, {u"size"_s, *size}});
}

Reply confirm(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"suggestion"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto person = services.suggestions.confirm(userOf(request), *id);
    return person ? Reply::json(personJson(*person)) : request.refuse(person.error());
}

Reply reject(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"suggestion"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto done = services.suggestions.reject(userOf(request), *id);
    return done ? Reply() : request.refuse(done.error());
}

} // namespace

std::vector<http::Route> suggestionRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/suggestions", list, u"person.read"_s);
    routes.post("/api/suggestions/{id}/confirm", confirm, u"person.merge"_s).body = http::BodyKind::None;
    routes.post("/api/suggestions/{id}/reject", reject, u"person.update"_s).body = http::BodyKind::None;
    return routes.take();
}

} // namespace kinframe::server

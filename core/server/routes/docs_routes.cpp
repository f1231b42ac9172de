// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/docs_routes.h"

#include "server/http/conditional.h"
#include "server/routes/api_description.h"
#include "server/routes/docs_page.h"
#include "server/routes/doors.h"
#include "server/routes/route_list.h"

#include <QCryptographicHash>

namespace kinframe::server {
namespace {

using http::Reply;
using http::Request;

QByteArray etagOf(const QByteArray &bytes)
{
    return http::strongEtag(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(32));
}

Reply forPrograms(const ApiServices &, const Request &)
{
    static const QByteArray etag = etagOf(apiDescription());
    Reply reply = Reply::jsonBytes(apiDescription());
    reply.setEtag(etag).set("Cache-Control", "no-cache");
    return reply;
}

Reply forPeople(const ApiServices &, const Request &)
{
    static const QByteArray page = docsPage(apiDescriptionObject());
    static const QByteArray etag = etagOf(page);
    static const QByteArray policy = docsPolicy();
    Reply reply = Reply::bytes(page, "text/html; charset=utf-8");
    reply.setEtag(etag).set("Cache-Control", "no-cache").set("Content-Security-Policy", policy);
    return reply;
}

} // namespace

std::vector<http::Route> docsRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/openapi.json", forPrograms, {}).access = http::Access::Open;
    routes.get("/api/docs", forPeople, {}).access = http::Access::Open;
    return routes.take();
}

} // namespace kinframe::server

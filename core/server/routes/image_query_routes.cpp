// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_query_routes.h"

#include "server/routes/image_door.h"
#include "server/routes/image_kit.h"
#include "server/routes/image_odata.h"
#include "server/routes/image_page.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

QJsonObject pageJson(const ImagePage &page)
{
    QJsonArray images;
    for (const library::ImageRecord &record : page.records) {
        images.append(QJsonObject{{u"hash"_s, hashText(record.sha256)}, {u"metadata"_s, record.metadata}});
    }
    const QJsonObject pagination{{u"total"_s, page.total ? QJsonValue(*page.total) : QJsonValue()},
                                 {u"skip"_s, page.query.skip},
                                 {u"take"_s, page.take()},
                                 {u"has_more"_s, page.hasMore},
                                 {u"next"_s, page.next.isEmpty() ? QJsonValue() : QJsonValue(page.next)}};
    return {{u"images"_s, images}, {u"pagination"_s, pagination}};
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto page = imagePage(services, request);
    if (!page) {
        return request.refuse(page.error());
    }
    return wantsOData(request) ? odataPage(request, *page) : Reply::json(pageJson(*page));
}

Reply service(const ApiServices &, const Request &request)
{
    return odataService(request);
}

Reply model(const ApiServices &, const Request &request)
{
    return odataMetadata(request);
}

} // namespace

std::vector<http::Route> imageQueryRoutes(const ApiServices &services)
{
    const QString permission = u"asset.read"_s;
    RouteList routes(services, imageDoor());
    for (const QByteArray path : {"/api/images", "/api/odata/images"}) {
        routes.get(path, list, permission);
        routes.post(path + "/$query", list, permission).body = http::BodyKind::Text;
    }
    routes.get("/api/odata", service, permission).place = http::Place::Inline;
    routes.get("/api/odata/$metadata", model, permission).place = http::Place::Inline;
    return routes.take();
}

} // namespace kinframe::server

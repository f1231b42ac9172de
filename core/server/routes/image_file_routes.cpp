// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_file_routes.h"

#include "server/routes/asset_files.h"
#include "server/routes/image_door.h"
#include "server/routes/image_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// By its own name: thumbnails and files are found by other ones.
Error named(Error error, const Request &request)
{
    return error.code == ErrorCode::NotFound ? noImage(request.argument("hash")).value() : error;
}

Reply content(const ApiServices &services, const Request &request)
{
    auto body = services.library.database.read([&](storage::Connection &db) -> Result<http::FileBody> {
        const auto asset = imageOf(db, request);
        if (!asset) {
            return failed(asset);
        }
        auto file = originalOf(db, services, *asset);
        // A hash that the image had before its file was changed names other bytes by now.
        if (file && hashOf(request) == asset->sha256) {
            file->cache = http::CachePolicy::Immutable;
        }
        return file;
    });
    return body ? Reply::file(*body) : request.refuse(named(body.error(), request));
}

Reply thumbnail(const ApiServices &services, const Request &request)
{
    if (const auto size = checkThumbnailSize(request); !size) {
        return request.refuse(size.error());
    }
    const auto asset = services.library.database.read([&](storage::Connection &db) { return imageOf(db, request); });
    return asset ? thumbnailReply(services, request, *asset) : request.refuse(asset.error());
}

} // namespace

std::vector<http::Route> imageFileRoutes(const ApiServices &services)
{
    RouteList routes(services, imageDoor());
    http::Route &bytes = routes.get("/api/images/{hash}/content", content, u"asset.download"_s);
    bytes.place = http::Place::Inline;
    bytes.way = http::Way::Straight;
    routes.get("/api/images/{hash}/thumbnail", thumbnail, u"asset.view"_s).way = http::Way::Straight;
    return routes.take();
}

} // namespace kinframe::server

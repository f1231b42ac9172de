// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_routes.h"

#include "base/language.h"
#include "library/open_metadata.h"
#include "library/remove_many.h"
#include "server/routes/image_door.h"
#include "server/routes/image_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Removal;

Reply record(const ApiServices &services, const Request &request)
{
    return jsonReply(request, services.library.database.read([&](storage::Connection &db) -> Result<QJsonObject> {
        const auto asset = imageOf(db, request);
        if (!asset) {
            return failed(asset);
        }
        const auto found = library::imageRecord(db, asset->id);
        return found ? Result<QJsonObject>(imageJson(*found)) : noImage(request.argument("hash"));
    }));
}

Reply edit(const ApiServices &services, const Request &request)
{
    const auto wanted = metadataEditOf(request);
    if (!wanted) {
        return request.refuse(wanted.error());
    }
    const auto done =
        services.library.database.write([&](storage::Transaction &transaction) -> Result<library::MetadataEdit> {
            const auto asset = imageOf(transaction.db(), request);
            return asset ? library::editMetadata(transaction, services.library, *asset, *wanted) : failed(asset);
        });
    if (!done) {
        return request.refuse(done.error());
    }
    QJsonArray fields;
    for (const auto &entry : wanted->values) {
        fields.append(entry.first);
    }
    return Reply::json(QJsonObject{{u"success"_s, true}, {u"updated_fields"_s, fields}});
}

Reply removeAs(const ApiServices &services, const Request &request, Removal removal, const char *message)
{
    const auto sha256 = hashOf(request);
    if (!sha256) {
        return request.refuse(sha256.error());
    }
    const auto done =
        library::removeMany(services.library, userOf(request), {*sha256}, removal, [](qint64, qint64) {}, {});
    if (!done) {
        return request.refuse(done.error());
    }
    if (const auto &outcome = done->front(); !outcome) {
        return request.refuse(outcome.error());
    }
    return Reply::json(
        QJsonObject{{u"success"_s, true}, {u"message"_s, translated("Api", message, request.language())}});
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto force = flagOf(request, u"force"_s);
    if (!force) {
        return request.refuse(force.error());
    }
    return removeAs(services, request, *force ? Removal::ForGood : Removal::ToTrash,
                    QT_TRANSLATE_NOOP("Api", "Image deleted successfully"));
}

Reply restore(const ApiServices &services, const Request &request)
{
    return removeAs(services, request, Removal::FromTrash, QT_TRANSLATE_NOOP("Api", "Image restored successfully"));
}

} // namespace

std::vector<http::Route> imageRoutes(const ApiServices &services)
{
    RouteList routes(services, imageDoor());
    routes.get("/api/images/{hash}", record, u"asset.read"_s).place = http::Place::Inline;
    routes.post("/api/images/{hash}", edit, u"asset.update"_s);
    routes.remove("/api/images/{hash}", remove, u"asset.delete"_s);
    routes.post("/api/images/{hash}/restore", restore, u"asset.delete"_s).body = http::BodyKind::None;
    return routes.take();
}

} // namespace kinframe::server

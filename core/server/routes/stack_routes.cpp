// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/stack_routes.h"

#include "base/ids.h"
#include "library/stacks.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/asset_json.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QJsonDocument>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Stack;
using storage::Connection;
using storage::Transaction;

/// `StackResponseDto`
QJsonObject stackJson(Connection &db, AssetWriter &writer, const Stack &stack)
{
    QByteArray assets = "[";
    writer.write(db, stack.assets, assets);
    assets += ']';
    return {{u"id"_s, toText(stack.uuid)},
            {u"primaryAssetId"_s, toText(stack.primary)},
            {u"assets"_s, QJsonDocument::fromJson(assets).array()}};
}

Reply stackReply(const ApiServices &services, const Request &request, const QUuid &id, int status = 200)
{
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonObject> {
        const auto stack = library::findStack(db, userOf(request), id);
        if (!stack) {
            return failed(stack);
        }
        AssetWriter writer(request.principal()->uuid, AssetShape::Immich275);
        return stackJson(db, writer, *stack);
    }),
                     status);
}

Reply list(const ApiServices &services, const Request &request)
{
    std::optional<QUuid> primary;
    if (const auto text = request.query().get(u"primaryAssetId"_s)) {
        primary = uuidFromText(*text);
        if (!primary) {
            return request.refuse(http::invalidInput(u"primaryAssetId"_s, text->toUtf8(), u"a UUID"_s).value());
        }
    }
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        AssetWriter writer(request.principal()->uuid, AssetShape::Immich275);
        QJsonArray all;
        for (const Stack &stack : library::stacksOf(db, userOf(request), primary)) {
            all.append(stackJson(db, writer, stack));
        }
        return all;
    }));
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"stack"_s);
    return id ? stackReply(services, request, *id) : request.refuse(id.error());
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto ids = bodyIds(request, u"assetIds"_s);
    if (!ids) {
        return request.refuse(ids.error());
    }
    const auto stack = services.library.database.write([&](Transaction &transaction) {
        return library::createStack(transaction, services.library, userOf(request), *ids);
    });
    return stack ? stackReply(services, request, stack->uuid, 201) : request.refuse(stack.error());
}

Reply change(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"stack"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto primary = optionalIdIn(*body, u"primaryAssetId"_s);
    if (!primary) {
        return request.refuse(primary.error());
    }
    if (*primary) {
        const auto stack = services.library.database.write([&](Transaction &transaction) {
            return library::setPrimary(transaction, services.library, userOf(request), *id, **primary);
        });
        if (!stack) {
            return request.refuse(stack.error());
        }
    }
    return stackReply(services, request, *id);
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"stack"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) {
        return library::deleteStack(transaction, services.library, userOf(request), *id);
    });
    return removed ? Reply() : request.refuse(removed.error());
}

/// All of them or none.
Reply removeMany(const ApiServices &services, const Request &request)
{
    const auto ids = bodyIds(request, u"ids"_s);
    if (!ids) {
        return request.refuse(ids.error());
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) -> Result<void> {
        for (const QUuid &id : *ids) {
            if (auto done = library::deleteStack(transaction, services.library, userOf(request), id); !done) {
                return done;
            }
        }
        return {};
    });
    return removed ? Reply() : request.refuse(removed.error());
}

Reply removeAsset(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"stack"_s);
    const QString text = request.argument("assetId");
    const auto asset = uuidFromText(text);
    if (!id || !asset) {
        return request.refuse(
            !id ? id.error() : Error{ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, text.left(80)}}, {}});
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) {
        return library::removeFromStack(transaction, services.library, userOf(request), *id, *asset);
    });
    if (!removed && removed.error().code == ErrorCode::Conflict) {
        return request.refuse(removed.error(), 400); // As clients know it.
    }
    return removed ? Reply() : request.refuse(removed.error());
}

} // namespace

std::vector<http::Route> stackRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    routes.get("/api/stacks", list, u"stack.read"_s);
    routes.post("/api/stacks", create, u"stack.create"_s).bodyLimit = bulk;
    http::Route &removing = routes.remove("/api/stacks", removeMany, u"stack.delete"_s);
    removing.body = http::BodyKind::Json;
    removing.bodyLimit = bulk;
    routes.get("/api/stacks/{id}", one, u"stack.read"_s);
    routes.put("/api/stacks/{id}", change, u"stack.update"_s);
    routes.remove("/api/stacks/{id}", remove, u"stack.delete"_s);
    routes.remove("/api/stacks/{id}/assets/{assetId}", removeAsset, u"stack.update"_s);
    return routes.take();
}

} // namespace kinframe::server

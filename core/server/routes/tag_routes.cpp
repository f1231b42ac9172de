// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tag_routes.h"

#include "albums/tag.h"
#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::Tag;
using http::Reply;
using http::Request;
using library::Owner;
using storage::Connection;
using storage::Transaction;

/// `TagResponseDto`
QJsonObject tagJson(const Owner &owner, const Tag &tag)
{
    QJsonObject json{{u"id"_s, toText(tag.id)},
                     {u"name"_s, albums::tagName(tag.value)},
                     {u"value"_s, tag.value},
                     {u"createdAt"_s, toIso(tag.createdAt)},
                     {u"updatedAt"_s, toIso(tag.updatedAt)}};
    if (const QString parent = albums::tagParent(tag.value); !parent.isEmpty()) {
        json.insert(u"parentId"_s, toText(albums::tagId(owner.uuid, parent)));
    }
    if (!tag.color.isEmpty()) {
        json.insert(u"color"_s, tag.color);
    }
    return json;
}

QJsonArray tagsJson(const Owner &owner, const std::vector<Tag> &tags)
{
    QJsonArray all;
    for (const Tag &tag : tags) {
        all.append(tagJson(owner, tag));
    }
    return all;
}

Result<QJsonObject> tagOrError(const Owner &owner, const Result<Tag> &tag)
{
    return tag ? Result<QJsonObject>(tagJson(owner, *tag)) : failed(tag);
}

Reply list(const ApiServices &services, const Request &request)
{
    const Owner owner = ownerOf(request);
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        return tagsJson(owner, albums::tagsOf(db, owner));
    }));
}

Reply one(const ApiServices &services, const Request &request)
{
    const Owner owner = ownerOf(request);
    const auto id = idOf(request, u"tag"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    return jsonReply(request, services.library.database.read(
                                  [&](Connection &db) { return tagOrError(owner, albums::findTag(db, owner, *id)); }));
}

Reply create(const ApiServices &services, const Request &request)
{
    const Owner owner = ownerOf(request);
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto name = neededTextIn(*body, u"name"_s);
    const auto color = textOrNullIn(*body, u"color"_s);
    const auto parent = body->value("parentId"_L1).isNull() ? Result<std::optional<QUuid>>(std::nullopt)
                                                            : optionalIdIn(*body, u"parentId"_s);
    if (!name || !color || !parent) {
        return request.refuse(!name ? name.error() : !color ? color.error() : parent.error());
    }
    const auto tag = services.library.database.write([&](Transaction &transaction) -> Result<Tag> {
        QString value = *name;
        if (*parent) {
            const auto above = albums::findTag(transaction.db(), owner, **parent);
            if (!above) {
                return failed(above);
            }
            value = above->value + u'/' + value;
        }
        return albums::createTag(transaction, owner, value, color->value_or(QString()));
    });
    if (!tag && tag.error().code == ErrorCode::Conflict) {
        return request.refuse(tag.error(), 400); // As clients know it.
    }
    return jsonReply(request, tagOrError(owner, tag), 201);
}

Reply upsert(const ApiServices &services, const Request &request)
{
    const Owner owner = ownerOf(request);
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    if (!body->value("tags"_L1).isArray()) {
        return request.refuse({ErrorCode::MissingField,
                               {{u"field"_s, u"tags"_s}, {u"expected"_s, u"a list of texts that are not empty"_s}},
                               {}});
    }
    QStringList values;
    for (const QJsonValue value : body->value("tags"_L1).toArray()) {
        if (!value.isString()) {
            return request.refuse(http::invalidInput(u"tags"_s, "…", u"a list of texts that are not empty"_s).value());
        }
        values << value.toString();
    }
    const auto tags = services.library.database.write(
        [&](Transaction &transaction) { return albums::makeTags(transaction, owner, values); });
    return tags ? Reply::json(tagsJson(owner, *tags)) : request.refuse(tags.error());
}

Reply change(const ApiServices &services, const Request &request)
{
    const Owner owner = ownerOf(request);
    const auto id = idOf(request, u"tag"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto color = textOrNullIn(*body, u"color"_s);
    if (!color) {
        return request.refuse(color.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) {
        return tagOrError(owner, *color ? albums::colourTag(transaction, services.library, owner, *id, **color)
                                        : albums::findTag(transaction.db(), owner, *id));
    }));
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"tag"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) {
        return albums::deleteTag(transaction, services.library, ownerOf(request), *id);
    });
    return removed ? Reply() : request.refuse(removed.error());
}

template <typename Work>
Reply changeAssets(const ApiServices &services, const Request &request, Work work)
{
    const auto id = idOf(request, u"tag"_s);
    const auto ids = bodyIds(request, u"ids"_s);
    if (!id || !ids) {
        return request.refuse(!id ? id.error() : ids.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) -> Result<QJsonArray> {
        const auto tag = albums::findTag(transaction.db(), ownerOf(request), *id);
        if (!tag) {
            return failed(tag);
        }
        return bulkResults(*ids, work(transaction, tag->value, *ids));
    }));
}

Reply addAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, [&](Transaction &transaction, const QString &value, const auto &ids) {
        return albums::addTags(transaction, services.library, userOf(request), {value}, ids);
    });
}

Reply removeAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, [&](Transaction &transaction, const QString &value, const auto &ids) {
        return albums::removeTag(transaction, services.library, userOf(request), value, ids);
    });
}

/// Several tags for many photos. Gives how many photos got any.
Reply addMany(const ApiServices &services, const Request &request)
{
    const auto tagIds = bodyIds(request, u"tagIds"_s);
    const auto assetIds = bodyIds(request, u"assetIds"_s);
    if (!tagIds || !assetIds) {
        return request.refuse(!tagIds ? tagIds.error() : assetIds.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) -> Result<QJsonObject> {
        QStringList values;
        for (const QUuid &id : *tagIds) {
            const auto tag = albums::findTag(transaction.db(), ownerOf(request), id);
            if (!tag) {
                return failed(tag);
            }
            values << tag->value;
        }
        const auto outcomes = albums::addTags(transaction, services.library, userOf(request), values, *assetIds);
        const auto done = std::ranges::count_if(outcomes, [](const auto &outcome) { return !outcome; });
        return QJsonObject{{u"count"_s, double(done)}};
    }));
}

} // namespace

std::vector<http::Route> tagRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    routes.get("/api/tags", list, u"tag.read"_s);
    routes.post("/api/tags", create, u"tag.create"_s);
    routes.put("/api/tags", upsert, u"tag.create"_s);
    routes.put("/api/tags/assets", addMany, u"tag.asset"_s).bodyLimit = bulk;
    routes.get("/api/tags/{id}", one, u"tag.read"_s);
    routes.put("/api/tags/{id}", change, u"tag.update"_s);
    routes.remove("/api/tags/{id}", remove, u"tag.delete"_s);
    routes.put("/api/tags/{id}/assets", addAssets, u"tag.asset"_s).bodyLimit = bulk;
    http::Route &removing = routes.remove("/api/tags/{id}/assets", removeAssets, u"tag.asset"_s);
    removing.body = http::BodyKind::Json;
    removing.bodyLimit = bulk;
    return routes.take();
}

} // namespace kinframe::server

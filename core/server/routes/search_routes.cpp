// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/search_routes.h"

#include "server/http/invalid_input.h"
#include "server/routes/asset_stream.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/search_input.h"
#include "storage/database.h"

#include <QJsonArray>

#include <map>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::MetadataSearch;
using http::Reply;
using http::Request;
using storage::Connection;

constexpr qint64 usualPage = 250;
constexpr qint64 largestPage = 1000;

/// Which part of what is found, and in which order.
struct Part
{
    qint64 size = usualPage;
    qint64 page = 1;
    MetadataSearch::Order order = MetadataSearch::Order::NewestFirst;
};

Result<Part> partIn(const QJsonObject &body)
{
    Part part;
    for (const auto &[field, most, number] :
         {std::tuple(u"size"_s, largestPage, &part.size), std::tuple(u"page"_s, qint64(mostPages), &part.page)}) {
        if (body.contains(field)) {
            const auto given = numberIn(body, field, 1, most);
            if (!given) {
                return failed(given);
            }
            *number = *given;
        }
    }
    const auto order = textIn(body, u"order"_s);
    if (!order) {
        return failed(order);
    }
    if (*order && **order != "desc"_L1) {
        if (**order != "asc"_L1) {
            return http::invalidInput(u"order"_s, (*order)->toUtf8(), u"asc or desc"_s);
        }
        part.order = MetadataSearch::Order::OldestFirst;
    }
    return part;
}

/// The members of `SearchResponseDto` around the assets.
void frame(AssetStream &stream, qint64 page, bool hasMore)
{
    const QByteArray next = hasMore ? '"' + QByteArray::number(page + 1) + '"' : QByteArray("null");
    const QByteArray count = QByteArray::number(qint64(stream.ids.size()));
    stream.before = R"({"albums":{"total":0,"count":0,"items":[],"facets":[]},"assets":{"total":)" + count +
                    R"(,"count":)" + count + R"(,"facets":[],"nextPage":)" + next + R"(,"items":[)";
    stream.after = "]}}";
}

/// `framed(stream, hasMore)` says what stands around the assets.
template <typename Framed>
Reply found(const ApiServices &services, const Request &request, const QJsonObject &body, const Part &part,
            Framed framed)
{
    auto snapshot = services.library.database.beginLongRead();
    if (!snapshot) {
        return request.refuse(snapshot.error());
    }
    AssetStream stream{{}, AssetWriter(request.principal()->uuid, AssetShape::Immich275), {}, "[", "]"};
    const auto searched = (*snapshot)->read([&](Connection &db) -> Result<void> {
        const auto search = searchIn(db, request, body);
        if (!search) {
            return failed(search);
        }
        stream.ids = search->find(db, part.order, part.size, (part.page - 1) * part.size);
        const bool hasMore = qint64(stream.ids.size()) > part.size;
        if (hasMore) {
            stream.ids.pop_back();
        }
        framed(stream, hasMore);
        return {};
    });
    if (!searched) {
        return request.refuse(searched.error());
    }
    stream.snapshot = std::move(*snapshot);
    auto reply = assetListReply(std::move(stream));
    return reply ? std::move(*reply) : request.refuse(reply.error());
}

Reply metadata(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto part = body ? partIn(*body) : failed(body);
    if (!part) {
        return request.refuse(part.error());
    }
    return found(services, request, *body, *part,
                 [&](AssetStream &stream, bool hasMore) { frame(stream, part->page, hasMore); });
}

Reply random(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    auto part = body ? partIn(*body) : failed(body);
    if (!part) {
        return request.refuse(part.error());
    }
    part->order = MetadataSearch::Order::Random;
    part->page = 1;
    return found(services, request, *body, *part, [](AssetStream &, bool) {});
}

/// As clients asked for them before they could say which.
Reply someOfAll(const ApiServices &services, const Request &request)
{
    const auto count = numberOf(request, u"count"_s, 1, 1, int(largestPage));
    if (!count) {
        return request.refuse(count.error());
    }
    const Part part{*count, 1, MetadataSearch::Order::Random};
    return found(services, request, {}, part, [](AssetStream &, bool) {});
}

Reply statistics(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    return jsonReply(request, services.library.database.read(
                                  [&](Connection &db) -> Result<QJsonObject> {
                                      const auto search = searchIn(db, request, *body);
                                      if (!search) {
                                          return failed(search);
                                      }
                                      return QJsonObject{{u"total"_s, double(search->count(db))}};
                                  },
                                  request.stopToken()));
}

/// What can be asked for: of those photos that what was chosen before leaves.
Reply suggestions(const ApiServices &services, const Request &request)
{
    const std::map<QString, const char *> names{{u"country"_s, "country"},    {u"state"_s, "state"},
                                                {u"city"_s, "city"},          {u"camera-make"_s, "make"},
                                                {u"camera-model"_s, "model"}, {u"camera-lens-model"_s, "lensModel"}};
    const QString type = request.query().get(u"type"_s).value_or(QString());
    const auto name = names.find(type);
    const auto withNull = flagOf(request, u"includeNull"_s);
    if (name == names.end() || !withNull) {
        return request.refuse(
            name != names.end()
                ? withNull.error()
                : http::invalidInput(u"type"_s, type.toUtf8(),
                                     u"country, state, city, camera-make, camera-model or camera-lens-model"_s)
                      .value());
    }
    QJsonObject body;
    for (const QString &field : {u"country"_s, u"state"_s, u"make"_s, u"model"_s, u"lensModel"_s}) {
        if (const auto chosen = request.query().get(field); chosen && !chosen->isEmpty()) {
            body.insert(field, *chosen);
        }
    }
    return jsonReply(request, services.library.database.read(
                                  [&](Connection &db) -> Result<QJsonArray> {
                                      const auto search = searchIn(db, request, body);
                                      if (!search) {
                                          return failed(search);
                                      }
                                      QJsonArray all = QJsonArray::fromStringList(search->texts(db, name->second));
                                      if (*withNull) {
                                          all.append(QJsonValue::Null);
                                      }
                                      return all;
                                  },
                                  request.stopToken()));
}

} // namespace

std::vector<http::Route> searchRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.post("/api/search/metadata", metadata, u"asset.read"_s).way = http::Way::Straight;
    routes.post("/api/search/random", random, u"asset.read"_s).way = http::Way::Straight;
    routes.get("/api/assets/random", someOfAll, u"asset.read"_s).way = http::Way::Straight;
    routes.get("/api/search/suggestions", suggestions, u"asset.read"_s);
    routes.post("/api/search/statistics", statistics, u"asset.statistics"_s);
    return routes.take();
}

} // namespace kinframe::server

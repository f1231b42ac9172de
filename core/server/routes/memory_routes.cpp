// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/memory_routes.h"

#include "albums/day_memories.h"
#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/http/limits.h"
#include "server/routes/asset_json.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <random>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::Memory;
using http::Reply;
using http::Request;
using library::Owner;
using storage::Connection;
using storage::Transaction;

// Clients ask for the days to come too.
constexpr qint64 aheadMs = qint64(3) * 24 * 60 * 60 * 1000;

QJsonArray assetsJson(Connection &db, AssetWriter &writer, const Memory &memory)
{
    QByteArray assets = "[";
    writer.write(db, memory.assets, assets);
    assets += ']';
    return QJsonDocument::fromJson(assets).array();
}

/// `MemoryResponseDto`
QJsonObject memoryJson(Connection &db, AssetWriter &writer, const Owner &owner, const Memory &memory)
{
    QJsonObject json{{u"id"_s, toText(memory.uuid)},
                     {u"type"_s, u"on_this_day"_s},
                     {u"data"_s, QJsonObject{{u"year"_s, memory.year}}},
                     {u"memoryAt"_s, toIso(memory.memoryAt)},
                     {u"isSaved"_s, memory.isSaved},
                     {u"ownerId"_s, toText(owner.uuid)},
                     {u"createdAt"_s, toIso(memory.createdAt)},
                     {u"updatedAt"_s, toIso(memory.updatedAt)},
                     {u"assets"_s, assetsJson(db, writer, memory)}};
    for (const auto &[name, time] :
         {std::pair(u"showAt"_s, memory.showAt), std::pair(u"hideAt"_s, memory.hideAt),
          std::pair(u"seenAt"_s, memory.seenAt), std::pair(u"deletedAt"_s, memory.deletedAt)}) {
        if (time) {
            json.insert(name, toIso(*time));
        }
    }
    return json;
}

Reply memoryReply(const ApiServices &services, const Request &request, const Result<Memory> &memory, int status = 200)
{
    if (!memory) {
        return request.refuse(memory.error());
    }
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonObject> {
        AssetWriter writer(request.principal()->uuid, AssetShape::Immich275);
        return memoryJson(db, writer, ownerOf(request), *memory);
    }),
                     status);
}

struct Question
{
    albums::MemoryFilter filter;
    QString order;
    size_t size = 0;
};

Result<Question> questionOf(const Request &request)
{
    Question question;
    if (const auto text = request.query().get(u"for"_s)) {
        question.filter.shownAt = fromIso(*text);
        if (!question.filter.shownAt) {
            return http::invalidInput(u"for"_s, text->toUtf8(), u"a time as ISO 8601"_s);
        }
    }
    const auto isSaved = flagOf(request, u"isSaved"_s);
    const auto isTrashed = flagOf(request, u"isTrashed"_s);
    const auto size = numberOf(request, u"size"_s, 1000, 1, 1000);
    if (!isSaved || !isTrashed || !size) {
        return !isSaved ? failed(isSaved) : !isTrashed ? failed(isTrashed) : failed(size);
    }
    if (request.query().has(u"isSaved"_s)) {
        question.filter.isSaved = *isSaved;
    }
    question.filter.isDeleted = *isTrashed;
    question.size = size_t(*size);
    question.order = request.query().get(u"order"_s).value_or(u"desc"_s);
    if (question.order != "asc"_L1 && question.order != "desc"_L1 && question.order != "random"_L1) {
        return http::invalidInput(u"order"_s, question.order.toUtf8(), u"asc or desc"_s);
    }
    if (const auto type = request.query().get(u"type"_s); type && *type != "on_this_day"_L1) {
        return http::invalidInput(u"type"_s, type->toUtf8(), u"on_this_day"_s);
    }
    return question;
}

/// A day brings its memories when it is first asked for.
Result<void> bringDay(const ApiServices &services, const Owner &owner, qint64 moment)
{
    storage::Database &database = services.library.database;
    if (moment > database.wallNow() + aheadMs) {
        return {};
    }
    return albums::bringMemories(database, owner, QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).date());
}

/// Those that have anything to look at.
Result<std::vector<Memory>> found(const ApiServices &services, const Request &request, const Question &question)
{
    storage::Database &database = services.library.database;
    const qint64 moment = question.filter.shownAt.value_or(database.wallNow());
    if (const auto brought = bringDay(services, ownerOf(request), moment); !brought) {
        return failed(brought);
    }
    return database.read([&](Connection &db) -> Result<std::vector<Memory>> {
        std::vector<Memory> all = albums::memoriesOf(db, userOf(request), question.filter);
        std::erase_if(all, [](const Memory &memory) { return memory.assets.empty(); });
        if (question.order == "asc"_L1) {
            std::ranges::reverse(all);
        } else if (question.order == "random"_L1) {
            std::ranges::shuffle(all, std::mt19937(std::random_device()()));
        }
        all.resize(std::min(all.size(), question.size));
        return all;
    });
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto question = questionOf(request);
    const auto memories = question ? found(services, request, *question) : failed(question);
    if (!memories) {
        return request.refuse(memories.error());
    }
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        AssetWriter writer(request.principal()->uuid, AssetShape::Immich275);
        QJsonArray all;
        for (const Memory &memory : *memories) {
            all.append(memoryJson(db, writer, ownerOf(request), memory));
        }
        return all;
    }));
}

/// As clients asked for it before there were memories that are kept.
Reply lane(const ApiServices &services, const Request &request)
{
    const auto day = numberOf(request, u"day"_s, 0, 1, 31);
    const auto month = numberOf(request, u"month"_s, 0, 1, 12);
    if (!day || !month) {
        return request.refuse(!day ? day.error() : month.error());
    }
    const int year = QDateTime::fromMSecsSinceEpoch(services.library.database.wallNow(), Qt::UTC).date().year();
    const QDate date(year, *month, *day);
    if (!date.isValid()) { // Also where one of them is not said at all.
        return request.refuse(http::invalidInput(u"day"_s, QByteArray::number(*day), u"a day of that month"_s).value());
    }
    Question question;
    question.filter.shownAt = date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    question.size = 1000;
    const auto memories = found(services, request, question);
    if (!memories) {
        return request.refuse(memories.error());
    }
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        AssetWriter writer(request.principal()->uuid, AssetShape::Immich1118);
        QJsonArray all;
        for (const Memory &memory : *memories) {
            all.append(QJsonObject{{u"yearsAgo"_s, year - memory.year}, {u"assets"_s, assetsJson(db, writer, memory)}});
        }
        return all;
    }));
}

Reply statistics(const ApiServices &services, const Request &request)
{
    const auto question = questionOf(request);
    const auto memories = question ? found(services, request, *question) : failed(question);
    return memories ? Reply::json(QJsonObject{{u"total"_s, double(memories->size())}})
                    : request.refuse(memories.error());
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"memory"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    return memoryReply(services, request, services.library.database.read([&](Connection &db) {
        return albums::findMemory(db, userOf(request), *id);
    }));
}

Result<albums::MemoryEdit> editIn(const QJsonObject &body)
{
    albums::MemoryEdit edit;
    for (const auto &[field, time] : {std::pair(u"memoryAt"_s, &edit.memoryAt), std::pair(u"showAt"_s, &edit.showAt),
                                      std::pair(u"hideAt"_s, &edit.hideAt), std::pair(u"seenAt"_s, &edit.seenAt)}) {
        if (const QJsonValue value = body.value(field); !value.isUndefined()) {
            *time = fromIso(value.toString());
            if (!*time) {
                return http::invalidInput(field, http::compactJson(value), u"a time as ISO 8601"_s);
            }
        }
    }
    const auto isSaved = flagIn(body, u"isSaved"_s);
    if (!isSaved) {
        return failed(isSaved);
    }
    edit.isSaved = *isSaved;
    return edit;
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    auto edit = body ? editIn(*body) : failed(body);
    if (!edit) {
        return request.refuse(edit.error());
    }
    const auto year = numberIn(body->value("data"_L1).toObject(), u"year"_s, 1, 9999);
    const auto type = neededTextIn(*body, u"type"_s);
    const auto assets =
        body->contains("assetIds"_L1) ? idsIn(*body, u"assetIds"_s) : Result<std::vector<QUuid>>(std::vector<QUuid>());
    if (!year || !type || !assets) {
        return request.refuse(!year ? year.error() : !type ? type.error() : assets.error());
    }
    if (*type != "on_this_day"_L1) {
        return request.refuse(http::invalidInput(u"type"_s, type->toUtf8(), u"on_this_day"_s).value());
    }
    if (!edit->memoryAt) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"memoryAt"_s}, {u"expected"_s, u"a time as ISO 8601"_s}}, {}});
    }
    edit->year = int(*year);
    const auto memory = services.library.database.write([&](Transaction &transaction) {
        auto made = albums::createMemory(transaction, userOf(request), *edit, *assets);
        if (made) {
            albums::tellOfMemory(transaction, services.events, made->uuid);
        }
        return made;
    });
    return memoryReply(services, request, memory, 201);
}

Reply change(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"memory"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto edit = editIn(*body);
    if (!edit) {
        return request.refuse(edit.error());
    }
    return memoryReply(services, request, services.library.database.write([&](Transaction &transaction) {
        albums::tellOfMemory(transaction, services.events, *id);
        return albums::editMemory(transaction, userOf(request), *id, *edit);
    }));
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"memory"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto removed = services.library.database.write([&](Transaction &transaction) {
        albums::tellOfMemory(transaction, services.events, *id);
        return albums::deleteMemory(transaction, userOf(request), *id);
    });
    return removed ? Reply() : request.refuse(removed.error());
}

using MemoryWork = std::vector<albums::ItemOutcome> (*)(Transaction &, qint64, const Memory &, std::span<const QUuid>);

Reply changeAssets(const ApiServices &services, const Request &request, MemoryWork work)
{
    const auto id = idOf(request, u"memory"_s);
    const auto ids = bodyIds(request, u"ids"_s);
    if (!id || !ids) {
        return request.refuse(!id ? id.error() : ids.error());
    }
    return jsonReply(request, services.library.database.write([&](Transaction &transaction) -> Result<QJsonArray> {
        const auto memory = albums::findMemory(transaction.db(), userOf(request), *id);
        if (!memory) {
            return failed(memory);
        }
        albums::tellOfMemory(transaction, services.events, *id);
        return bulkResults(*ids, work(transaction, userOf(request), *memory, *ids));
    }));
}

Reply addAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, albums::addToMemory);
}

Reply removeAssets(const ApiServices &services, const Request &request)
{
    return changeAssets(services, request, albums::removeFromMemory);
}

} // namespace

std::vector<http::Route> memoryRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/memories", list, u"memory.read"_s);
    routes.post("/api/memories", create, u"memory.create"_s);
    routes.get("/api/memories/statistics", statistics, u"memory.statistics"_s);
    for (const QByteArray base : {"/api/assets/", "/api/asset/"}) {
        routes.get(base + "memory-lane", lane, u"asset.read"_s);
    }
    routes.get("/api/memories/{id}", one, u"memory.read"_s);
    routes.put("/api/memories/{id}", change, u"memory.update"_s);
    routes.remove("/api/memories/{id}", remove, u"memory.delete"_s);
    routes.put("/api/memories/{id}/assets", addAssets, u"memoryAsset.create"_s);
    routes.remove("/api/memories/{id}/assets", removeAssets, u"memoryAsset.delete"_s).body = http::BodyKind::Json;
    return routes.take();
}

} // namespace kinframe::server

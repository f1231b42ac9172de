// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/device_routes.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "sync/device_assets.h"

#include <QDeadlineTimer>
#include <QJsonArray>

#include <chrono>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Connection;

constexpr qsizetype mostChecked = 5000;
constexpr qsizetype sha1Bytes = 20;
// Clients wait five minutes for an answer.
constexpr std::chrono::minutes longestReading(2);

Failure tooMany(const QString &field, qsizetype count)
{
    return fail(
        ErrorCode::TooMany,
        {{u"field"_s, field}, {u"value"_s, QString::number(count)}, {u"limit"_s, QString::number(mostChecked)}});
}

/// In hexadecimal digits or in Base64; empty where it is neither.
QByteArray sha1From(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    if (latin.size() == sha1Bytes * 2) {
        const QByteArray bytes = QByteArray::fromHex(latin);
        return bytes.toHex() == latin.toLower() ? bytes : QByteArray();
    }
    const auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == sha1Bytes ? *decoded : QByteArray();
}

struct UploadItem
{
    QString id; ///< the client's own name
    QByteArray sha1;
};

Result<std::vector<UploadItem>> itemsOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const QJsonValue assets = body->value("assets"_L1);
    if (!assets.isArray()) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"assets"_s}, {u"expected"_s, u"a list of {id, checksum}"_s}});
    }
    const QJsonArray array = assets.toArray();
    if (array.size() > mostChecked) {
        return tooMany(u"assets"_s, array.size());
    }
    std::vector<UploadItem> items;
    for (const QJsonValue item : array) {
        const QJsonValue checksum = item["checksum"_L1];
        UploadItem one{item["id"_L1].toString(), sha1From(checksum.toString())};
        if (one.sha1.isEmpty()) {
            return http::invalidInput(u"checksum"_s, checksum.toString().toUtf8(),
                                      u"a SHA-1 in hexadecimal digits or Base64"_s);
        }
        items.push_back(std::move(one));
    }
    return items;
}

Reply checkUploads(const ApiServices &services, const Request &request)
{
    const auto items = itemsOf(request);
    if (!items) {
        return request.refuse(items.error());
    }
    std::vector<QByteArray> sha1s;
    for (const UploadItem &item : *items) {
        sha1s.push_back(item.sha1);
    }
    const auto stored = services.library.database.read(
        [&](Connection &db) -> Result<std::vector<std::optional<sync::StoredAsset>>> {
            return sync::storedAssets(db, userOf(request), sha1s);
        },
        request.stopToken());
    if (!stored) {
        return request.refuse(stored.error());
    }
    // What is recorded may be lost or damaged all the same, and the client deletes its own file at our word. Bytes are
    // read once; what there is no time for is sent again, and costs no more than that.
    const QDeadlineTimer deadline(longestReading);
    QJsonArray results;
    for (size_t i = 0; i < items->size(); ++i) {
        const auto &asset = stored->at(i);
        const bool hasTime = !deadline.hasExpired() && !request.stopToken().stop_requested();
        if (asset && hasTime && services.library.blobs.holds(asset->sha256)) {
            results.append(QJsonObject{{u"id"_s, items->at(i).id},
                                       {u"action"_s, u"reject"_s},
                                       {u"reason"_s, u"duplicate"_s},
                                       {u"assetId"_s, toText(asset->uuid)},
                                       {u"isTrashed"_s, false}});
        } else {
            results.append(QJsonObject{{u"id"_s, items->at(i).id}, {u"action"_s, u"accept"_s}});
        }
    }
    return Reply::json(QJsonObject{{u"results"_s, results}});
}

Reply checkNames(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto device = neededTextIn(*body, u"deviceId"_s);
    if (!device) {
        return request.refuse(device.error());
    }
    QStringList names;
    for (const QJsonValue name : body->value("deviceAssetIds"_L1).toArray()) {
        names << name.toString();
    }
    if (names.isEmpty()) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"deviceAssetIds"_s}, {u"expected"_s, u"a list of texts"_s}}, {}});
    }
    const auto known = services.library.database.read(
        [&](Connection &db) -> Result<QJsonObject> {
            return QJsonObject{
                {u"existingIds"_s, QJsonArray::fromStringList(sync::namesKnown(db, userOf(request), *device, names))}};
        },
        request.stopToken());
    return jsonReply(request, known);
}

Reply namesOfDevice(const ApiServices &services, const Request &request)
{
    const auto names = services.library.database.read(
        [&](Connection &db) -> Result<QJsonArray> {
            return QJsonArray::fromStringList(sync::namesOf(db, userOf(request), request.argument("deviceId")));
        },
        request.stopToken());
    return jsonReply(request, names);
}

/// `true` or `false` of the query, nothing where it is missing.
Result<std::optional<bool>> optionalFlag(const Request &request, const QString &name)
{
    if (!request.query().has(name)) {
        return std::optional<bool>();
    }
    const auto flag = flagOf(request, name);
    return flag ? Result<std::optional<bool>>(*flag) : failed(flag);
}

Reply statisticsOf(const ApiServices &services, const Request &request, qint64 userId)
{
    const auto isFavorite = optionalFlag(request, u"isFavorite"_s);
    const auto isArchived = optionalFlag(request, u"isArchived"_s);
    const auto isTrashed = flagOf(request, u"isTrashed"_s);
    if (!isFavorite || !isArchived || !isTrashed) {
        return request.refuse(!isFavorite ? isFavorite.error() : !isArchived ? isArchived.error() : isTrashed.error());
    }
    sync::Counted counted{*isFavorite, *isArchived, *isTrashed, false};
    const QString visibility = request.query().get(u"visibility"_s).value_or(QString());
    if (visibility == "archive"_L1 || visibility == "timeline"_L1) {
        counted.isArchived = visibility == "archive"_L1;
    } else if (visibility == "hidden"_L1) {
        counted.isHidden = true;
    } else if (!visibility.isEmpty()) {
        return request.refuse(
            http::invalidInput(u"visibility"_s, visibility.toUtf8(), u"timeline, archive or hidden"_s).value());
    }
    const auto counts = services.library.database.read(
        [&](Connection &db) -> Result<QJsonObject> {
            const sync::AssetCounts found = sync::countAssets(db, userId, counted);
            return QJsonObject{
                {u"images"_s, found.images}, {u"videos"_s, found.videos}, {u"total"_s, found.images + found.videos}};
        },
        request.stopToken());
    return jsonReply(request, counts);
}

Reply statistics(const ApiServices &services, const Request &request)
{
    return statisticsOf(services, request, userOf(request));
}

Reply statisticsOfOther(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"user"_s);
    const auto user = id ? services.accounts.user(*id) : failed(id);
    return user ? statisticsOf(services, request, user->id) : request.refuse(user.error());
}

} // namespace

std::vector<http::Route> deviceRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    const qint64 bulk = http::Limits().bulkBytes;
    for (const QByteArray base : {"/api/assets/", "/api/asset/"}) {
        routes.post(base + "bulk-upload-check", checkUploads, u"asset.upload"_s).bodyLimit = bulk;
        routes.post(base + "exist", checkNames, u"asset.upload"_s).bodyLimit = bulk;
        routes.get(base + "device/{deviceId}", namesOfDevice, u"asset.read"_s);
        routes.get(base + "statistics", statistics, u"asset.statistics"_s);
    }
    routes.get("/api/admin/users/{id}/statistics", statisticsOfOther, u"adminUser.read"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server

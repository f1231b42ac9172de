// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_stream_routes.h"

#include "server/http/invalid_input.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/sync_input.h"
#include "server/routes/sync_progress.h"
#include "server/routes/sync_stream.h"
#include "storage/database.h"

#include <QJsonArray>

#include <memory>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Connection;
using storage::Transaction;

constexpr qsizetype mostAcks = 1000;
const QString resetType = u"SyncResetV1"_s;

/// Immich's `SyncRequestType`.
const QSet<QString> &requestTypes()
{
    static const QSet<QString> types{u"AlbumsV1"_s,        u"AlbumUsersV1"_s,      u"AlbumToAssetsV1"_s,
                                     u"AlbumAssetsV1"_s,   u"AlbumAssetExifsV1"_s, u"AssetsV1"_s,
                                     u"AssetExifsV1"_s,    u"AssetEditsV1"_s,      u"AssetMetadataV1"_s,
                                     u"AuthUsersV1"_s,     u"MemoriesV1"_s,        u"MemoryToAssetsV1"_s,
                                     u"PartnersV1"_s,      u"PartnerAssetsV1"_s,   u"PartnerAssetExifsV1"_s,
                                     u"PartnerStacksV1"_s, u"StacksV1"_s,          u"UsersV1"_s,
                                     u"PeopleV1"_s,        u"AssetFacesV1"_s,      u"AssetFacesV2"_s,
                                     u"UserMetadataV1"_s};
    return types;
}

/// Whose progress it is: that of a session or a key; of the user where they have neither.
QUuid holderOf(const Request &request)
{
    const accounts::Principal &principal = *request.principal();
    return principal.credentialId.isNull() ? principal.uuid : principal.credentialId;
}

Result<void> beginAnew(const ApiServices &services, const QUuid &holder)
{
    storage::Database &database = services.library.database;
    return database.write([&](Transaction &transaction) -> Result<void> {
        sync::dropCheckpoints(transaction, holder);
        sync::keepCheckpoint(transaction, holder, resetType, u"pending"_s, database.wallNow());
        return {};
    });
}

Result<void> noteBeginnings(const ApiServices &services, const QUuid &holder,
                            const QMap<QString, sync::Cursor> &beginnings)
{
    storage::Database &database = services.library.database;
    return database.write([&](Transaction &transaction) -> Result<void> {
        for (auto one = beginnings.begin(); one != beginnings.end(); ++one) {
            sync::keepCheckpoint(transaction, holder, one.key(), one->ack(one.key()), database.wallNow());
        }
        return {};
    });
}

QSet<QString> typesIn(const QJsonObject &body, SyncInput &input)
{
    QSet<QString> types;
    const QJsonValue list = body.value("types"_L1);
    if (!list.isArray()) {
        input.add({ErrorCode::MissingField, {{u"field"_s, u"types"_s}, {u"expected"_s, u"a list of types"_s}}, {}});
    }
    for (const QJsonValue type : list.toArray()) {
        if (!requestTypes().contains(type.toString())) {
            input.add(
                http::invalidInput(u"types"_s, type.toString().toUtf8(), u"types of what can be synced"_s).value());
        }
        types.insert(type.toString());
    }
    return types;
}

Reply stream(const ApiServices &services, const Request &request)
{
    SyncInput input(request);
    if (!input.isGood()) {
        return input.refusal();
    }
    const QJsonObject body = *objectOf(request);
    const QSet<QString> types = typesIn(body, input);
    if (!input.isGood()) {
        return input.refusal();
    }
    const QUuid holder = holderOf(request);
    auto progress = services.library.database.read([&](Connection &db) -> Result<SyncProgress> {
        return SyncProgress(sync::checkpointsOf(db, holder), sync::readMark(db));
    });
    if (!progress) {
        return request.refuse(progress.error());
    }
    const bool mustReset = body.value("reset"_L1).toBool() || progress->has(resetType) || progress->mustBeginAnew();
    if (mustReset) {
        if (const auto begun = beginAnew(services, holder); !begun) {
            return request.refuse(begun.error());
        }
        return Reply::bytes("{\"type\":\"SyncResetV1\",\"data\":{},\"ack\":\"SyncResetV1|reset\"}\n",
                            "application/jsonlines+json");
    }
    if (const auto beginnings = progress->beginnings(types); !beginnings.isEmpty()) {
        if (const auto noted = noteBeginnings(services, holder, beginnings); !noted) {
            return request.refuse(noted.error());
        }
        progress->begin(beginnings);
    }
    auto lines = std::make_shared<SyncStream>(services, *request.principal(), types, *progress);
    return Reply::stream([lines] { return lines->next(); }, "application/jsonlines+json");
}

Reply acks(const ApiServices &services, const Request &request)
{
    const auto known = services.library.database.read([&](Connection &db) -> Result<QJsonArray> {
        QJsonArray list;
        const auto checkpoints = sync::checkpointsOf(db, holderOf(request));
        for (auto one = checkpoints.begin(); one != checkpoints.end(); ++one) {
            if (one.key() != resetType) {
                list.append(QJsonObject{{u"type"_s, one.key()}, {u"ack"_s, one.value()}});
            }
        }
        return list;
    });
    return jsonReply(request, known);
}

Reply keepAcks(const ApiServices &services, const Request &request)
{
    SyncInput input(request);
    if (!input.isGood()) {
        return input.refusal();
    }
    const QJsonValue list = objectOf(request)->value("acks"_L1);
    if (!list.isArray() || list.toArray().size() > mostAcks) {
        input.add(
            {ErrorCode::MissingField, {{u"field"_s, u"acks"_s}, {u"expected"_s, u"a list of up to 1000 texts"_s}}, {}});
        return input.refusal();
    }
    QMap<QString, QString> kept;
    bool isReset = false;
    for (const QJsonValue one : list.toArray()) {
        const QString ack = one.toString();
        const auto cursor = sync::Cursor::fromAck(ack);
        if (ack.section(u'|', 0, 0) == resetType) {
            isReset = true;
        } else if (cursor && SyncProgress::isSent(cursor->first)) {
            kept.insert(cursor->first, ack);
        } else {
            input.add(http::invalidInput(u"acks"_s, ack.toUtf8(), u"what came with a line of the stream"_s).value());
        }
    }
    if (!input.isGood()) {
        return input.refusal();
    }
    const QUuid holder = holderOf(request);
    storage::Database &database = services.library.database;
    const auto written = database.write([&](Transaction &transaction) -> Result<void> {
        if (isReset) {
            sync::dropCheckpoints(transaction, holder);
            return {};
        }
        for (auto one = kept.begin(); one != kept.end(); ++one) {
            sync::keepCheckpoint(transaction, holder, one.key(), one.value(), database.wallNow());
        }
        return {};
    });
    return written ? Reply(204) : request.refuse(written.error());
}

Reply dropAcks(const ApiServices &services, const Request &request)
{
    QStringList types;
    if (!request.body().isEmpty()) {
        const auto body = objectOf(request);
        if (!body) {
            return request.refuse(body.error());
        }
        for (const QJsonValue type : body->value("types"_L1).toArray()) {
            types << type.toString();
        }
    }
    const auto dropped = services.library.database.write([&](Transaction &transaction) -> Result<void> {
        sync::dropCheckpoints(transaction, holderOf(request), types);
        return {};
    });
    return dropped ? Reply(204) : request.refuse(dropped.error());
}

} // namespace

std::vector<http::Route> syncStreamRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    for (const QByteArray base : {"/api/sync/", "/sync/"}) {
        routes.post(base + "stream", stream, u"sync.stream"_s).way = http::Way::Straight;
        routes.get(base + "ack", acks, u"syncCheckpoint.read"_s);
        routes.post(base + "ack", keepAcks, u"syncCheckpoint.update"_s);
        routes.remove(base + "ack", dropAcks, u"syncCheckpoint.delete"_s).body = http::BodyKind::Json;
    }
    return routes.take();
}

} // namespace kinframe::server

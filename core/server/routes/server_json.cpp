// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/server_json.h"

#include "base/clock.h"
#include "base/json_values.h"

#include <QJsonArray>

#include <array>

namespace kinframe::server {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonValue idOrNull(const QUuid &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(textOf(id));
}

QJsonValue timeOrNull(const std::optional<qint64> &ms)
{
    return ms ? QJsonValue(toIso(*ms)) : QJsonValue(QJsonValue::Null);
}

QJsonValue errorOrNull(const std::optional<Error> &error, Language language)
{
    if (!error) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"code"_s, error->name()}, {u"message"_s, kinframe::textOf(*error, language)}};
}

} // namespace

QJsonObject serverJson(const transfer::RemoteServer &server, Language language)
{
    const std::array states{u"never"_s, u"partial"_s, u"whole"_s};
    const QJsonObject mirror{{u"state"_s, states.at(size_t(server.mirror))},
                             {u"isSyncing"_s, server.isSyncing},
                             {u"assets"_s, server.assets},
                             {u"syncedAt"_s, timeOrNull(server.syncedAt)},
                             {u"error"_s, errorOrNull(server.syncError, language)}};
    return {{u"name"_s, server.name},
            {u"url"_s, server.url.toString(QUrl::FullyEncoded)},
            {u"fingerprint"_s, textOrNull(server.fingerprint)},
            {u"signIn"_s, server.usesKey ? u"key"_s : u"password"_s},
            {u"email"_s, textOrNull(server.email)},
            {u"needsSignIn"_s, server.needsSignIn},
            {u"version"_s, server.version.text()},
            {u"userId"_s, textOf(server.userId)},
            {u"userName"_s, server.userName},
            {u"createdAt"_s, toIso(server.createdAt)},
            {u"mirror"_s, mirror}};
}

QJsonObject serverFactsJson(const transfer::ServerFacts &facts)
{
    return {{u"url"_s, facts.url.toString(QUrl::FullyEncoded)},
            {u"version"_s, facts.version.text()},
            {u"userId"_s, textOf(facts.userId)},
            {u"userName"_s, facts.userName},
            {u"email"_s, textOrNull(facts.email)},
            {u"isAdmin"_s, facts.isAdmin},
            {u"permissions"_s, QJsonArray::fromStringList(facts.permissions)},
            {u"missing"_s, QJsonArray::fromStringList(facts.missing)}};
}

QJsonObject remoteAssetJson(const transfer::RemoteAsset &asset)
{
    return {{u"id"_s, textOf(asset.id)},
            {u"type"_s, asset.isVideo ? u"VIDEO"_s : u"IMAGE"_s},
            {u"originalFileName"_s, asset.fileName},
            {u"checksum"_s, asset.sha1.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                 : QJsonValue(QString::fromLatin1(asset.sha1.toBase64()))},
            {u"size"_s, numberOrNull(asset.size)},
            {u"takenAt"_s, toIso(asset.takenAt)},
            {u"width"_s, numberOrNull(asset.width)},
            {u"height"_s, numberOrNull(asset.height)},
            {u"durationMs"_s, numberOrNull(asset.durationMs)},
            {u"livePhotoVideoId"_s, idOrNull(asset.liveVideo)},
            {u"isFavorite"_s, asset.isFavorite},
            {u"isArchived"_s, asset.isArchived},
            {u"description"_s, textOrNull(asset.description)},
            {u"place"_s, textOrNull(asset.place)},
            {u"isHere"_s, asset.isHere}};
}

QJsonObject remoteGroupJson(const transfer::RemoteGroup &group)
{
    return {{u"id"_s, textOf(group.id)},
            {u"name"_s, group.name},
            {u"count"_s, group.count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(group.count)},
            {u"cover"_s, idOrNull(group.cover)}};
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "transfer/remote/remote_server.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace kinframe::test {

inline Answer jsonAnswer(const QJsonValue &value, int status = 200)
{
    Answer answer;
    answer.status = status;
    answer.body = value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
    answer.headers = {{"Content-Type", "application/json"}};
    answer.ranges = false;
    return answer;
}

/// As Immich refuses.
inline Answer refusal(int status, const QString &message = QStringLiteral("no"))
{
    return jsonAnswer(QJsonObject{{QStringLiteral("message"), message}, {QStringLiteral("statusCode"), status}},
                      status);
}

inline QUuid remoteId(int number)
{
    return QUuid::fromString(QStringLiteral("aaaaaaaa-0000-4000-8000-%1").arg(number, 12, 16, QLatin1Char('0')));
}

inline QString remoteText(int number)
{
    return remoteId(number).toString(QUuid::WithoutBraces);
}

inline const QUuid remoteUser = remoteId(0xffff);

inline QByteArray remoteSha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

/// An asset as a server's list has it; `more` replaces members.
inline QJsonObject remoteAsset(int number, const QJsonObject &more = {})
{
    const QString day = QStringLiteral("2024-01-01T00:%1:%2.000Z").arg(number / 60 % 60, 2, 10, QLatin1Char('0'));
    QJsonObject asset{
        {QStringLiteral("id"), remoteText(number)},
        {QStringLiteral("type"), QStringLiteral("IMAGE")},
        {QStringLiteral("originalFileName"), QStringLiteral("IMG_%1.jpg").arg(number)},
        {QStringLiteral("checksum"), QString::fromLatin1(remoteSha1(QByteArray::number(number)).toBase64())},
        {QStringLiteral("duration"), QStringLiteral("0:00:00.00000")},
        {QStringLiteral("fileCreatedAt"), day.arg(number % 60, 2, 10, QLatin1Char('0'))},
        {QStringLiteral("isFavorite"), false},
        {QStringLiteral("isArchived"), false},
        {QStringLiteral("isTrashed"), false},
        {QStringLiteral("livePhotoVideoId"), QJsonValue::Null},
        {QStringLiteral("exifInfo"), QJsonObject{{QStringLiteral("fileSizeInByte"), 1000 + number}}}};
    for (auto member = more.begin(); member != more.end(); ++member) {
        asset.insert(member.key(), *member);
    }
    return asset;
}

inline QJsonArray remoteAssets(int first, int last)
{
    QJsonArray assets;
    for (int number = first; number <= last; ++number) {
        assets.append(remoteAsset(number));
    }
    return assets;
}

inline QJsonObject delta(const QJsonArray &upserted, const QJsonArray &deleted = {}, bool needsFullSync = false)
{
    return {{QStringLiteral("deleted"), deleted},
            {QStringLiteral("needsFullSync"), needsFullSync},
            {QStringLiteral("upserted"), upserted}};
}

/// What a server says before anything else: its ping, its version and who signs in.
inline void serveBeginning(FaultServer &server, const transfer::RemoteVersion &version = {2, 7, 5})
{
    const QJsonObject numbers{{QStringLiteral("major"), version.major},
                              {QStringLiteral("minor"), version.minor},
                              {QStringLiteral("patch"), version.patch}};
    const QJsonObject me{{QStringLiteral("id"), remoteUser.toString(QUuid::WithoutBraces)},
                         {QStringLiteral("name"), QStringLiteral("Anna")},
                         {QStringLiteral("email"), QStringLiteral("anna@example.org")},
                         {QStringLiteral("isAdmin"), true}};
    const bool isOld = version < transfer::RemoteVersion{1, 106, 0};
    const QByteArray base = isOld ? "/api/server-info/" : "/api/server/";
    server.serve(base + "ping", {jsonAnswer(QJsonObject{{QStringLiteral("res"), QStringLiteral("pong")}})});
    server.serve(base + "version", {jsonAnswer(numbers)});
    server.serve(isOld ? "/api/user/me" : "/api/users/me", {jsonAnswer(me)});
}

} // namespace kinframe::test

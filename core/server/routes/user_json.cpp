// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/user_json.h"

#include "base/clock.h"
#include "base/ids.h"

#include <QJsonArray>

namespace kinframe::server {

using namespace Qt::StringLiterals;

QJsonObject userJson(const accounts::User &user)
{
    return {{u"id"_s, toText(user.uuid)},
            {u"email"_s, user.email},
            {u"name"_s, user.name},
            {u"avatarColor"_s, user.avatarColor.isEmpty() ? u"primary"_s : user.avatarColor},
            {u"profileImagePath"_s, u""_s},
            {u"profileChangedAt"_s, toIso(user.createdAt)},
            {u"isAdmin"_s, user.isAdmin},
            {u"shouldChangePassword"_s, user.mustChangePassword},
            {u"createdAt"_s, toIso(user.createdAt)},
            {u"updatedAt"_s, toIso(user.updatedAt)},
            {u"deletedAt"_s, user.deletedAt ? QJsonValue(toIso(*user.deletedAt)) : QJsonValue()},
            {u"status"_s, user.deletedAt ? u"deleted"_s : u"active"_s},
            {u"oauthId"_s, u""_s},
            {u"storageLabel"_s, QJsonValue::Null},
            {u"quotaSizeInBytes"_s, user.quotaBytes ? QJsonValue(*user.quotaBytes) : QJsonValue()},
            {u"quotaUsageInBytes"_s, user.usedBytes},
            {u"license"_s, QJsonValue::Null}};
}

QJsonObject publicUserJson(const accounts::User &user)
{
    const QJsonObject all = userJson(user);
    QJsonObject json;
    for (const QString &name :
         {u"id"_s, u"email"_s, u"name"_s, u"avatarColor"_s, u"profileImagePath"_s, u"profileChangedAt"_s}) {
        json.insert(name, all.value(name));
    }
    return json;
}

QJsonObject sessionJson(const accounts::Session &session, bool isCurrent)
{
    return {{u"id"_s, toText(session.uuid)},
            {u"createdAt"_s, toIso(session.createdAt)},
            {u"updatedAt"_s, toIso(session.lastUsedAt)},
            {u"expiresAt"_s, toIso(session.expiresAt)},
            {u"current"_s, isCurrent},
            {u"deviceType"_s, session.deviceType},
            {u"deviceOS"_s, session.deviceOs},
            {u"appVersion"_s, session.appVersion.isEmpty() ? QJsonValue() : QJsonValue(session.appVersion)},
            {u"isPendingSyncReset"_s, false}};
}

QJsonObject loginJson(const accounts::User &user, const QString &token)
{
    return {{u"accessToken"_s, token},
            {u"userId"_s, toText(user.uuid)},
            {u"userEmail"_s, user.email},
            {u"name"_s, user.name},
            {u"profileImagePath"_s, u""_s},
            {u"isAdmin"_s, user.isAdmin},
            {u"shouldChangePassword"_s, user.mustChangePassword},
            {u"isOnboarded"_s, true}};
}

QJsonObject keyJson(const accounts::ApiKey &key)
{
    QJsonArray permissions;
    for (const QString &permission : key.permissions) {
        permissions.append(permission);
    }
    if (permissions.isEmpty()) {
        permissions.append(u"all"_s);
    }
    return {{u"id"_s, toText(key.uuid)},
            {u"name"_s, key.name},
            {u"permissions"_s, permissions},
            {u"createdAt"_s, toIso(key.createdAt)},
            {u"updatedAt"_s, toIso(key.updatedAt)}};
}

} // namespace kinframe::server

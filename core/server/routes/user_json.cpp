// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/user_json.h"

#include "base/clock.h"
#include "base/ids.h"

#include <QJsonArray>

namespace kinframe::server {

using namespace Qt::StringLiterals;

QJsonObject userJson(const accounts::User &user, qint64 usedBytes)
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
            {u"quotaSizeInBytes"_s, QJsonValue::Null},
            {u"quotaUsageInBytes"_s, double(usedBytes)},
            {u"license"_s, QJsonValue::Null}};
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

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/album_json.h"

#include "accounts/accounts.h"
#include "base/clock.h"
#include "base/ids.h"
#include "server/routes/user_json.h"

#include <QJsonArray>

namespace kinframe::server {

using namespace Qt::StringLiterals;

namespace {

QString nameOfRole(albums::AlbumRole role)
{
    return role == albums::AlbumRole::Editor ? u"editor"_s : u"viewer"_s;
}

} // namespace

Result<QJsonObject> AlbumJson::user(const QUuid &uuid)
{
    const auto known = m_users.constFind(uuid);
    if (known != m_users.constEnd()) {
        return *known;
    }
    const auto user = m_services.accounts.user(uuid);
    return user ? Result<QJsonObject>(*m_users.insert(uuid, publicUserJson(*user))) : failed(user);
}

Result<QJsonObject> AlbumJson::of(const albums::Album &album)
{
    const auto owner = user(album.owner);
    if (!owner) {
        return failed(owner);
    }
    QJsonArray members;
    for (const albums::AlbumMember &member : album.members) {
        const auto json = user(member.user);
        if (!json) {
            return failed(json);
        }
        members.append(QJsonObject{{u"user"_s, *json}, {u"role"_s, nameOfRole(member.role)}});
    }
    QJsonObject json{{u"id"_s, toText(album.uuid)},
                     {u"albumName"_s, album.name},
                     {u"description"_s, album.description},
                     {u"albumThumbnailAssetId"_s, album.cover ? QJsonValue(toText(*album.cover)) : QJsonValue()},
                     {u"assetCount"_s, double(album.assetCount)},
                     {u"assets"_s, QJsonArray()},
                     {u"albumUsers"_s, members},
                     {u"shared"_s, !members.isEmpty()},
                     {u"hasSharedLink"_s, false},
                     {u"isActivityEnabled"_s, album.isActivityEnabled},
                     {u"order"_s, album.isOldestFirst ? u"asc"_s : u"desc"_s},
                     {u"owner"_s, *owner},
                     {u"ownerId"_s, toText(album.owner)},
                     {u"createdAt"_s, toIso(album.createdAt)},
                     {u"updatedAt"_s, toIso(album.updatedAt)}};
    if (album.firstTaken && album.lastTaken && album.lastChanged) {
        json.insert(u"startDate"_s, toIso(*album.firstTaken));
        json.insert(u"endDate"_s, toIso(*album.lastTaken));
        json.insert(u"lastModifiedAssetTimestamp"_s, toIso(*album.lastChanged));
    }
    return json;
}

} // namespace kinframe::server

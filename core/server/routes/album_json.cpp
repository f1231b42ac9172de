// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/album_json.h"

#include "base/clock.h"
#include "base/ids.h"
#include "server/routes/user_json.h"

#include <QJsonArray>

namespace kinframe::server {

using namespace Qt::StringLiterals;

QJsonObject albumJson(const albums::Album &album, const accounts::User &owner)
{
    QJsonObject json{{u"id"_s, toText(album.uuid)},
                     {u"albumName"_s, album.name},
                     {u"description"_s, album.description},
                     {u"albumThumbnailAssetId"_s, album.cover ? QJsonValue(toText(*album.cover)) : QJsonValue()},
                     {u"assetCount"_s, double(album.assetCount)},
                     {u"assets"_s, QJsonArray()},
                     {u"albumUsers"_s, QJsonArray()},
                     {u"shared"_s, false},
                     {u"hasSharedLink"_s, false},
                     {u"isActivityEnabled"_s, album.isActivityEnabled},
                     {u"order"_s, album.isOldestFirst ? u"asc"_s : u"desc"_s},
                     {u"owner"_s, publicUserJson(owner)},
                     {u"ownerId"_s, toText(owner.uuid)},
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

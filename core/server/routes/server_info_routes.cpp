// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/server_info_routes.h"

#include "accounts/accounts.h"
#include "base/files.h"
#include "base/ids.h"
#include "server/routes/account_lists.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QStorageInfo>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// As `server/version` says it.
const QString answersAs = u"v2.7.5"_s;

Reply about(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"version"_s, answersAs},
                                   {u"versionUrl"_s, u""_s},
                                   {u"licensed"_s, false},
                                   {u"build"_s, QString(u"Kinframe "_s + QStringLiteral(KINFRAME_VERSION))}});
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

Reply storage(const ApiServices &services, const Request &)
{
    const QString folder = QFileInfo(services.library.database.path()).path();
    const qint64 size = std::max<qint64>(QStorageInfo(folder).bytesTotal(), 0);
    const qint64 available = std::clamp<qint64>(freeSpace(folder), 0, size);
    const qint64 use = size - available;
    QJsonObject json{{u"diskUsagePercentage"_s, size > 0 ? 100.0 * double(use) / double(size) : 0.0}};
    for (const auto &[name, bytes] :
         {std::pair(u"diskSize"_s, size), std::pair(u"diskUse"_s, use), std::pair(u"diskAvailable"_s, available)}) {
        json.insert(name, sizeText(bytes));
        json.insert(name + u"Raw"_s, bytes);
    }
    return Reply::json(json);
}

struct Usage
{
    qint64 photos = 0;
    qint64 videos = 0;
    qint64 photoBytes = 0;
    qint64 videoBytes = 0;

    void add(const Usage &other)
    {
        photos += other.photos;
        videos += other.videos;
        photoBytes += other.photoBytes;
        videoBytes += other.videoBytes;
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"photos"_s, photos},
                {u"videos"_s, videos},
                {u"usage"_s, photoBytes + videoBytes},
                {u"usagePhotos"_s, photoBytes},
                {u"usageVideos"_s, videoBytes}};
    }
};

Usage usageOf(storage::Connection &db, qint64 userId)
{
    storage::Statement statement = db.prepare("SELECT is_video, count(*), sum(size) FROM asset WHERE owner_id = ?1 "
                                              "AND trashed_at IS NULL AND is_hidden = 0 GROUP BY is_video");
    statement.bindAll(userId);
    Usage usage;
    while (statement.step()) {
        const bool isVideo = statement.boolean(0);
        (isVideo ? usage.videos : usage.photos) = statement.int64(1);
        (isVideo ? usage.videoBytes : usage.photoBytes) = statement.int64(2);
    }
    return usage;
}

Result<QJsonObject> statisticsOf(storage::Connection &db, const std::vector<accounts::User> &users)
{
    Usage all;
    QJsonArray byUser;
    for (const accounts::User &user : users) {
        const Usage usage = usageOf(db, user.id);
        all.add(usage);
        QJsonObject json = usage.toJson();
        json.insert(u"userId"_s, toText(user.uuid));
        json.insert(u"userName"_s, user.name);
        json.insert(u"quotaSizeInBytes"_s, QJsonValue::Null);
        byUser.append(json);
    }
    QJsonObject json = all.toJson();
    json.insert(u"usageByUser"_s, byUser);
    return json;
}

Reply statistics(const ApiServices &services, const Request &request)
{
    const auto users = everyUser(services);
    if (!users) {
        return request.refuse(users.error());
    }
    return jsonReply(request,
                     services.library.database.read([&](storage::Connection &db) { return statisticsOf(db, *users); },
                                                    request.stopToken()));
}

/// Nobody is asked elsewhere whether there is a newer version.
Reply versionCheck(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"checkedAt"_s, QJsonValue::Null}, {u"releaseVersion"_s, QJsonValue::Null}});
}

Reply nothing(const ApiServices &, const Request &)
{
    return Reply::json(QJsonArray());
}

Reply theme(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"customCss"_s, u""_s}});
}

} // namespace

std::vector<http::Route> serverInfoRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    for (const QByteArray base : {"/api/server/", "/api/server-info/"}) {
        routes.get(base + "about", about, u"server.about"_s);
        routes.get(base + "storage", storage, u"server.storage"_s);
        routes.get(base + "statistics", statistics, u"server.statistics"_s).access = http::Access::Admin;
        routes.get(base + "version-check", versionCheck, u"server.versionCheck"_s);
        routes.get(base + "version-history", nothing, {});
        routes.get(base + "theme", theme, {});
    }
    routes.get("/api/server-info", storage, u"server.storage"_s);
    return routes.take();
}

} // namespace kinframe::server

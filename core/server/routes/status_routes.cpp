// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/status_routes.h"

#include "base/files.h"
#include "base/language.h"
#include "faces/recognition.h"
#include "jobs/job_queue.h"
#include "server/routes/doors.h"
#include "server/routes/job_status_json.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

double numberFrom(storage::Connection &db, std::string_view sql)
{
    storage::Statement statement = db.prepare(sql);
    statement.step();
    return double(statement.int64(0));
}

QJsonObject countsOf(storage::Connection &db)
{
    return QJsonObject{
        {u"assets"_s, numberFrom(db, "SELECT count(*) FROM asset WHERE is_hidden = 0")},
        {u"trashed"_s, numberFrom(db, "SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL AND is_hidden = 0")},
        {u"failed"_s, numberFrom(db, "SELECT count(*) FROM asset WHERE state = 2")},
        {u"people"_s, numberFrom(db, "SELECT count(*) FROM person WHERE merged_into IS NULL AND (name <> '' OR "
                                     "EXISTS (SELECT 1 FROM face WHERE person_id = person.id))")},
        {u"faces"_s, numberFrom(db, "SELECT count(*) FROM face WHERE is_dismissed = 0")},
        {u"users"_s, numberFrom(db, "SELECT count(*) FROM user WHERE deleted_at IS NULL")}};
}

QJsonObject storageOf(storage::Connection &db, const QString &databasePath)
{
    return {{u"originals"_s, numberFrom(db, "SELECT coalesce(sum(size), 0) FROM blob WHERE stored = 1")},
            {u"inPlace"_s, numberFrom(db, "SELECT coalesce(sum(size), 0) FROM blob WHERE stored = 0")},
            {u"database"_s, double(QFileInfo(databasePath).size())},
            {u"free"_s, double(freeSpace(databasePath))}};
}

QString epochOf(storage::Connection &db)
{
    storage::Statement statement = db.prepare("SELECT value FROM meta WHERE key = 'epoch'");
    return statement.step() ? statement.text(0) : QString();
}

QJsonObject recognitionOf(const ApiServices &services, Language language)
{
    const auto models = services.recognition.models();
    const auto chosen = services.recognition.chosen();
    return {{u"recogniser"_s, chosen.value_or(QString())},
            {u"ready"_s, models.has_value()},
            {u"error"_s, models ? QJsonValue() : QJsonValue(textOf(models.error(), language))}};
}

Reply status(const ApiServices &services, const Request &request)
{
    const auto jobs = services.library.jobs.status();
    auto json = services.library.database.read(
        [&](storage::Connection &db) -> Result<QJsonObject> {
            return QJsonObject{{u"version"_s, QStringLiteral(KINFRAME_VERSION)},
                               {u"epoch"_s, epochOf(db)},
                               {u"counts"_s, countsOf(db)},
                               {u"storage"_s, storageOf(db, services.library.database.path())}};
        },
        request.stopToken());
    if (!jobs || !json) {
        return request.refuse(!jobs ? jobs.error() : json.error());
    }
    QJsonArray kinds;
    for (const auto &[kind, state] : *jobs) {
        kinds.append(kindStatusJson(kind, state, request.language()));
    }
    json->insert(u"jobs"_s, kinds);
    json->insert(u"recognition"_s, recognitionOf(services, request.language()));
    return Reply::json(*json);
}

} // namespace

std::vector<http::Route> statusRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/status", status, u"server.statistics"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/library_routes.h"

#include "base/language.h"
#include "library/backup.h"
#include "server/routes/doors.h"
#include "server/routes/long_call.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/this_computer.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

Reply check(const ApiServices &services, const Request &request)
{
    LongCall call(services, request, u"check"_s);
    const auto report = library::checkLibrary(
        services.library.database, services.library.blobs,
        [&call](qint64 done, qint64 total) { call.progress(done, total); }, call.stopToken());
    if (!report) {
        return request.refuse(report.error());
    }
    return Reply::json(QJsonObject{{u"isWell"_s, report->isWell()},
                                   {u"blobsChecked"_s, double(report->blobsChecked)},
                                   {u"databaseProblems"_s, QJsonArray::fromStringList(report->databaseProblems)},
                                   {u"missing"_s, QJsonArray::fromStringList(report->missing)},
                                   {u"damaged"_s, QJsonArray::fromStringList(report->damaged)},
                                   {u"unknown"_s, QJsonArray::fromStringList(report->unknown)}});
}

QJsonArray lostJson(const library::BackupReport &report)
{
    QJsonArray lost;
    for (const library::LostFile &file : report.lost) {
        lost.append(QJsonObject{{u"hash"_s, QString::fromLatin1(file.sha256.toHex())},
                                {u"names"_s, QJsonArray::fromStringList(file.names)}});
    }
    return lost;
}

Reply backup(const ApiServices &services, const Request &request)
{
    if (const auto here = mustBeHere(request); !here) {
        return request.refuse(here.error());
    }
    const auto body = objectOf(request);
    const auto path = body ? pathIn(*body, u"path"_s) : failed(body);
    if (!path) {
        return request.refuse(path.error());
    }
    LongCall call(services, request, u"backup"_s);
    const auto report = library::backupLibrary(
        services.library.database, services.library.blobs, *path,
        [&call](qint64 done, qint64 total) { call.progress(done, total); }, call.stopToken());
    if (!report) {
        return request.refuse(report.error());
    }
    const auto problem = report->problem();
    return Reply::json(
        QJsonObject{{u"snapshot"_s, report->snapshot},
                    {u"blobs"_s, double(report->blobs)},
                    {u"copied"_s, double(report->copied)},
                    {u"inPlace"_s, double(report->inPlace)},
                    {u"isWhole"_s, report->isWhole()},
                    {u"lost"_s, lostJson(*report)},
                    {u"message"_s, problem ? QJsonValue(textOf(*problem, request.language())) : QJsonValue()}});
}

} // namespace

std::vector<http::Route> libraryRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    http::Route &checking = routes.post("/api/library/check", check, u"maintenance"_s);
    checking.access = http::Access::Admin;
    checking.body = http::BodyKind::None;
    routes.post("/api/library/backup", backup, u"maintenance"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/import_routes.h"

#include "base/clock.h"
#include "base/ids.h"
#include "base/language.h"
#include "jobs/job.h"
#include "library/import_run.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/this_computer.h"

#include <QJsonArray>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Importer;

QJsonObject runJson(const ApiServices &services, const Request &request, const library::ImportRun &run)
{
    const auto hold = library::holdOf(services.library, run);
    const std::array states{u"running"_s, u"done"_s, u"failed"_s, u"canceled"_s};
    return {{u"id"_s, toText(run.uuid)},
            {u"paths"_s, QJsonArray::fromStringList(run.paths)},
            {u"inPlace"_s, run.placement == Importer::Placement::InPlace},
            {u"state"_s, states.at(size_t(run.state))},
            {u"hold"_s, hold ? QJsonValue(textOf(*hold, request.language())) : QJsonValue()},
            {u"found"_s, double(run.found)},
            {u"added"_s, double(run.added)},
            {u"duplicates"_s, double(run.duplicates)},
            {u"failed"_s, double(run.failed)},
            {u"startedAt"_s, toIso(run.startedAt)},
            {u"finishedAt"_s, run.finishedAt ? QJsonValue(toIso(*run.finishedAt)) : QJsonValue()}};
}

Result<Importer::Placement> placementIn(const QJsonObject &body)
{
    const auto inPlace = flagIn(body, u"inPlace"_s);
    if (!inPlace) {
        return failed(inPlace);
    }
    return inPlace->value_or(false) ? Importer::Placement::InPlace : Importer::Placement::Copy;
}

/// The body of a request that may name files here.
Result<QJsonObject> bodyFromHere(const Request &request)
{
    auto here = mustBeHere(request);
    return here ? objectOf(request) : Result<QJsonObject>(failed(here));
}

Reply start(const ApiServices &services, const Request &request)
{
    const auto body = bodyFromHere(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto paths = pathsIn(*body, u"paths"_s);
    const auto placement = placementIn(*body);
    if (!paths || !placement) {
        return request.refuse(!paths ? paths.error() : placement.error());
    }
    const auto run = library::startImport(services.library, ownerOf(request), *paths, *placement);
    return run ? Reply::json(runJson(services, request, *run), 201) : request.refuse(run.error());
}

Result<library::ImportRun> runOf(const ApiServices &services, const Request &request)
{
    if (auto here = mustBeHere(request); !here) {
        return failed(here);
    }
    auto id = idOf(request, u"import"_s);
    return id ? library::findImport(services.library.database, userOf(request), *id) : failed(id);
}

Reply state(const ApiServices &services, const Request &request)
{
    const auto run = runOf(services, request);
    return run ? Reply::json(runJson(services, request, *run)) : request.refuse(run.error());
}

Reply failures(const ApiServices &services, const Request &request)
{
    const auto run = runOf(services, request);
    const auto size = numberOf(request, u"size"_s, 100, 1, 1000);
    if (!run || !size) {
        return request.refuse(!run ? run.error() : size.error());
    }
    const QString after = request.query().get(u"after"_s).value_or(QString());
    const auto found = library::importFailures(services.library.database, run->id, after, *size);
    if (!found) {
        return request.refuse(found.error());
    }
    QJsonArray items;
    for (const library::ImportFailure &failure : *found) {
        items.append(QJsonObject{{u"path"_s, failure.path},
                                 {u"code"_s, failure.error.name()},
                                 {u"message"_s, textOf(failure.error, request.language())}});
    }
    const bool isLast = int(found->size()) < *size;
    return Reply::json(QJsonObject{{u"items"_s, items}, {u"next"_s, isLast ? QJsonValue() : found->back().path}});
}

Reply cancel(const ApiServices &services, const Request &request)
{
    const auto run = runOf(services, request);
    if (!run) {
        return request.refuse(run.error());
    }
    const auto done = library::cancelImport(services.library, userOf(request), run->uuid);
    return done ? Reply() : request.refuse(done.error());
}

Reply oneFile(const ApiServices &services, const Request &request)
{
    const auto body = bodyFromHere(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto path = pathIn(*body, u"path"_s);
    const auto placement = placementIn(*body);
    if (!path || !placement) {
        return request.refuse(!path ? path.error() : placement.error());
    }
    library::FileFacts facts;
    facts.priority = jobs::priority::upload;
    const auto added = Importer(services.library).addFile(ownerOf(request), *path, *placement, facts);
    if (!added) {
        return request.refuse(added.error());
    }
    return Reply::json(QJsonObject{{u"id"_s, toText(added->uuid)},
                                   {u"duplicate"_s, added->isDuplicate},
                                   {u"status"_s, added->isDuplicate ? u"DUPLICATE"_s : u"SUCCESS"_s}},
                       added->isDuplicate ? 200 : 201);
}

} // namespace

std::vector<http::Route> importRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.post("/api/import", start, u"asset.upload"_s);
    routes.post("/api/import/file", oneFile, u"asset.upload"_s);
    routes.get("/api/import/{id}", state, u"job.read"_s);
    routes.get("/api/import/{id}/failures", failures, u"job.read"_s);
    routes.remove("/api/import/{id}", cancel, u"job.create"_s);
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
    }
    return all;
}

} // namespace kinframe::server

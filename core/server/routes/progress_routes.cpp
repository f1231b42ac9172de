// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/progress_routes.h"

#include "base/ids.h"
#include "jobs/job_queue.h"
#include "jobs/progress.h"
#include "server/routes/doors.h"
#include "server/routes/job_status_json.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// Whether the task is the user's own or nobody's in particular.
bool isSeenBy(const TaskState &task, const Request &request)
{
    return task.user.isNull() || task.user == request.principal()->uuid;
}

Reply progress(const ApiServices &services, const Request &request)
{
    const auto status = services.library.jobs.status();
    if (!status) {
        return request.refuse(status.error());
    }
    QJsonArray tasks;
    for (const TaskState &task : services.progress.snapshot()) {
        if (isSeenBy(task, request)) {
            QJsonObject json = task.toJson();
            json.insert(u"id"_s, toText(task.id));
            tasks.append(json);
        }
    }
    QJsonArray jobs;
    for (const auto &[kind, state] : *status) {
        jobs.append(kindStatusJson(kind, state, request.language()));
    }
    return Reply::json(QJsonObject{{u"tasks"_s, tasks}, {u"jobs"_s, jobs}});
}

Reply cancel(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"task"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto tasks = services.progress.snapshot();
    const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const TaskState &one) {
        // What is nobody's in particular is for admins to stop.
        return one.id == *id && isSeenBy(one, request) && (!one.user.isNull() || request.principal()->isAdmin);
    });
    if (task == tasks.end()) {
        return request.refuse({ErrorCode::NotFound, {{u"what"_s, u"task"_s}, {u"id"_s, toText(*id)}}, {}});
    }
    if (!services.progress.cancel(*id)) {
        return request.refuse({ErrorCode::Conflict, {{u"reason"_s, u"it cannot be stopped or has ended"_s}}, {}});
    }
    return Reply();
}

} // namespace

std::vector<http::Route> progressRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/progress", progress, u"job.read"_s);
    routes.post("/api/progress/{id}/cancel", cancel, u"job.create"_s).body = http::BodyKind::None;
    http::Route &events = routes.get("/api/events", nullptr, u"asset.read"_s);
    events.handler = {};
    events.isWebSocket = true;
    return routes.take();
}

} // namespace kinframe::server

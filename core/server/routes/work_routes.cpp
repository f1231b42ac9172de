// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/work_routes.h"

#include "jobs/job_queue.h"
#include "server/routes/doors.h"
#include "server/routes/job_status_json.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

using Act = Result<void> (*)(jobs::JobQueue &, const QString &);

Result<void> pause(jobs::JobQueue &queue, const QString &kind)
{
    return queue.pause(kind);
}

Result<void> resume(jobs::JobQueue &queue, const QString &kind)
{
    return queue.resume(kind);
}

Result<void> retry(jobs::JobQueue &queue, const QString &kind)
{
    const auto retried = queue.retryFailed(kind);
    return retried ? Result<void>{} : Result<void>(failed(retried));
}

Result<jobs::KindStatus> statusOf(jobs::JobQueue &queue, const QString &kind)
{
    const auto status = queue.status();
    if (!status) {
        return failed(status);
    }
    const auto found = status->find(kind);
    if (found == status->end()) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"kind of work"_s}, {u"id"_s, kind.left(80)}});
    }
    return found->second;
}

template <Act act>
Reply actOn(const ApiServices &services, const Request &request)
{
    jobs::JobQueue &queue = services.library.jobs;
    const QString kind = request.argument("kind");
    if (const auto known = statusOf(queue, kind); !known) {
        return request.refuse(known.error());
    }
    if (const auto done = act(queue, kind); !done) {
        return request.refuse(done.error());
    }
    const auto status = statusOf(queue, kind);
    return status ? Reply::json(kindStatusJson(kind, *status, request.language())) : request.refuse(status.error());
}

} // namespace

std::vector<http::Route> workRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.post("/api/work/{kind}/pause", actOn<pause>, u"job.create"_s);
    routes.post("/api/work/{kind}/resume", actOn<resume>, u"job.create"_s);
    routes.post("/api/work/{kind}/retry", actOn<retry>, u"job.create"_s);
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
        route.body = http::BodyKind::None;
    }
    return all;
}

} // namespace kinframe::server

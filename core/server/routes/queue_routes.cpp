// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/queue_routes.h"

#include "albums/tag.h"
#include "jobs/job_queue.h"
#include "server/http/invalid_input.h"
#include "server/routes/account_lists.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

#include <algorithm>
#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using jobs::KindStatus;

/// One of Immich's queues and the kinds of our jobs that do its work; a kind that does the work of two is in both.
struct Queue
{
    QLatin1String name;
    std::array<QLatin1String, 2> kinds = {};
};

// All that there are from 1.102 to 2.7: clients take a missing one for an error.
constexpr std::array queues{Queue{"thumbnailGeneration"_L1, {"process"_L1}},
                            Queue{"metadataExtraction"_L1, {"process"_L1, "metadata"_L1}},
                            Queue{"videoConversion"_L1},
                            Queue{"faceDetection"_L1, {"faces"_L1}},
                            Queue{"facialRecognition"_L1, {"cluster"_L1}},
                            Queue{"smartSearch"_L1},
                            Queue{"duplicateDetection"_L1},
                            Queue{"backgroundTask"_L1},
                            Queue{"storageTemplateMigration"_L1},
                            Queue{"migration"_L1},
                            Queue{"search"_L1, {"search"_L1}},
                            Queue{"sidecar"_L1, {"writeback"_L1}},
                            Queue{"library"_L1, {"import"_L1, "folder"_L1}},
                            Queue{"notifications"_L1},
                            Queue{"backupDatabase"_L1},
                            Queue{"ocr"_L1},
                            Queue{"workflow"_L1},
                            Queue{"editor"_L1}};

using Status = std::map<QString, KindStatus>;

std::vector<QString> kindsOf(const Queue &queue, const Status &status)
{
    std::vector<QString> kinds;
    for (const QLatin1String kind : queue.kinds) {
        if (!kind.isEmpty() && status.contains(QString(kind))) {
            kinds.emplace_back(kind);
        }
    }
    return kinds;
}

QJsonObject queueJson(const Queue &queue, const Status &status)
{
    KindStatus sum;
    qint64 paused = 0;
    for (const QString &kind : kindsOf(queue, status)) {
        const KindStatus &one = status.at(kind);
        sum.running += one.running;
        sum.failed += one.failed;
        sum.done += one.done;
        sum.isPaused = sum.isPaused || one.isPaused;
        (one.isPaused ? paused : sum.waiting) += one.waiting;
    }
    return {{u"jobCounts"_s, QJsonObject{{u"active"_s, sum.running},
                                         {u"completed"_s, sum.done},
                                         {u"failed"_s, sum.failed},
                                         {u"delayed"_s, 0},
                                         {u"waiting"_s, sum.waiting},
                                         {u"paused"_s, paused}}},
            {u"queueStatus"_s, QJsonObject{{u"isActive"_s, sum.running > 0}, {u"isPaused"_s, sum.isPaused}}}};
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto status = services.library.jobs.status();
    if (!status) {
        return request.refuse(status.error());
    }
    QJsonObject json;
    for (const Queue &queue : queues) {
        json.insert(queue.name, queueJson(queue, *status));
    }
    return Reply::json(json);
}

/// What waits is never thrown away here: it is what a photo needs to be seen and found at all.
Result<void> act(jobs::JobQueue &jobs, const QString &kind, const QString &command)
{
    if (command == "pause"_L1) {
        return jobs.pause(kind);
    }
    if (command == "resume"_L1) {
        return jobs.resume(kind);
    }
    const auto done = command == "start"_L1 ? jobs.retryFailed(kind) : jobs.clearFailed(kind);
    return done ? Result<void>() : failed(done);
}

Reply command(const ApiServices &services, const Request &request)
{
    const QString name = request.argument("name");
    const auto *const queue = std::ranges::find_if(queues, [&](const Queue &one) { return one.name == name; });
    if (queue == queues.end()) {
        return request.refuse(http::invalidInput(u"name"_s, name.toUtf8(), u"the name of a queue"_s).value());
    }
    const auto body = objectOf(request);
    const auto wanted = body ? neededTextIn(*body, u"command"_s) : Result<QString>(failed(body));
    if (!wanted) {
        return request.refuse(wanted.error());
    }
    constexpr std::array known{"start"_L1, "pause"_L1, "resume"_L1, "clear-failed"_L1};
    if (std::ranges::find(known, *wanted) == known.end()) {
        return request.refuse(
            http::invalidInput(u"command"_s, wanted->toUtf8(), u"start, pause, resume or clear-failed"_s).value());
    }
    const auto before = services.library.jobs.status();
    if (!before) {
        return request.refuse(before.error());
    }
    for (const QString &kind : kindsOf(*queue, *before)) {
        if (const auto done = act(services.library.jobs, kind, *wanted); !done) {
            return request.refuse(done.error());
        }
    }
    const auto after = services.library.jobs.status();
    return after ? Reply::json(queueJson(*queue, *after)) : request.refuse(after.error());
}

/// Of every user, those that no photo has any more, nor one below them.
Result<void> dropUnusedTags(const ApiServices &services)
{
    const auto users = everyUser(services);
    if (!users) {
        return failed(users);
    }
    return services.library.database.write([&](storage::Transaction &transaction) -> Result<void> {
        for (const accounts::User &user : *users) {
            const library::Owner owner{user.id, user.uuid, user.isOwner};
            for (const albums::Tag &tag : albums::tagsOf(transaction.db(), owner)) {
                if (!albums::assetsTagged(transaction.db(), user.id, tag.value).empty()) {
                    continue;
                }
                auto done = albums::deleteTag(transaction, services.library, owner, tag.id);
                if (!done && done.error().code != ErrorCode::NotFound) { // It went with the one above it.
                    return done;
                }
            }
        }
        return {};
    });
}

/// Work that clients ask for by name. People without photos go by themselves, memories are made when they are asked
/// for, and photos of users that were deleted are kept: of these nothing is ever left to do.
Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto name = body ? neededTextIn(*body, u"name"_s) : Result<QString>(failed(body));
    if (!name) {
        return request.refuse(name.error());
    }
    constexpr std::array known{"tag-cleanup"_L1, "person-cleanup"_L1, "user-cleanup"_L1, "memory-cleanup"_L1,
                               "memory-create"_L1};
    if (std::ranges::find(known, *name) == known.end()) {
        return request.refuse(
            http::invalidInput(u"name"_s, name->toUtf8(),
                               u"tag-cleanup, person-cleanup, user-cleanup, memory-cleanup or memory-create"_s)
                .value());
    }
    const auto done = *name == "tag-cleanup"_L1 ? dropUnusedTags(services) : Result<void>();
    return done ? Reply() : request.refuse(done.error());
}

} // namespace

std::vector<http::Route> queueRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/jobs", list, u"job.read"_s).access = http::Access::Admin;
    routes.post("/api/jobs", create, u"job.create"_s).access = http::Access::Admin;
    routes.put("/api/jobs/{name}", command, u"job.create"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server

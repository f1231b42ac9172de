// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/task_routes.h"

#include "base/clock.h"
#include "render/tasks.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/task_json.h"

#include <QJsonArray>
#include <QSet>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr int mostTasks = 1000;
constexpr qsizetype longestKey = 255;

Result<render::TaskRequest> requestOf(const Request &request)
{
    const auto body = objectOf(request);
    auto asked = body ? render::taskRequestFrom(*body) : Result<render::TaskRequest>(failed(body));
    if (!asked) {
        return asked;
    }
    const QByteArrayView key = request.header("Idempotency-Key");
    if (key.size() > longestKey) {
        return http::invalidInput(u"Idempotency-Key"_s, key, u"at most %1 characters"_s.arg(longestKey));
    }
    asked->idempotencyKey = QString::fromUtf8(key);
    return asked;
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto asked = requestOf(request);
    if (!asked) {
        return request.refuse(asked.error());
    }
    const auto made = services.tasks->create(callerOf(request), *asked);
    return made ? renderReply(request, madeJson(*made), 201, RenderMessage::TaskMade) : request.refuse(made.error());
}

Result<render::TaskFilter> filterOf(const Request &request)
{
    render::TaskFilter filter;
    if (const auto text = request.query().get(u"status"_s); text && !text->isEmpty()) {
        filter.state = render::taskStateOf(*text);
        if (!filter.state) {
            return http::invalidInput(u"status"_s, text->toUtf8(), u"a state of tasks"_s);
        }
    }
    if (const auto text = request.query().get(u"render_engine"_s); text && !text->isEmpty()) {
        filter.engine = render::engineOf(*text);
        if (!filter.engine) {
            return http::invalidInput(u"render_engine"_s, text->toUtf8(), u"maya, ue, blender or command"_s);
        }
    }
    filter.unionId = request.query().get(u"unionid"_s).value_or(QString());
    return filter;
}

Reply list(const ApiServices &services, const Request &request)
{
    static constexpr std::array columns{
        SortColumn{u"created_at", "t.created_at"},    SortColumn{u"id", "t.id"},
        SortColumn{u"priority", "t.priority"},        SortColumn{u"status", "t.state"},
        SortColumn{u"started_at", "t.started_at"},    SortColumn{u"completed_at", "t.completed_at"},
        SortColumn{u"total_frames", "t.total_frames"}};
    const auto page = listPageOf(request, {columns});
    const auto filter = page ? filterOf(request) : Result<render::TaskFilter>(failed(page));
    if (!filter) {
        return request.refuse(filter.error());
    }
    const std::string order = std::string(page->column) + (page->isDescending ? " DESC" : "");
    const auto tasks = services.tasks->list(callerOf(request), *filter, order, page->size, page->offset());
    if (!tasks) {
        return request.refuse(tasks.error());
    }
    QJsonArray items;
    for (const render::Task &task : tasks->items) {
        items += taskJson(task, request.language(), wallMs());
    }
    return renderReply(request, pageJson(items, tasks->total, *page));
}

Result<render::Task> taskOf(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"task"_s);
    return id ? services.tasks->task(callerOf(request), *id) : failed(id);
}

Reply details(const ApiServices &services, const Request &request)
{
    const auto task = taskOf(services, request);
    return task ? renderReply(request, taskJson(*task, request.language(), wallMs())) : request.refuse(task.error());
}

Reply status(const ApiServices &services, const Request &request)
{
    const auto task = taskOf(services, request);
    return task ? renderReply(request, statusJson(*task, wallMs())) : request.refuse(task.error());
}

Result<std::vector<qint64>> taskIdsOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const QJsonValue list = (*body)[u"task_ids"];
    if (list.isUndefined()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"task_ids"_s}, {u"expected"_s, u"a list of ids"_s}});
    }
    const QJsonArray ids = list.toArray();
    if (!list.isArray() || ids.size() > mostTasks) {
        return http::invalidInput(u"task_ids"_s, QByteArray::number(ids.size()),
                                  u"a list of at most %1 ids"_s.arg(mostTasks));
    }
    std::vector<qint64> wanted;
    QSet<qint64> seen;
    for (const QJsonValue value : ids) {
        const qint64 id = value.toInteger(-1);
        if (id < 0) {
            return http::invalidInput(u"task_ids"_s, value.toVariant().toString().toUtf8(), u"whole numbers"_s);
        }
        if (!seen.contains(id)) {
            seen.insert(id);
            wanted.push_back(id);
        }
    }
    return wanted;
}

Reply batchStatus(const ApiServices &services, const Request &request)
{
    const auto ids = taskIdsOf(request);
    if (!ids) {
        return request.refuse(ids.error());
    }
    const auto tasks = services.tasks->some(callerOf(request), *ids);
    if (!tasks) {
        return request.refuse(tasks.error());
    }
    QSet<qint64> found;
    QJsonArray items;
    for (const render::Task &task : *tasks) {
        found.insert(task.id);
        items += statusJson(task, wallMs());
    }
    QJsonArray missing;
    for (const qint64 id : *ids) {
        if (!found.contains(id)) {
            missing += id;
        }
    }
    return renderReply(request, QJsonObject{{u"items"_s, items}, {u"missing"_s, missing}});
}

using Move = Result<render::Task> (render::Tasks::*)(const render::Caller &, qint64);

Reply moved(const ApiServices &services, const Request &request, Move move, RenderMessage message)
{
    const auto id = rowIdOf(request, u"task"_s);
    const auto task = id ? (services.tasks->*move)(callerOf(request), *id) : Result<render::Task>(failed(id));
    if (!task) {
        return request.refuse(task.error());
    }
    return renderReply(request, QJsonObject{{u"id"_s, task->id}, {u"status"_s, nameOf(task->state)}}, 200, message);
}

Reply cancel(const ApiServices &services, const Request &request)
{
    return moved(services, request, &render::Tasks::cancel, RenderMessage::TaskCancelled);
}

Reply pause(const ApiServices &services, const Request &request)
{
    return moved(services, request, &render::Tasks::pause, RenderMessage::TaskPaused);
}

Reply resume(const ApiServices &services, const Request &request)
{
    return moved(services, request, &render::Tasks::resume, RenderMessage::TaskResumed);
}

Reply cleanUp(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"task"_s);
    const auto bytes = id ? services.tasks->cleanUp(callerOf(request), *id) : Result<qint64>(failed(id));
    return bytes ? renderReply(request, QJsonObject{{u"id"_s, *id}, {u"freed_bytes"_s, *bytes}})
                 : request.refuse(bytes.error());
}

Reply files(const ApiServices &services, const Request &request)
{
    static constexpr std::array columns{SortColumn{u"position", "position"}};
    constexpr int usual = 1000;
    const auto id = rowIdOf(request, u"task"_s);
    const auto page = id ? listPageOf(request, {columns, usual}) : Result<ListPage>(failed(id));
    // As the task names them, unless asked otherwise.
    const bool isDescending = page && page->isDescending && request.query().get(u"order"_s);
    const auto order = isDescending ? render::FileOrder::LastOn : render::FileOrder::FirstOn;
    const auto files =
        page ? services.tasks->files(callerOf(request), *id, page->size, page->offset(), order) : failed(page);
    if (!files) {
        return request.refuse(files.error());
    }
    QJsonArray assets;
    for (const render::TaskFile &file : files->items) {
        assets += fileJson(file);
    }
    return renderReply(request, QJsonObject{{u"task_id"_s, *id},
                                            {u"assets"_s, assets},
                                            {u"total_count"_s, files->counts.total},
                                            {u"missing_count"_s, files->counts.missing}});
}

} // namespace

std::vector<http::Route> taskRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.post("/api/tasks", create, u"job.create"_s).bodyLimit = http::Limits().bulkBytes;
    routes.get("/api/tasks", list, u"job.read"_s);
    routes.post("/api/tasks/batch-status", batchStatus, u"job.read"_s);
    routes.get("/api/tasks/{id}", details, u"job.read"_s);
    routes.get("/api/tasks/{id}/status", status, u"job.read"_s);
    routes.get("/api/tasks/{id}/assets", files, u"job.read"_s);
    routes.add("POST", "/api/tasks/{id}/cancel", cancel, u"job.create"_s);
    routes.add("POST", "/api/tasks/{id}/pause", pause, u"job.create"_s);
    routes.add("POST", "/api/tasks/{id}/resume", resume, u"job.create"_s);
    routes.add("POST", "/api/tasks/{id}/cleanup", cleanUp, u"job.create"_s);
    return routes.take();
}

} // namespace kinframe::server

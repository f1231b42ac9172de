// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/frame_routes.h"

#include "render/tasks.h"
#include "server/http/invalid_input.h"
#include "server/routes/long_call.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/task_json.h"

#include <QJsonArray>

#include <array>
#include <limits>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr int mostLogBytes = 1024 * 1024;
constexpr int usualLogBytes = 256 * 1024;

struct FramePlace
{
    qint64 task = 0;
    int number = 0;
};

Result<FramePlace> placeOf(const Request &request)
{
    const auto task = rowIdOf(request, u"task"_s);
    if (!task) {
        return failed(task);
    }
    const QString text = request.argument("n");
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"frame"_s}, {u"id"_s, text.left(80)}});
    }
    return FramePlace{*task, number};
}

Result<std::optional<render::FrameState>> stateOf(const Request &request)
{
    const auto text = request.query().get(u"status"_s);
    if (!text || text->isEmpty()) {
        return std::optional<render::FrameState>();
    }
    const auto state = render::frameStateOf(*text);
    if (!state) {
        return http::invalidInput(u"status"_s, text->toUtf8(), u"a state of frames"_s);
    }
    return state;
}

Reply list(const ApiServices &services, const Request &request)
{
    // All frames are made with their task: by that time they go by their numbers.
    static constexpr std::array columns{SortColumn{u"created_at", "created_at"},
                                        SortColumn{u"frame_number", "number"},
                                        SortColumn{u"id", "id"},
                                        SortColumn{u"status", "state"},
                                        SortColumn{u"started_at", "started_at"},
                                        SortColumn{u"completed_at", "completed_at"}};
    constexpr int usual = 20;
    constexpr int most = 10'000;
    const auto id = rowIdOf(request, u"task"_s);
    auto page = id ? listPageOf(request, {columns, usual, most}) : Result<ListPage>(failed(id));
    const auto state = page ? stateOf(request) : Result<std::optional<render::FrameState>>(failed(page));
    if (!state) {
        return request.refuse(state.error());
    }
    // From the first on, unless asked otherwise.
    page->isDescending = page->isDescending && request.query().get(u"order"_s);
    const auto frames = services.tasks->frames(callerOf(request), *id,
                                               {*state, page->isDescending, page->size, page->offset(), page->column});
    if (!frames) {
        return request.refuse(frames.error());
    }
    QJsonArray items;
    for (const render::Frame &frame : frames->items) {
        items += frameJson(frame, request.language());
    }
    return renderReply(request, pageJson(items, frames->total, *page));
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto place = placeOf(request);
    const auto frame = place ? services.tasks->frame(callerOf(request), place->task, place->number) : failed(place);
    return frame ? renderReply(request, frameJson(*frame, request.language())) : request.refuse(frame.error());
}

Reply log(const ApiServices &services, const Request &request)
{
    const auto place = placeOf(request);
    const auto attempt = place ? numberOf(request, u"attempt"_s, 0, 0, 10'000) : Result<int>(failed(place));
    const auto offset = numberOf(request, u"offset"_s, 0, 0, std::numeric_limits<int>::max());
    const auto limit = numberOf(request, u"limit"_s, usualLogBytes, 1, mostLogBytes);
    for (const auto *number : {&attempt, &offset, &limit}) {
        if (!*number) {
            return request.refuse(number->error());
        }
    }
    const auto log = services.tasks->log(callerOf(request), place->task, place->number, {*attempt, *offset, *limit});
    if (!log) {
        return request.refuse(log.error());
    }
    return renderReply(request, QJsonObject{{u"task_id"_s, place->task},
                                            {u"frame_number"_s, place->number},
                                            {u"attempt"_s, log->attempt},
                                            {u"attempts"_s, log->attempts},
                                            {u"offset"_s, log->offset},
                                            {u"size"_s, log->size},
                                            {u"is_growing"_s, log->isGrowing},
                                            {u"log"_s, QString::fromUtf8(log->text)}});
}

Reply again(const Request &request, const Result<qint64> &task, const Result<QList<int>> &numbers)
{
    if (!numbers) {
        return request.refuse(numbers.error());
    }
    QJsonArray frames;
    for (const int number : *numbers) {
        frames += number;
    }
    return renderReply(request, QJsonObject{{u"task_id"_s, *task}, {u"frames"_s, frames}, {u"status"_s, u"pending"_s}},
                       202);
}

Reply retry(const ApiServices &services, const Request &request)
{
    const auto place = placeOf(request);
    if (!place) {
        return request.refuse(place.error());
    }
    return again(request, place->task, services.tasks->retryFrame(callerOf(request), place->task, place->number));
}

Reply retryFailed(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"task"_s);
    return again(request, id, id ? services.tasks->retryFailed(callerOf(request), *id) : failed(id));
}

Reply fileReply(const render::Tasks::Output &output)
{
    http::FileBody body;
    body.path = output.path;
    body.contentType = output.mimeType;
    body.downloadName = output.fileName;
    return Reply::file(body);
}

Reply download(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"frame"_s, "frame_id");
    const auto output = id ? services.tasks->output(callerOf(request), *id) : Result<render::Tasks::Output>(failed(id));
    return output ? fileReply(*output) : request.refuse(output.error());
}

Reply preview(const ApiServices &services, const Request &request)
{
    constexpr int usualRate = 24;
    constexpr int highestRate = 120;
    const auto id = rowIdOf(request, u"task"_s);
    const auto rate = id ? numberOf(request, u"fps"_s, usualRate, 1, highestRate) : Result<int>(failed(id));
    if (!rate) {
        return request.refuse(rate.error());
    }
    LongCall call(services, request, u"preview"_s);
    const auto output = services.tasks->preview(
        callerOf(request), *id, *rate, [&call](qint64 done, qint64 total) { call.progress(done, total); },
        call.stopToken());
    return output ? fileReply(*output) : request.refuse(output.error());
}

} // namespace

std::vector<http::Route> frameRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.get("/api/tasks/{id}/frames", list, u"job.read"_s);
    routes.get("/api/tasks/{id}/frames/{n}", one, u"job.read"_s);
    routes.get("/api/tasks/{id}/frames/{n}/log", log, u"job.read"_s);
    routes.add("POST", "/api/tasks/{id}/frames/retry-failed", retryFailed, u"job.create"_s);
    routes.add("POST", "/api/tasks/{id}/frames/{n}/retry", retry, u"job.create"_s);
    routes.get("/api/files/download/{frame_id}", download, u"asset.download"_s).way = http::Way::Straight;
    routes.get("/api/tasks/{id}/preview", preview, u"asset.download"_s).way = http::Way::Straight;
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/download_routes.h"

#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/download_json.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "transfer/downloads/downloads.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using transfer::Downloads;
using transfer::DownloadTask;

constexpr int usualSize = 50;
constexpr int mostSize = 1000;

QJsonArray itemsOf(const std::vector<DownloadTask> &tasks, const Request &request)
{
    QJsonArray items;
    for (const DownloadTask &task : tasks) {
        items += downloadJson(task, request.language());
    }
    return items;
}

Reply taskReply(const Request &request, const Result<DownloadTask> &task)
{
    return task ? Reply::json(downloadJson(*task, request.language())) : request.refuse(task.error());
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    auto wanted = body ? downloadsIn(*body) : failed(body);
    if (!wanted) {
        return request.refuse(wanted.error());
    }
    for (transfer::NewDownload &one : *wanted) {
        one.user = request.principal()->uuid;
    }
    const auto made = services.downloads->add(std::move(*wanted));
    return made ? Reply::json(QJsonObject{{u"items"_s, itemsOf(*made, request)}}, 201) : request.refuse(made.error());
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto page = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = page ? numberOf(request, u"size"_s, usualSize, 1, mostSize) : page;
    if (!size) {
        return request.refuse(size.error());
    }
    transfer::DownloadFilter filter;
    if (const auto text = request.query().get(u"status"_s); text && !text->isEmpty()) {
        filter.status = transfer::downloadStatusOf(*text);
        if (!filter.status) {
            return request.refuse(http::invalidInput(u"status"_s, text->toUtf8(), u"a status of downloads"_s).value());
        }
    }
    const auto found = services.downloads->list(filter, *size, qint64(*page - 1) * *size);
    if (!found) {
        return request.refuse(found.error());
    }
    return Reply::json(QJsonObject{{u"items"_s, itemsOf(found->items, request)},
                                   {u"total"_s, found->total},
                                   {u"page"_s, *page},
                                   {u"size"_s, *size}});
}

using Act = Result<DownloadTask> (Downloads::*)(const QString &);

template <Act act>
Reply one(const ApiServices &services, const Request &request)
{
    return taskReply(request, (services.downloads->*act)(request.argument("taskId")));
}

Reply cancelAll(const ApiServices &services, const Request &request)
{
    const auto canceled = services.downloads->cancelAll();
    return canceled ? Reply::json(QJsonObject{{u"canceled"_s, *canceled}}) : request.refuse(canceled.error());
}

} // namespace

std::vector<http::Route> downloadRoutes(const ApiServices &services)
{
    RouteList routes(services, nullptr);
    for (const QByteArray path : {"/api/downloads", "/downloads"}) {
        routes.post(path, create, u"job.create"_s).bodyLimit = http::Limits().bulkBytes;
        routes.get(path, list, u"job.read"_s);
        routes.remove(path, cancelAll, u"job.create"_s);
        routes.get(path + "/{taskId}", one<&Downloads::find>, u"job.read"_s);
        routes.remove(path + "/{taskId}", one<&Downloads::cancel>, u"job.create"_s);
        routes.add("POST", path + "/{taskId}/pause", one<&Downloads::pause>, u"job.create"_s);
        routes.add("POST", path + "/{taskId}/resume", one<&Downloads::resume>, u"job.create"_s);
        routes.add("POST", path + "/{taskId}/retry", one<&Downloads::retry>, u"job.create"_s);
    }
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
    }
    return all;
}

} // namespace kinframe::server

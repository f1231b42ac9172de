// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/model_routes.h"

#include "faces/recognition.h"
#include "models/model_store.h"
#include "server/http/invalid_input.h"
#include "server/routes/doors.h"
#include "server/routes/long_call.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr qsizetype mostNames = 100;

QJsonObject fileJson(const models::FileStatus &file)
{
    const std::array states{u"missing"_s, u"verified"_s, u"wrong_hash"_s, u"unreadable"_s};
    return {{u"name"_s, file.name},
            {u"state"_s, states.at(size_t(file.state))},
            {u"size"_s, double(file.size)},
            {u"missingBytes"_s, double(file.missingBytes)}};
}

QJsonObject modelJson(const models::ModelStatus &status)
{
    QJsonArray files;
    for (const models::FileStatus &file : status.files) {
        files.append(fileJson(file));
    }
    const models::Model &model = status.model;
    return {{u"name"_s, model.name},
            {u"role"_s, model.role == models::ModelRole::Detector ? u"detector"_s : u"recogniser"_s},
            {u"usual"_s, model.usual},
            {u"dimensions"_s, model.dimensions},
            {u"licence"_s, model.licence},
            {u"licenceUrl"_s, model.licenceUrl.toString()},
            {u"note"_s, model.note},
            {u"form"_s, status.kind == models::ModelKind::Onnx ? u"onnx"_s : u"openvino"_s},
            {u"usable"_s, status.usable},
            {u"fetchable"_s, status.fetchable},
            {u"missingBytes"_s, double(status.missingBytes)},
            {u"files"_s, files}};
}

Reply status(const ApiServices &services, const Request &request)
{
    const auto chosen = services.recognition.chosen();
    if (!chosen) {
        return request.refuse(chosen.error());
    }
    QJsonArray models;
    for (const models::ModelStatus &one : services.models.status()) {
        models.append(modelJson(one));
    }
    return Reply::json(QJsonObject{{u"recogniser"_s, *chosen}, {u"models"_s, models}});
}

Result<QStringList> namesIn(const Request &request)
{
    if (request.body().isEmpty()) {
        return QStringList();
    }
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const QJsonValue value = body->value("names"_L1);
    if (!value.isUndefined() && (!value.isArray() || value.toArray().size() > mostNames)) {
        return http::invalidInput(u"names"_s, value.toString().toUtf8(),
                                  u"a list of at most %1 names of models"_s.arg(mostNames));
    }
    QStringList names;
    for (const QJsonValue name : value.toArray()) {
        if (!name.isString()) {
            return http::invalidInput(u"names"_s, {}, u"a list of names of models"_s);
        }
        names << name.toString();
    }
    return names;
}

Reply fetch(const ApiServices &services, const Request &request)
{
    const auto names = namesIn(request);
    if (!names) {
        return request.refuse(names.error());
    }
    LongCall call(services, request, u"models"_s);
    models::FetchOptions options;
    options.progress = [&call](const models::FetchProgress &progress) {
        call.say({{u"file"_s, progress.file}});
        call.progress(progress.bytes, progress.total);
    };
    const auto fetched = services.models.fetch(services.downloader, *names, options, call.stopToken());
    if (!fetched) {
        return request.refuse(fetched.error());
    }
    services.recognition.modelsChanged();
    return status(services, request);
}

Reply choose(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto name = body ? textIn(*body, u"recogniser"_s) : failed(body);
    if (!name) {
        return request.refuse(name.error());
    }
    if (!*name) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"recogniser"_s}, {u"expected"_s, u"the name of a model"_s}}, {}});
    }
    const auto chosen = services.recognition.choose(**name);
    return chosen ? status(services, request) : request.refuse(chosen.error());
}

Reply runAgain(const ApiServices &services, const Request &request)
{
    const auto photos = services.recognition.runAgain(0, request.stopToken());
    return photos ? Reply::json(QJsonObject{{u"photos"_s, double(*photos)}}, 202) : request.refuse(photos.error());
}

} // namespace

std::vector<http::Route> modelRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/models", status, u"systemConfig.read"_s);
    routes.post("/api/models/fetch", fetch, u"systemConfig.update"_s);
    routes.put("/api/models", choose, u"systemConfig.update"_s);
    routes.post("/api/recognition/run", runAgain, u"job.create"_s).body = http::BodyKind::None;
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
    }
    return all;
}

} // namespace kinframe::server

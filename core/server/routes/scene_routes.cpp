// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/scene_routes.h"

#include "render/files/files.h"
#include "render/scene/scene_analysis.h"
#include "server/http/invalid_input.h"
#include "server/routes/file_facts.h"
#include "server/routes/long_call.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/scene_answer.h"
#include "server/routes/scene_setup.h"
#include "server/routes/this_computer.h"

#include <QDir>
#include <QRegularExpression>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using render::SceneAccess;
using render::SceneAsk;

constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestName = 100;

/// The owner at this computer may have any file looked at, everybody else what the owner allows.
Result<SceneAccess> accessOf(const ApiServices &services, const Request &request)
{
    if (request.principal()->isOwner && mustBeHere(request)) {
        return SceneAccess::everywhere();
    }
    const auto settings = services.sceneAnalysis->settings();
    return settings ? Result<SceneAccess>(SceneAccess::within(settings->folders)) : failed(settings);
}

/// A path of some computer, not always of this one.
bool isAbsolute(const QString &path)
{
    static const QRegularExpression ofWindows(u"^([A-Za-z]:[/\\\\]|\\\\\\\\|//)"_s);
    return QDir::isAbsolutePath(path) || ofWindows.match(path).hasMatch();
}

Result<SceneAsk> askForPath(const ApiServices &services, const Request &request, const QJsonObject &body)
{
    const auto path = neededTextIn(body, u"scene_file"_s);
    if (!path) {
        return failed(path);
    }
    if (path->size() > longestPath || path->contains(QChar(u'\0')) || !isAbsolute(*path)) {
        return http::invalidInput(u"scene_file"_s, path->toUtf8(), u"an absolute path"_s);
    }
    auto access = accessOf(services, request);
    if (!access) {
        return failed(access);
    }
    if (access->isEverywhere() && !QDir::isAbsolutePath(*path)) {
        return fail(ErrorCode::SceneMissing, {{u"path"_s, *path}}); // a drive of another system
    }
    return SceneAsk{QDir::cleanPath(*path), *path, false, std::move(*access)};
}

Result<SceneAsk> askForStored(const ApiServices &services, const Request &request, const QJsonObject &body,
                              const std::stop_token &stop)
{
    const auto key = neededTextIn(body, u"oss_file_path"_s);
    const auto name = key ? neededTextIn(body, u"unionid"_s) : key;
    if (!name) {
        return failed(name);
    }
    auto access = accessOf(services, request);
    if (!access) {
        return failed(access);
    }
    const auto file = services.renderFiles->fileOfKey(askerOf(request), *key, stop);
    const auto path = file ? services.renderFiles->pathOf(*file) : Result<QString>(failed(file));
    return path ? Result<SceneAsk>(SceneAsk{*path, *key, true, std::move(*access), request.principal()->userId})
                : failed(path);
}

/// A key of the store that the caller finds the scene by; empty where they do not have its file.
QString keyFor(const ApiServices &services, const Request &request, const render::AnalysedScene &scene)
{
    const auto stored = services.renderFiles->existing(askerOf(request), {&scene.md5, 1});
    if (!stored || stored->empty()) {
        return {};
    }
    return scene.key.isEmpty() ? stored->front().storageKey() : scene.key;
}

/// Who the work is for: of no use to an analysis, but checked as everywhere.
Result<void> checkUnion(const Request &request, const QJsonObject &body)
{
    const auto name = textIn(body, u"unionid"_s);
    if (!name) {
        return failed(name);
    }
    if (*name && ((*name)->isEmpty() || (*name)->size() > longestName)) {
        return http::invalidInput(u"unionid"_s, (*name)->toUtf8(), u"a text of 1 to 100 characters"_s);
    }
    if (*name && !request.principal()->isAdmin && **name != request.principal()->name) {
        return fail(ErrorCode::NotYours, {{u"what"_s, u"name"_s}, {u"id"_s, **name}});
    }
    return {};
}

Result<SceneAsk> askOf(const ApiServices &services, const Request &request, const std::stop_token &stop)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    if (const auto checked = checkUnion(request, *body); !checked) {
        return failed(checked);
    }
    if (body->contains("oss_file_path"_L1) && !body->contains("scene_file"_L1)) {
        return askForStored(services, request, *body, stop);
    }
    return askForPath(services, request, *body);
}

Reply analyse(const ApiServices &services, const Request &request)
{
    LongCall call(services, request, u"scene"_s);
    const auto ask = askOf(services, request, call.stopToken());
    if (!ask) {
        return request.refuse(ask.error());
    }
    const auto scene = services.sceneAnalysis->analyse(*ask, call.stopToken());
    return scene ? renderReply(request, QJsonValue(sceneAnswer(*scene, request.language())), 200,
                               RenderMessage::SceneAnalysed)
                 : request.refuse(scene.error());
}

Reply known(const ApiServices &services, const Request &request)
{
    static const QRegularExpression shape(u"^[0-9A-Fa-f]{32}$"_s);
    const QString hash = request.argument("scene_hash");
    if (!shape.match(hash).hasMatch()) {
        return request.refuse(Error{ErrorCode::NotFound, {{u"what"_s, u"scene"_s}, {u"id"_s, hash.left(80)}}, {}});
    }
    const auto access = accessOf(services, request);
    if (!access) {
        return request.refuse(access.error());
    }
    const render::SceneReader reader{request.principal()->userId, request.principal()->isAdmin};
    auto scene =
        services.sceneAnalysis->known(QByteArray::fromHex(hash.toLatin1()), *access, request.stopToken(), reader);
    if (scene && scene->name.isEmpty()) {
        scene->name = keyFor(services, request, *scene);
    }
    return scene ? renderReply(request, QJsonValue(sceneAnswer(*scene, request.language())))
                 : request.refuse(scene.error());
}

Reply settings(const ApiServices &services, const Request &request)
{
    const auto settings = services.sceneAnalysis->settings();
    return settings ? renderReply(request, QJsonValue(sceneSetupJson(*settings))) : request.refuse(settings.error());
}

Reply changeSettings(const ApiServices &services, const Request &request)
{
    if (const auto here = mustBeHere(request); !here) {
        return request.refuse(here.error());
    }
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto before = services.sceneAnalysis->settings();
    const auto changed = before ? sceneSetupFrom(*body, *before) : before;
    if (!changed) {
        return request.refuse(changed.error());
    }
    const auto set = services.sceneAnalysis->set(*changed);
    return set ? renderReply(request, QJsonValue(sceneSetupJson(*changed))) : request.refuse(set.error());
}

} // namespace

std::vector<http::Route> sceneRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.post("/api/scene/analyse", analyse, u"asset.read"_s);
    routes.get("/api/scene/analyse/{scene_hash}", known, u"asset.read"_s);
    routes.get("/api/scene/settings", settings, u"systemConfig.read"_s).access = http::Access::Admin;
    routes.put("/api/scene/settings", changeSettings, u"systemConfig.update"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server

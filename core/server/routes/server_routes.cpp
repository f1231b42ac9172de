// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/server_routes.h"

#include "base/clock.h"
#include "base/json_values.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/server_json.h"
#include "transfer/downloads/downloads.h"
#include "transfer/remote/servers.h"
#include "transfer/secrets/secret_store.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using transfer::RemoteGroup;
using transfer::RemoteServer;
using transfer::Servers;

constexpr int usualSize = 100;
constexpr int mostSize = 1000;

QString nameOf(const Request &request)
{
    return request.argument("name");
}

Reply serverReply(const Request &request, const Result<RemoteServer> &server, int status = 200)
{
    return server ? Reply::json(serverJson(*server, request.language()), status) : request.refuse(server.error());
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto servers = services.servers->list();
    const auto place = services.secrets->place().get();
    if (!servers || !place) {
        return request.refuse(!servers ? servers.error() : place.error());
    }
    QJsonArray items;
    for (const RemoteServer &server : *servers) {
        items += serverJson(server, request.language());
    }
    // People are told where what signs in lies, above all where no keychain guards it.
    const bool isFile = place->kind == transfer::SecretPlace::Kind::File;
    const QJsonObject credentials{{u"place"_s, isFile ? u"file"_s : u"keychain"_s},
                                  {u"path"_s, isFile ? QJsonValue(place->path) : QJsonValue(QJsonValue::Null)}};
    return Reply::json(QJsonObject{{u"items"_s, items}, {u"credentials"_s, credentials}});
}

/// The texts of a body by their names; each may be missing.
Result<void> textsIn(const QJsonObject &body, std::initializer_list<std::pair<QString, QString *>> fields)
{
    for (const auto &[name, text] : fields) {
        auto given = textOrNullIn(body, name);
        if (!given) {
            return failed(given);
        }
        *text = given->value_or(QString());
    }
    return {};
}

Result<transfer::SignIn> signInIn(const QJsonObject &body)
{
    transfer::SignIn signIn;
    auto read =
        textsIn(body, {{u"apiKey"_s, &signIn.apiKey}, {u"email"_s, &signIn.email}, {u"password"_s, &signIn.password}});
    return read ? Result<transfer::SignIn>(std::move(signIn)) : failed(read);
}

Reply add(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    auto signIn = body ? signInIn(*body) : failed(body);
    if (!signIn) {
        return request.refuse(signIn.error());
    }
    transfer::NewServer wanted;
    wanted.signIn = std::move(*signIn);
    if (const auto read = textsIn(
            *body, {{u"name"_s, &wanted.name}, {u"url"_s, &wanted.url}, {u"fingerprint"_s, &wanted.fingerprint}});
        !read) {
        return request.refuse(read.error());
    }
    return serverReply(request, services.servers->add(wanted, request.stopToken()), 201);
}

Reply show(const ApiServices &services, const Request &request)
{
    return serverReply(request, services.servers->find(nameOf(request)));
}

Reply change(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    transfer::ServerChange change;
    const std::pair<QString, std::optional<QString> *> fields[] = {
        {u"name"_s, &change.name}, {u"url"_s, &change.url}, {u"fingerprint"_s, &change.fingerprint}};
    for (const auto &[name, text] : fields) {
        auto given = textOrNullIn(*body, name);
        if (!given) {
            return request.refuse(given.error());
        }
        *text = std::move(*given);
    }
    return serverReply(request, services.servers->change(nameOf(request), change, request.stopToken()));
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto removed = services.servers->remove(nameOf(request));
    return removed ? Reply(204) : request.refuse(removed.error());
}

Reply test(const ApiServices &services, const Request &request)
{
    return jsonReply(request, services.servers->test(nameOf(request), request.stopToken()).map(serverFactsJson));
}

Reply signInAgain(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto signIn = body ? signInIn(*body) : failed(body);
    if (!signIn) {
        return request.refuse(signIn.error());
    }
    return serverReply(request, services.servers->signIn(nameOf(request), *signIn, request.stopToken()));
}

Reply sync(const ApiServices &services, const Request &request)
{
    const auto begun = services.servers->sync(nameOf(request), request.principal()->uuid);
    return begun ? serverReply(request, services.servers->find(nameOf(request)), 202) : request.refuse(begun.error());
}

Result<QUuid> idInQuery(const Request &request, const QString &name)
{
    const auto text = request.query().get(name);
    const QUuid id = text ? QUuid::fromString(*text) : QUuid();
    if (text && id.isNull()) {
        return http::invalidInput(name, text->toUtf8(), u"a UUID"_s);
    }
    return id;
}

Result<std::optional<qint64>> timeInQuery(const Request &request, const QString &name)
{
    const auto text = request.query().get(name);
    const auto time = text ? fromIso(*text) : std::nullopt;
    if (text && !time) {
        return http::invalidInput(name, text->toUtf8(), u"a time as ISO 8601"_s);
    }
    return time;
}

Result<transfer::RemoteFilter> filterOf(const Request &request)
{
    transfer::RemoteFilter filter;
    const auto from = timeInQuery(request, u"takenFrom"_s);
    const auto until = timeInQuery(request, u"takenUntil"_s);
    const auto album = idInQuery(request, u"albumId"_s);
    const auto person = idInQuery(request, u"personId"_s);
    const auto here = flagOf(request, u"isHere"_s);
    const QString type = request.query().get(u"type"_s).value_or(QString());
    for (const std::optional<Error> &error :
         {from ? std::nullopt : std::optional(from.error()), until ? std::nullopt : std::optional(until.error()),
          album ? std::nullopt : std::optional(album.error()), person ? std::nullopt : std::optional(person.error()),
          here ? std::nullopt : std::optional(here.error())}) {
        if (error) {
            return Failure(*error);
        }
    }
    if (!type.isEmpty() && type != "IMAGE"_L1 && type != "VIDEO"_L1) {
        return http::invalidInput(u"type"_s, type.toUtf8(), u"IMAGE or VIDEO"_s);
    }
    filter.text = request.query().get(u"text"_s).value_or(QString()).left(1000);
    filter.kind = type.isEmpty()       ? transfer::RemoteKind::All
                  : type == "VIDEO"_L1 ? transfer::RemoteKind::Video
                                       : transfer::RemoteKind::Image;
    filter.takenFrom = *from;
    filter.takenUntil = *until;
    filter.album = *album;
    filter.person = *person;
    filter.isHere = request.query().has(u"isHere"_s) ? std::optional(*here) : std::nullopt;
    return filter;
}

Reply assets(const ApiServices &services, const Request &request)
{
    const auto filter = filterOf(request);
    const auto limit = filter ? numberOf(request, u"limit"_s, usualSize, 1, mostSize) : failed(filter);
    if (!limit) {
        return request.refuse(limit.error());
    }
    const QString cursor = request.query().get(u"cursor"_s).value_or(QString());
    const auto page =
        services.servers->page(nameOf(request), userOf(request), *filter, *limit, cursor, request.stopToken());
    if (!page) {
        return request.refuse(page.error());
    }
    std::optional<qint64> total;
    if (cursor.isEmpty()) {
        // Counting looks at all of them: once, with the first page.
        const auto counted = services.servers->count(nameOf(request), userOf(request), *filter, request.stopToken());
        if (!counted) {
            return request.refuse(counted.error());
        }
        total = *counted;
    }
    QJsonArray items;
    for (const transfer::RemoteAsset &asset : page->items) {
        items += remoteAssetJson(asset);
    }
    return Reply::json(QJsonObject{{u"items"_s, items},
                                   {u"next"_s, page->next.isEmpty() ? QJsonValue() : QJsonValue(page->next)},
                                   {u"total"_s, numberOrNull(total)}});
}

using AskGroups = Result<std::vector<RemoteGroup>> (Servers::*)(const QString &, const std::stop_token &);

template <AskGroups ask>
Reply groups(const ApiServices &services, const Request &request)
{
    const auto found = (services.servers->*ask)(nameOf(request), request.stopToken());
    if (!found) {
        return request.refuse(found.error());
    }
    QJsonArray items;
    for (const RemoteGroup &group : *found) {
        items += remoteGroupJson(group);
    }
    return Reply::json(QJsonObject{{u"items"_s, items}});
}

Reply pictureReply(const Request &request, const Result<transfer::RemoteThumbnail> &picture)
{
    if (!picture) {
        return request.refuse(picture.error());
    }
    return Reply::bytes(picture->bytes, picture->contentType).set("Cache-Control", "private, max-age=86400");
}

Reply thumbnail(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"photo"_s);
    const QString size = request.query().get(u"size"_s).value_or(u"thumbnail"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    if (size != "thumbnail"_L1 && size != "preview"_L1) {
        return request.refuse(http::invalidInput(u"size"_s, size.toUtf8(), u"thumbnail or preview"_s).value());
    }
    return pictureReply(request,
                        services.servers->thumbnail(nameOf(request), *id, size == "preview"_L1, request.stopToken()));
}

Reply face(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"person"_s);
    return id ? pictureReply(request, services.servers->face(nameOf(request), *id, request.stopToken()))
              : request.refuse(id.error());
}

Result<std::vector<QUuid>> optionalIdsIn(const QJsonObject &body, const QString &field)
{
    return body.contains(field) ? idsIn(body, field) : std::vector<QUuid>();
}

Result<transfer::RemotePick> pickIn(const QJsonObject &body)
{
    auto assetIds = optionalIdsIn(body, u"assetIds"_s);
    auto albumIds = optionalIdsIn(body, u"albumIds"_s);
    auto personIds = optionalIdsIn(body, u"personIds"_s);
    const auto all = flagIn(body, u"all"_s);
    if (!assetIds || !albumIds || !personIds || !all) {
        return Failure(!assetIds    ? assetIds.error()
                       : !albumIds  ? albumIds.error()
                       : !personIds ? personIds.error()
                                    : all.error());
    }
    transfer::RemotePick pick{std::move(*assetIds), std::move(*albumIds), std::move(*personIds), all->value_or(false)};
    if (pick.assets.empty() && pick.albums.empty() && pick.people.empty() && !pick.all) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"assetIds"_s}, {u"expected"_s, u"ids, or albumIds, personIds, all"_s}});
    }
    return pick;
}

Reply download(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto wanted = body ? pickIn(*body) : failed(body);
    const auto to = wanted ? textIn(*body, u"to"_s) : failed(wanted);
    if (!to) {
        return request.refuse(to.error());
    }
    const QString target = to->value_or(u"gallery"_s);
    if (target != "gallery"_L1 && target != "library"_L1) {
        return request.refuse(http::invalidInput(u"to"_s, target.toUtf8(), u"gallery or library"_s).value());
    }
    auto picked = services.servers->pick(nameOf(request), userOf(request), request.principal()->uuid, *wanted,
                                         target == "library"_L1 ? transfer::DownloadTarget::Library
                                                                : transfer::DownloadTarget::Gallery,
                                         request.stopToken());
    if (!picked) {
        return request.refuse(picked.error());
    }
    const auto added = services.downloads->add(std::move(picked->downloads), transfer::Downloads::OnExisting::Skip);
    if (!added) {
        return request.refuse(added.error());
    }
    return Reply::json(QJsonObject{{u"added"_s, qint64(added->size())},
                                   {u"alreadyHere"_s, picked->here},
                                   {u"unknown"_s, picked->unknown}},
                       202);
}

} // namespace

std::vector<http::Route> serverRoutes(const ApiServices &services)
{
    RouteList routes(services, nullptr);
    const QByteArray one = "/api/servers/{name}";
    routes.get("/api/servers", list, u"systemConfig.read"_s);
    routes.post("/api/servers", add, u"systemConfig.update"_s);
    routes.get(one, show, u"systemConfig.read"_s);
    routes.add("PATCH", one, change, u"systemConfig.update"_s).body = http::BodyKind::Json;
    routes.remove(one, remove, u"systemConfig.update"_s).body = http::BodyKind::None;
    routes.add("POST", one + "/test", test, u"systemConfig.read"_s);
    routes.post(one + "/sign-in", signInAgain, u"systemConfig.update"_s);
    routes.add("POST", one + "/sync", sync, u"job.create"_s);
    routes.get(one + "/assets", assets, u"asset.read"_s);
    routes.get(one + "/albums", groups<&Servers::albums>, u"album.read"_s);
    routes.get(one + "/people", groups<&Servers::people>, u"person.read"_s);
    routes.get(one + "/assets/{id}/thumbnail", thumbnail, u"asset.view"_s);
    routes.get(one + "/people/{id}/thumbnail", face, u"person.read"_s);
    routes.post(one + "/download", download, u"job.create"_s).bodyLimit = http::Limits().bulkBytes;
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
    }
    return all;
}

} // namespace kinframe::server

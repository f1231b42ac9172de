// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/api_key_routes.h"

#include "accounts/accounts.h"
#include "server/http/invalid_input.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/user_json.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using accounts::Principal;
using http::Reply;
using http::Request;

constexpr qsizetype mostPermissions = 500;

/// None where the field is missing; clients of before there were any mean all.
Result<std::optional<std::vector<QString>>> permissionsIn(const QJsonObject &body)
{
    const QJsonValue value = body.value("permissions"_L1);
    if (value.isUndefined()) {
        return std::optional<std::vector<QString>>();
    }
    const QJsonArray array = value.toArray();
    if (array.isEmpty() || array.size() > mostPermissions) {
        return http::invalidInput(u"permissions"_s, {}, u"a list of names of permissions"_s);
    }
    std::vector<QString> names;
    for (const QJsonValue name : array) {
        names.push_back(name.toString());
    }
    return std::optional(std::move(names));
}

/// Whom the key is for. Another user's only with the owner's own key, which lies in the library's folder: who has it
/// could read all files anyway. An admin signed in over the network reaches nobody else's photos this way.
Result<Principal> holderOf(const ApiServices &services, const Request &request, const QJsonObject &body)
{
    if (!body.contains(u"user"_s)) {
        return *request.principal();
    }
    if (request.principal()->credential != Principal::Credential::OwnerKey || !request.isLoopback()) {
        return fail(ErrorCode::Forbidden, {{u"what"_s, u"make keys for others"_s}});
    }
    auto user = services.accounts.findUser(body.value(u"user"_s).toString());
    return user ? Result<Principal>(accounts::Accounts::principalOf(*user)) : failed(user);
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto name = textIn(*body, u"name"_s);
    const auto permissions = permissionsIn(*body);
    if (!name || !permissions) {
        return request.refuse(!name ? name.error() : permissions.error());
    }
    const auto holder = holderOf(services, request, *body);
    if (!holder) {
        return request.refuse(holder.error());
    }
    const auto created = services.accounts.createKey(*holder, name->value_or(u"API Key"_s),
                                                     permissions->value_or(std::vector<QString>{u"all"_s}));
    if (!created) {
        return request.refuse(created.error());
    }
    return Reply::json(QJsonObject{{u"secret"_s, created->secret}, {u"apiKey"_s, keyJson(created->key)}}, 201);
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto keys = services.accounts.keys(userOf(request));
    if (!keys) {
        return request.refuse(keys.error());
    }
    QJsonArray array;
    for (const accounts::ApiKey &key : *keys) {
        array.append(keyJson(key));
    }
    return Reply::json(array);
}

Reply keyReply(const Request &request, const Result<accounts::ApiKey> &key)
{
    return key ? Reply::json(keyJson(*key)) : request.refuse(key.error());
}

Reply mine(const ApiServices &services, const Request &request)
{
    const Principal &principal = *request.principal();
    if (principal.credential == Principal::Credential::OwnerKey) {
        // The key in the library's folder has no row of its own; clients only look at what it may.
        accounts::ApiKey key;
        key.uuid = principal.uuid;
        key.name = u"owner.key"_s;
        return Reply::json(keyJson(key));
    }
    if (principal.credential != Principal::Credential::ApiKey) {
        return request.refuse({ErrorCode::Forbidden, {{u"what"_s, u"ask for the key without using one"_s}}, {}});
    }
    return keyReply(request, services.accounts.key(principal.userId, principal.credentialId));
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"key"_s);
    return id ? keyReply(request, services.accounts.key(userOf(request), *id)) : request.refuse(id.error());
}

Reply update(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"key"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto name = textIn(*body, u"name"_s);
    const auto permissions = permissionsIn(*body);
    if (!name || !permissions) {
        return request.refuse(!name ? name.error() : permissions.error());
    }
    return keyReply(request, services.accounts.updateKey(*request.principal(), *id, *name, *permissions));
}

Reply revoke(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"key"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto done = services.accounts.revokeKey(userOf(request), *id);
    return done ? Reply() : request.refuse(done.error());
}

} // namespace

std::vector<http::Route> apiKeyRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.post("/api/api-keys", create, u"apiKey.create"_s);
    routes.get("/api/api-keys", list, u"apiKey.read"_s);
    routes.get("/api/api-keys/me", mine, {});
    routes.get("/api/api-keys/{id}", one, u"apiKey.read"_s);
    routes.put("/api/api-keys/{id}", update, u"apiKey.update"_s);
    routes.remove("/api/api-keys/{id}", revoke, u"apiKey.delete"_s);
    return routes.take();
}

} // namespace kinframe::server

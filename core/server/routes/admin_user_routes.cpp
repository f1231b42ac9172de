// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/admin_user_routes.h"

#include "accounts/accounts.h"
#include "accounts/passwords.h"
#include "base/clock.h"
#include "server/routes/account_lists.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/user_input.h"
#include "server/routes/user_json.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using accounts::User;
using http::Reply;
using http::Request;

// Nobody looks through more of them.
constexpr int mostDeleted = 1000;

Reply userReply(const Request &request, const Result<User> &user, int status = 200)
{
    return user ? Reply::json(userJson(*user), status) : request.refuse(user.error());
}

Result<QJsonArray> everyone(const ApiServices &services, bool withDeleted)
{
    const auto users = everyUser(services);
    if (!users) {
        return failed(users);
    }
    QJsonArray array;
    for (const User &user : *users) {
        array.append(userJson(user));
    }
    if (withDeleted) {
        const auto deleted = services.accounts.deletedUsers(mostDeleted);
        if (!deleted) {
            return failed(deleted);
        }
        for (const User &user : *deleted) {
            array.append(userJson(user));
        }
    }
    return array;
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto withDeleted = flagOf(request, u"withDeleted"_s);
    return withDeleted ? jsonReply(request, everyone(services, *withDeleted)) : request.refuse(withDeleted.error());
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto wanted = body ? newUserIn(*body) : failed(body);
    return wanted ? userReply(request, services.accounts.createUser(*wanted), 201) : request.refuse(wanted.error());
}

Result<User> userOfPath(const ApiServices &services, const Request &request)
{
    auto id = idOf(request, u"user"_s);
    return id ? services.accounts.user(*id) : failed(id);
}

Reply one(const ApiServices &services, const Request &request)
{
    return userReply(request, userOfPath(services, request));
}

/// An admin who signs in from elsewhere reaches nobody else's photos; a new password for another admin or the owner
/// would be a way to.
Result<void> checkMaySet(const Request &request, const User &user)
{
    const accounts::Principal &by = *request.principal();
    if (user.id == by.userId || by.isOwner || (!user.isOwner && !user.isAdmin)) {
        return {};
    }
    return fail(ErrorCode::Forbidden, {{u"what"_s, u"set the password of an admin"_s}});
}

Reply update(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto changes = body ? adminChangesIn(*body) : failed(body);
    const auto password = body ? textIn(*body, u"password"_s) : failed(body);
    if (!changes || !password) {
        return request.refuse(!changes ? changes.error() : password.error());
    }
    const auto user = userOfPath(services, request);
    if (!user) {
        return request.refuse(user.error());
    }
    if (*password) {
        const auto checked = accounts::checkPassword(**password);
        const auto may = checkMaySet(request, *user);
        if (!checked || !may) {
            return request.refuse(!checked ? checked.error() : may.error());
        }
    }
    if (const auto changed = services.accounts.updateUser(user->uuid, *changes); !changed) {
        return request.refuse(changed.error());
    }
    if (*password) {
        const bool isSelf = user->id == request.principal()->userId;
        const auto set =
            services.accounts.setPassword(user->uuid, **password, isSelf ? request.principal()->credentialId : QUuid());
        // Setting it takes the demand for a new one away; an admin may want both.
        if (!set || (changes->mustChangePassword && *changes->mustChangePassword &&
                     !services.accounts.updateUser(user->uuid, {.mustChangePassword = true}))) {
            return request.refuse(set ? Error{} : set.error());
        }
    }
    return userReply(request, services.accounts.user(user->uuid));
}

Reply remove(const ApiServices &services, const Request &request)
{
    auto user = userOfPath(services, request);
    if (!user) {
        return request.refuse(user.error());
    }
    if (const auto done = services.accounts.deleteUser(user->uuid); !done) {
        return request.refuse(done.error());
    }
    user->deletedAt = wallMs();
    return userReply(request, user);
}

Reply restore(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"user"_s);
    return userReply(request, id ? services.accounts.restoreUser(*id) : failed(id));
}

Reply sessionsOf(const ApiServices &services, const Request &request)
{
    const auto user = userOfPath(services, request);
    return jsonReply(request, user ? sessionsJson(services, request, user->id) : failed(user));
}

} // namespace

std::vector<http::Route> adminUserRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/admin/users", list, u"adminUser.read"_s);
    routes.post("/api/admin/users", create, u"adminUser.create"_s);
    routes.get("/api/admin/users/{id}", one, u"adminUser.read"_s);
    routes.put("/api/admin/users/{id}", update, u"adminUser.update"_s);
    // Clients say here whether the photos go too; they stay in any case.
    routes.remove("/api/admin/users/{id}", remove, u"adminUser.delete"_s).body = http::BodyKind::Json;
    routes.post("/api/admin/users/{id}/restore", restore, u"adminUser.delete"_s).body = http::BodyKind::None;
    routes.get("/api/admin/users/{id}/sessions", sessionsOf, u"adminSession.read"_s);
    std::vector<http::Route> all = routes.take();
    for (http::Route &route : all) {
        route.access = http::Access::Admin;
    }
    return all;
}

} // namespace kinframe::server

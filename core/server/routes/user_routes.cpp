// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/user_routes.h"

#include "accounts/accounts.h"
#include "accounts/failure_limiter.h"
#include "accounts/passwords.h"
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
using accounts::FailureLimiter;
using accounts::Principal;
using accounts::User;
using http::Reply;
using http::Request;

Reply userReply(const Request &request, const Result<User> &user)
{
    return user ? Reply::json(userJson(*user)) : request.refuse(user.error());
}

Reply me(const ApiServices &services, const Request &request)
{
    return userReply(request, services.accounts.user(request.principal()->uuid));
}

/// Those that photos can be shared with: everybody whom an admin let in.
Reply everybody(const ApiServices &services, const Request &request)
{
    const auto users = everyUser(services);
    if (!users) {
        return request.refuse(users.error());
    }
    QJsonArray array;
    for (const User &user : *users) {
        array.append(publicUserJson(user));
    }
    return Reply::json(array);
}

Reply one(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"user"_s);
    const auto user = id ? services.accounts.user(*id) : failed(id);
    return user ? Reply::json(publicUserJson(*user)) : request.refuse(user.error());
}

/// Nothing has to be shown to anybody before they can begin.
Reply onboarding(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"isOnboarded"_s, true}});
}

/// The session that asks, which a new password leaves signed in.
QUuid sessionOf(const Principal &principal)
{
    return principal.credential == Principal::Credential::Session ? principal.credentialId : QUuid();
}

Reply updateMe(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto changes = body ? ownChangesIn(*body) : failed(body);
    const auto password = body ? textIn(*body, u"password"_s) : failed(body);
    if (!changes || !password) {
        return request.refuse(!changes ? changes.error() : password.error());
    }
    const Principal &principal = *request.principal();
    if (*password) {
        // Who has nothing but a key must not make a password of it that lasts longer than the key.
        if (principal.credential == Principal::Credential::ApiKey) {
            return request.refuse({ErrorCode::Forbidden, {{u"what"_s, u"set a password with an API key"_s}}, {}});
        }
        if (const auto checked = accounts::checkPassword(**password); !checked) {
            return request.refuse(checked.error());
        }
    }
    const auto user = services.accounts.updateUser(principal.uuid, *changes);
    if (user && *password) {
        const auto set = services.accounts.setPassword(principal.uuid, **password, sessionOf(principal));
        if (!set) {
            return request.refuse(set.error());
        }
    }
    return userReply(request, user);
}

Reply changePassword(const ApiServices &services, FailureLimiter &limiter, const Request &request)
{
    const Principal &principal = *request.principal();
    const QString who = principal.uuid.toString();
    if (const qint64 wait = limiter.waitFor(who); wait > 0) {
        const QString seconds = QString::number((wait + 999) / 1000);
        Reply refused = request.refuse({ErrorCode::RateLimited, {{u"seconds"_s, seconds}}, {}});
        refused.set("Retry-After", seconds.toLatin1());
        return refused;
    }
    const auto body = objectOf(request);
    const auto present = body ? neededTextIn(*body, u"password"_s) : failed(body);
    const auto wanted = body ? neededTextIn(*body, u"newPassword"_s) : failed(body);
    if (!present || !wanted) {
        return request.refuse(!present ? present.error() : wanted.error());
    }
    if (const auto checked = accounts::checkPassword(*wanted); !checked) {
        return request.refuse(checked.error());
    }
    if (const auto changed = services.accounts.changePassword(principal, *present, *wanted); !changed) {
        limiter.failed(who);
        return request.refuse(changed.error());
    }
    limiter.succeeded(who);
    return me(services, request);
}

} // namespace

std::vector<http::Route> userRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/users/me", me, u"user.read"_s);
    routes.get("/api/user/me", me, u"user.read"_s);
    routes.get("/api/users/me/onboarding", onboarding, u"userOnboarding.read"_s);
    routes.put("/api/users/me/onboarding", onboarding, u"userOnboarding.update"_s);
    routes.get("/api/users", everybody, u"user.read"_s);
    routes.get("/api/users/{id}", one, u"user.read"_s);
    routes.put("/api/users/me", updateMe, u"user.update"_s);
    http::Route &change = routes.post("/api/auth/change-password", nullptr, u"auth.changePassword"_s);
    change.handler = [&services, limiter = std::make_shared<FailureLimiter>()](const Request &request) {
        return changePassword(services, *limiter, request);
    };
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/auth_routes.h"

#include "accounts/accounts.h"
#include "accounts/failure_limiter.h"
#include "server/http/cookie.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/user_json.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using accounts::FailureLimiter;
using http::Reply;
using http::Request;

// As long as a session lasts; the browser may keep its cookie so long.
constexpr qint64 sessionSeconds = 30LL * 24 * 3600;

void addCookie(Reply &reply, const Request &request, const QByteArray &name, const QByteArray &value, qint64 seconds)
{
    if (const auto cookie = http::setCookie(name, value, {request.isTls(), seconds})) {
        reply.add("Set-Cookie", *cookie);
    }
}

void addCookies(Reply &reply, const Request &request, const QByteArray &token, qint64 seconds)
{
    addCookie(reply, request, "immich_access_token", token, seconds);
    addCookie(reply, request, "immich_auth_type", "password", seconds);
    addCookie(reply, request, "immich_is_authenticated", "true", seconds);
}

Result<accounts::LoginRequest> loginOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const auto email = neededTextIn(*body, u"email"_s);
    const auto password = neededTextIn(*body, u"password"_s);
    if (!email || !password) {
        return !email ? failed(email) : failed(password);
    }
    accounts::LoginRequest login;
    login.email = email->trimmed();
    login.password = *password;
    const QString agent = QString::fromUtf8(request.header("User-Agent"));
    const QString model = QString::fromUtf8(request.header("devicemodel"));
    login.deviceType = model.isEmpty() ? agent.section(u' ', 0, 0) : model;
    login.deviceOs = QString::fromUtf8(request.header("devicetype"));
    return login;
}

Reply login(const ApiServices &services, FailureLimiter &limiter, const Request &request)
{
    const QString peer = request.peer().toString();
    if (const qint64 wait = limiter.waitFor(peer); wait > 0) {
        Reply refused =
            request.refuse({ErrorCode::RateLimited, {{u"seconds"_s, QString::number((wait + 999) / 1000)}}, {}});
        refused.set("Retry-After", QByteArray::number((wait + 999) / 1000));
        return refused;
    }
    const auto wanted = loginOf(request);
    if (!wanted) {
        return request.refuse(wanted.error());
    }
    const auto login = services.accounts.login(*wanted);
    if (!login) {
        if (login.error().code != ErrorCode::Unauthorized) {
            return request.refuse(login.error());
        }
        limiter.failed(peer);
        return request.refuse({ErrorCode::WrongLogin, {}, {}});
    }
    limiter.succeeded(peer);
    Reply reply = Reply::json(loginJson(login->user, login->token), 201);
    addCookies(reply, request, login->token.toLatin1(), sessionSeconds);
    return reply;
}

Reply logout(const ApiServices &services, const Request &request)
{
    const accounts::Principal &principal = *request.principal();
    if (principal.credential == accounts::Principal::Credential::Session) {
        const auto ended = services.accounts.revokeSession(principal.userId, principal.credentialId);
        // Gone already is as good.
        if (!ended && ended.error().kind() != ErrorKind::NotFound) {
            return request.refuse(ended.error());
        }
    }
    Reply reply = Reply::json(QJsonObject{{u"successful"_s, true}, {u"redirectUri"_s, u"/auth/login?autoLaunch=0"_s}});
    addCookies(reply, request, {}, 0);
    return reply;
}

Reply validate(const ApiServices &, const Request &)
{
    return Reply::json(QJsonObject{{u"authStatus"_s, true}});
}

/// Nothing is locked here, so there is no code to unlock it with.
Reply status(const ApiServices &services, const Request &request)
{
    const auto user = services.accounts.user(request.principal()->uuid);
    if (!user) {
        return request.refuse(user.error());
    }
    return Reply::json(
        QJsonObject{{u"isElevated"_s, false}, {u"password"_s, user->hasPassword}, {u"pinCode"_s, false}});
}

} // namespace

std::vector<http::Route> authRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    http::Route &signIn = routes.post("/api/auth/login", nullptr, {});
    signIn.access = http::Access::Open;
    signIn.handler = [&services, limiter = std::make_shared<FailureLimiter>()](const Request &request) {
        return login(services, *limiter, request);
    };
    routes.post("/api/auth/logout", logout, {}).body = http::BodyKind::None;
    http::Route &token = routes.post("/api/auth/validateToken", validate, {});
    token.body = http::BodyKind::None;
    token.place = http::Place::Inline;
    routes.get("/api/auth/status", status, {});
    return routes.take();
}

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/pairing_routes.h"

#include "accounts/accounts.h"
#include "accounts/failure_limiter.h"
#include "base/ids.h"
#include "library/settings.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using accounts::FailureLimiter;
using accounts::Pairings;
using http::Reply;
using http::Request;

/// Nobody from elsewhere is let in while the library is not shared.
Result<void> checkShared(const ApiServices &services, const Request &request)
{
    if (request.isLoopback() || library::Settings(services.library).isOn(library::setting::sharingOn)) {
        return {};
    }
    return fail(ErrorCode::Forbidden, {{u"what"_s, u"pair this device"_s}});
}

/// The reply to who guesses: later, and counted.
Reply refuseGuess(FailureLimiter &limiter, const Request &request, const Error &error)
{
    if (error.code == ErrorCode::Unauthorized) {
        limiter.failed(request.peer().toString());
    }
    return request.refuse(error);
}

std::optional<Reply> mustWait(const FailureLimiter &limiter, const Request &request)
{
    const qint64 wait = limiter.waitFor(request.peer().toString());
    if (wait <= 0) {
        return {};
    }
    const QString seconds = QString::number((wait + 999) / 1000);
    Reply refused = request.refuse({ErrorCode::RateLimited, {{u"seconds"_s, seconds}}, {}});
    refused.set("Retry-After", seconds.toLatin1());
    return refused;
}

Reply begin(const ApiServices &services, FailureLimiter &limiter, const Request &request)
{
    if (auto wait = mustWait(limiter, request)) {
        return std::move(*wait);
    }
    if (const auto shared = checkShared(services, request); !shared) {
        return request.refuse(shared.error());
    }
    const auto body = objectOf(request);
    const auto token = body ? neededTextIn(*body, u"token"_s) : failed(body);
    const auto name = body ? neededTextIn(*body, u"deviceName"_s) : failed(body);
    if (!token || !name) {
        return request.refuse(!token ? token.error() : name.error());
    }
    const auto asked = services.accounts.pairings().ask(*token, *name);
    if (!asked) {
        return refuseGuess(limiter, request, asked.error());
    }
    return Reply::json(QJsonObject{{u"id"_s, toText(asked->id)},
                                   {u"secret"_s, asked->secret},
                                   {u"code"_s, asked->code},
                                   {u"expiresInSeconds"_s, double(asked->lastsMs) / 1000}},
                       201);
}

Reply stand(const ApiServices &services, FailureLimiter &limiter, const Request &request)
{
    if (auto wait = mustWait(limiter, request)) {
        return std::move(*wait);
    }
    const auto id = idOf(request, u"device"_s);
    const auto body = objectOf(request);
    const auto secret = body ? neededTextIn(*body, u"secret"_s) : failed(body);
    if (!id || !secret) {
        return request.refuse(!id ? id.error() : secret.error());
    }
    const auto answer = services.accounts.pairings().answer(*id, *secret);
    if (!answer) {
        return refuseGuess(limiter, request, answer.error());
    }
    if (answer->isWaiting) {
        return Reply::json(QJsonObject{{u"state"_s, u"waiting"_s}});
    }
    const auto made = services.accounts.createKey(answer->by, answer->deviceName, {u"all"_s});
    if (!made) {
        return request.refuse(made.error());
    }
    return Reply::json(
        QJsonObject{{u"state"_s, u"confirmed"_s}, {u"key"_s, made->secret}, {u"name"_s, made->key.name}});
}

} // namespace

std::vector<http::Route> pairingRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    const auto limiter = std::make_shared<FailureLimiter>();
    const auto add = [&](const QByteArray &pattern,
                         Reply (*answer)(const ApiServices &, FailureLimiter &, const Request &)) {
        http::Route &route = routes.post(pattern, nullptr, {});
        route.access = http::Access::Open;
        route.handler = [&services, limiter, answer](const Request &request) {
            return answer(services, *limiter, request);
        };
    };
    add("/api/pairing", begin);
    add("/api/pairing/{id}", stand);
    return routes.take();
}

} // namespace kinframe::server

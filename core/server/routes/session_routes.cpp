// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/session_routes.h"

#include "accounts/accounts.h"
#include "server/routes/account_lists.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

namespace kinframe::server {
namespace {

using http::Reply;
using http::Request;
using namespace Qt::StringLiterals;

Reply list(const ApiServices &services, const Request &request)
{
    return jsonReply(request, sessionsJson(services, request, userOf(request)));
}

Reply end(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"session"_s);
    const auto ended = id ? services.accounts.revokeSession(userOf(request), *id) : failed(id);
    return ended ? Reply() : request.refuse(ended.error());
}

/// All but the one that asks; with a key or here all of them.
Reply endOthers(const ApiServices &services, const Request &request)
{
    const auto ended = services.accounts.revokeOtherSessions(userOf(request), request.principal()->credentialId);
    return ended ? Reply() : request.refuse(ended.error());
}

} // namespace

std::vector<http::Route> sessionRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/sessions", list, u"session.read"_s);
    routes.remove("/api/sessions", endOthers, u"session.delete"_s);
    routes.remove("/api/sessions/{id}", end, u"session.delete"_s);
    return routes.take();
}

} // namespace kinframe::server

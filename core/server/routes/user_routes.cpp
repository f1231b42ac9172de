// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/user_routes.h"

#include "accounts/accounts.h"
#include "base/clock.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/user_json.h"
#include "storage/database.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using accounts::User;
using http::Reply;
using http::Request;

constexpr int usersAtOnce = 1000;

Result<qint64> usedBytes(const ApiServices &services, qint64 userId)
{
    return services.library.database.read([&](storage::Connection &db) -> Result<qint64> {
        storage::Statement statement = db.prepare("SELECT coalesce(sum(size), 0) FROM asset WHERE owner_id = ?1");
        statement.bindAll(userId);
        statement.step();
        return statement.int64(0);
    });
}

Result<QJsonObject> jsonOf(const ApiServices &services, const Result<User> &user)
{
    if (!user) {
        return failed(user);
    }
    const auto used = usedBytes(services, user->id);
    return used ? Result<QJsonObject>(userJson(*user, *used)) : failed(used);
}

Reply me(const ApiServices &services, const Request &request)
{
    return jsonReply(request, jsonOf(services, services.accounts.user(request.principal()->uuid)));
}

Result<QJsonArray> everyone(const ApiServices &services)
{
    QJsonArray array;
    qint64 after = 0;
    while (true) {
        const auto users = services.accounts.users(after, usersAtOnce);
        if (!users) {
            return failed(users);
        }
        for (const User &user : *users) {
            const auto json = jsonOf(services, user);
            if (!json) {
                return failed(json);
            }
            array.append(*json);
            after = user.id;
        }
        if (users->size() < usersAtOnce) {
            return array;
        }
    }
}

Reply list(const ApiServices &services, const Request &request)
{
    return jsonReply(request, everyone(services));
}

Result<accounts::NewUser> newUserOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const auto email = neededTextIn(*body, u"email"_s);
    const auto name = neededTextIn(*body, u"name"_s);
    const auto password = neededTextIn(*body, u"password"_s);
    if (!email || !name || !password) {
        return !email ? failed(email) : !name ? failed(name) : failed(password);
    }
    const auto isAdmin = flagIn(*body, u"isAdmin"_s);
    const auto mustChange = flagIn(*body, u"shouldChangePassword"_s);
    if (!isAdmin || !mustChange) {
        return !isAdmin ? failed(isAdmin) : failed(mustChange);
    }
    return accounts::NewUser{*name, *email, *password, isAdmin->value_or(false), mustChange->value_or(false)};
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto wanted = newUserOf(request);
    if (!wanted) {
        return request.refuse(wanted.error());
    }
    return jsonReply(request, jsonOf(services, services.accounts.createUser(*wanted)), 201);
}

Result<User> userOfPath(const ApiServices &services, const Request &request)
{
    auto id = idOf(request, u"user"_s);
    return id ? services.accounts.user(*id) : failed(id);
}

Reply one(const ApiServices &services, const Request &request)
{
    return jsonReply(request, jsonOf(services, userOfPath(services, request)));
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
    return jsonReply(request, jsonOf(services, user));
}

} // namespace

std::vector<http::Route> userRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/users/me", me, u"user.read"_s);
    routes.get("/api/user/me", me, u"user.read"_s);
    routes.get("/api/admin/users", list, u"adminUser.read"_s).access = http::Access::Admin;
    routes.post("/api/admin/users", create, u"adminUser.create"_s).access = http::Access::Admin;
    routes.get("/api/admin/users/{id}", one, u"adminUser.read"_s).access = http::Access::Admin;
    http::Route &removing = routes.remove("/api/admin/users/{id}", remove, u"adminUser.delete"_s);
    removing.access = http::Access::Admin;
    // Clients say here whether the photos go too; they stay in any case.
    removing.body = http::BodyKind::Json;
    return routes.take();
}

} // namespace kinframe::server

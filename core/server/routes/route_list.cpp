// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/route_list.h"

namespace kinframe::server {

using http::Route;

RouteList::RouteList(const ApiServices &services, std::shared_ptr<const http::Door> door)
    : m_services(services)
    , m_door(std::move(door))
{
}

Route &RouteList::add(const QByteArray &method, const QByteArray &pattern, Answer answer, const QString &permission)
{
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.handler = [&services = m_services, answer](const http::Request &request) {
        return answer(services, request);
    };
    route.permission = permission;
    route.door = m_door;
    m_routes.push_back(std::move(route));
    return m_routes.back();
}

Route &RouteList::get(const QByteArray &pattern, Answer answer, const QString &permission)
{
    return add("GET", pattern, answer, permission);
}

Route &RouteList::post(const QByteArray &pattern, Answer answer, const QString &permission)
{
    Route &route = add("POST", pattern, answer, permission);
    route.body = http::BodyKind::Json;
    return route;
}

Route &RouteList::put(const QByteArray &pattern, Answer answer, const QString &permission)
{
    Route &route = add("PUT", pattern, answer, permission);
    route.body = http::BodyKind::Json;
    return route;
}

Route &RouteList::remove(const QByteArray &pattern, Answer answer, const QString &permission)
{
    return add("DELETE", pattern, answer, permission);
}

} // namespace kinframe::server

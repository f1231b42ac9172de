// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"
#include "server/routes/api_services.h"

#include <vector>

namespace kinframe::server {

/// Collects the routes of one resource, which share the services and the door.
class RouteList
{
public:
    using Answer = http::Reply (*)(const ApiServices &, const http::Request &);

    /// The services outlive the routes.
    RouteList(const ApiServices &services, std::shared_ptr<const http::Door> door);

    // Each gives the route that was added, to be completed before the next one.
    http::Route &get(const QByteArray &pattern, Answer answer, const QString &permission);
    /// With a JSON body.
    http::Route &post(const QByteArray &pattern, Answer answer, const QString &permission);
    http::Route &put(const QByteArray &pattern, Answer answer, const QString &permission);
    http::Route &remove(const QByteArray &pattern, Answer answer, const QString &permission);

    /// Any method, without a body.
    http::Route &add(const QByteArray &method, const QByteArray &pattern, Answer answer, const QString &permission);

    [[nodiscard]] std::vector<http::Route> take() { return std::move(m_routes); }

private:
    const ApiServices &m_services;
    std::shared_ptr<const http::Door> m_door;
    std::vector<http::Route> m_routes;
};

} // namespace kinframe::server

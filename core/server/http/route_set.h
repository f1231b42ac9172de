// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/route.h"
#include "server/http/route_table.h"

#include <vector>

namespace kinframe::http {

/// The routes of a server with what is worked out from them once. Immutable, so any thread may use it.
class RouteSet
{
public:
    /// InvalidArgument or Conflict for a row that cannot be.
    [[nodiscard]] static Result<RouteSet> make(std::vector<Route> routes);

    [[nodiscard]] int size() const { return int(m_routes.size()); }
    [[nodiscard]] const Route &at(int index) const { return m_routes[size_t(index)]; }
    [[nodiscard]] const RoutePattern &patternAt(int index) const { return m_patterns[size_t(index)]; }
    /// That of the route, or plainDoor().
    [[nodiscard]] const Door &doorAt(int index) const;
    /// The same; where there is no route (-1), the door that answers for such a path.
    [[nodiscard]] const Door &doorFor(int index, QByteArrayView path) const;
    [[nodiscard]] RouteMatch find(QByteArrayView method, QByteArrayView path) const
    {
        return m_table.find(method, path);
    }
    /// What the arguments of a route are called, with their values.
    [[nodiscard]] std::vector<std::pair<QByteArray, QString>> named(int index, std::vector<QString> values) const;

private:
    std::vector<Route> m_routes;
    std::vector<RoutePattern> m_patterns;
    std::vector<std::vector<QByteArray>> m_names;
    std::vector<std::pair<QByteArray, const Door *>> m_prefixes; ///< doors of the routes
    RouteTable m_table;
};

} // namespace kinframe::http

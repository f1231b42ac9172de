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
    [[nodiscard]] const Door &doorAt(int index) const;
    [[nodiscard]] RouteMatch find(QByteArrayView method, QByteArrayView path) const
    {
        return m_table.find(method, path);
    }
    /// The door of a path that exists under another method, or plainDoor().
    [[nodiscard]] std::vector<std::pair<QByteArray, QString>> named(int index, std::vector<QString> values) const;

private:
    std::vector<Route> m_routes;
    std::vector<RoutePattern> m_patterns;
    std::vector<std::vector<QByteArray>> m_names;
    RouteTable m_table;
};

} // namespace kinframe::http

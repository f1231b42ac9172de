// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route_pattern.h"

#include <memory>

namespace kinframe::http {

/// Where a request goes.
struct RouteMatch
{
    enum class Outcome {
        Found,
        NoRoute,     ///< 404
        WrongMethod, ///< 405, with `allowed`
        BadPath,     ///< 400, see RoutePath::parse
    };

    Outcome outcome = Outcome::NoRoute;
    int route = -1;                  ///< what add() was given
    std::vector<QString> arguments;  ///< decoded, in the order of the pattern
    std::vector<QByteArray> allowed; ///< methods, sorted, for Allow
};

/// Finds the route of a request in a tree of segments. Literals win over arguments, whatever the order of adding. HEAD
/// is answered by GET's route unless it has its own. Build it first; then any thread may search it.
class RouteTable
{
public:
    RouteTable();
    ~RouteTable();
    RouteTable(RouteTable &&) noexcept;
    RouteTable &operator=(RouteTable &&) noexcept;

    /// Conflict where the same method and pattern (whatever its arguments are called) are there already.
    [[nodiscard]] Result<void> add(const QByteArray &method, const RoutePattern &pattern, int route);
    /// `path` as it came, encoded and without the query.
    [[nodiscard]] RouteMatch find(QByteArrayView method, QByteArrayView path) const;

private:
    struct Node;
    std::unique_ptr<Node> m_root;
};

} // namespace kinframe::http

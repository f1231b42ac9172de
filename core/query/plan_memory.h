// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace kinframe::query {

/// How the rows of a query were found.
struct Plan
{
    std::optional<Access> page; ///< nothing: not asked for yet
    std::optional<Access> count;
    int pageLead = -1;
    int countLead = -1;
    std::chrono::steady_clock::time_point madeAt;
};

/// How the rows of queries were found lately, so that it is not found out again for the next page and the next look. Of
/// one connection; what is remembered changes how long a query takes, never its answer.
class PlanMemory
{
public:
    /// The plan of queries with that text, a new one where there is none. Valid until the next call.
    [[nodiscard]] Plan &of(const QString &text);

private:
    QHash<QString, Plan> m_plans;
};

/// Of a connection that has its functions (addFunctions).
[[nodiscard]] PlanMemory &planMemory(storage::Connection &connection);

} // namespace kinframe::query

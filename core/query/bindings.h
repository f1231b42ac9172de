// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace kinframe::query {

/// The values of one statement. Each has its number, so that the parts of the SQL can be put together in any order.
class Bindings
{
public:
    /// Gives the parameter that stands for the value, as `?7`.
    std::string add(Binding value)
    {
        m_values.push_back(std::move(value));
        return '?' + std::to_string(m_values.size());
    }
    [[nodiscard]] std::vector<Binding> take() { return std::move(m_values); }

private:
    std::vector<Binding> m_values;
};

} // namespace kinframe::query

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kinframe::storage {

/// A statement put together from its fixed parts; values are bound, never joined.
[[nodiscard]] inline std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string sql;
    for (const std::string_view part : parts) {
        sql.append(part);
    }
    return sql;
}

} // namespace kinframe::storage

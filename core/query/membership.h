// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace kinframe::query {

/// A condition as a set of assets, made by a SELECT of another table: `SELECT id FROM from WHERE where`.
struct Membership
{
    std::string from;
    std::string id;
    std::string where;
    bool isPositive = true;    ///< false: the assets outside of the set are meant
    bool isCorrelated = false; ///< it names the asset itself, so it cannot be made before one is seen
    bool isDistinct = false;   ///< no asset is in it twice

    [[nodiscard]] std::string select() const { return "SELECT " + id + " FROM " + from + " WHERE " + where; }
};

} // namespace kinframe::query

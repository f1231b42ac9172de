// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <QStringView>

#include <optional>

namespace kinframe::query {

/// A property that has a column of its own. Every other one is open: a row in `prop`, or none.
struct Column
{
    const char *name;
    Type type;
    const char *sql; ///< over `asset a`. Booleans: 1, 0 or NULL. Moments: milliseconds since 1970
    bool isNullable = true;
    const char *index = nullptr; ///< that finds rows by it, for one owner
    bool isCovered = false;      ///< the index of the timeline has it
    bool isReal = false;         ///< a number with a fraction, also where its value happens to be whole
};

/// nullptr: an open property. Names are case-sensitive.
[[nodiscard]] const Column *columnOf(QStringView name);
/// What is known of a property's values before a row is seen.
[[nodiscard]] Type typeOfProperty(QStringView name);
/// `people` and `albums`: their members are of `{id, name}`. Those of `tags` are texts.
[[nodiscard]] bool hasNamedMembers(QStringView collection);
/// Open, but always written with a fraction: 7 is 7.0.
[[nodiscard]] bool isRealProperty(QStringView name);
/// The tag that a `tag_X` key stands for; empty for other keys.
[[nodiscard]] QStringView tagOf(QStringView name);

} // namespace kinframe::query

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/compiler.h"

namespace kinframe::query {

/// A condition that can find its rows by itself, by an index of `asset` or as a set of another table.
struct Lead
{
    const Node *node = nullptr;
    const char *index = nullptr; ///< of `asset`; nullptr: a set
    std::string select;          ///< of a set: the ids of its assets
    std::string condition;       ///< on `asset a`, or on what it is joined with
    std::string joined = {};     ///< of a set in which no asset is twice: its table, joined with `asset a`
};

[[nodiscard]] std::optional<Lead> leadOf(const Node &node, Compiler &compiler);
/// The index in which the rows that meet the condition, all with one value, lie in the order of time; nullptr: none.
[[nodiscard]] const char *indexOfOneValue(const Node &node);

} // namespace kinframe::query

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
    std::string condition;       ///< on `asset a`
};

[[nodiscard]] std::optional<Lead> leadOf(const Node &node, Compiler &compiler);

} // namespace kinframe::query

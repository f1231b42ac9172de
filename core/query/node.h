// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <memory>
#include <vector>

namespace kinframe::query {

struct Function;
struct Node;
/// Shared, for a query is copied with its trees, and one alias may be used several times.
using NodePtr = std::shared_ptr<const Node>;

enum class Kind {
    Literal,    ///< value
    List,       ///< children: what stands between the brackets of `in`
    Property,   ///< name
    Variable,   ///< slot of its lambda; name: the member (`p/name`), empty for the variable itself
    And,        ///< two children or more
    Or,         ///< the same
    Not,        ///< one child
    Compare,    ///< op, two children
    In,         ///< a child and a List, or a collection (Property)
    Arithmetic, ///< op, two children
    Negate,     ///< one child
    Call,       ///< function, its arguments
    Any,        ///< name of the collection, slot; a child where there is a condition
    All,        ///< the same, always with a child
    Count,      ///< name of the collection
    IsUnset,    ///< name of an open property: it is false, or there is none
    Search,     ///< value: a word or phrase that is looked for in all texts
};

enum class Operator { Eq, Ne, Lt, Le, Gt, Ge, Add, Sub, Mul, Div, DivBy, Mod };

/// One expression of a query. What it holds besides kind, type and place depends on its kind.
struct Node
{
    Kind kind;
    Type type = Type::Any;
    qsizetype position = 0; ///< of its first character in the option
    int depth = 1;          ///< levels of the tree below and with it
    Operator op = Operator::Eq;
    int slot = -1;
    const Function *function = nullptr;
    QString name{};
    Value value{};
    std::vector<NodePtr> children{};
};

} // namespace kinframe::query

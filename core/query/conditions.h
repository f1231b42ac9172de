// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/node.h"

#include <vector>

namespace kinframe::query {

/// What a condition says of its property.
enum class Relation {
    Equal,
    NotEqual,
    AtLeast,
    More,
    AtMost,
    Less,
    Contains, ///< the text, whatever the case
    Starts,
    True,
    NotTrue, ///< false, or nobody said
    Some,    ///< there is a value
    None,
    Has, ///< of `tags`, `people` and `albums`: one of that name
    HasNot,
    Other, ///< more than this can say: only its text tells
};

/// One of the conditions that all must hold.
struct Condition
{
    QString property;
    Relation relation = Relation::Other;
    Value value{}; ///< where the relation is to something
    QString text;  ///< as a part of `$filter`
};

/// The conditions of a filter; what is put together in other ways than by AND is one of them.
[[nodiscard]] std::vector<Condition> conditionsOf(const NodePtr &filter);

/// With the text that belongs to it.
[[nodiscard]] Condition madeCondition(const QString &property, Relation relation, const Value &value = {});

/// All of them as one filter.
[[nodiscard]] QString textOf(const std::vector<Condition> &conditions);

/// Asks for a part of a text in the way that has a short cut, where the text says it in the long one.
[[nodiscard]] NodePtr simplified(const NodePtr &filter);

} // namespace kinframe::query

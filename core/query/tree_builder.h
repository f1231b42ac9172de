// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "query/functions.h"
#include "query/node.h"

#include <optional>

namespace kinframe::query {

/// What all parts of one query have used up of its limits.
struct Budget
{
    int nodes = 0;
    int listValues = 0;
    int slots = 0;
};

/// Makes the nodes of one option's tree, and keeps the limits and the rules of types. Every call gives nullptr after
/// the first failure, also where a child is nullptr.
class TreeBuilder
{
public:
    TreeBuilder(QString target, Budget &budget);

    NodePtr literal(qsizetype position, Value value);
    /// A value between the brackets of `in`, which counts there and not as a node.
    NodePtr listedLiteral(qsizetype position, Value value);
    NodePtr list(qsizetype position, std::vector<NodePtr> items);
    NodePtr property(qsizetype position, const QString &name);
    NodePtr variable(qsizetype position, int slot, const QString &member, Type type);
    NodePtr search(qsizetype position, const QString &words);
    /// And, Or: what is joined by the same already is taken apart, for a chain is not deep.
    NodePtr joined(Kind kind, const NodePtr &left, const NodePtr &right);
    NodePtr negated(qsizetype position, const NodePtr &condition);
    NodePtr compare(qsizetype position, Operator op, const NodePtr &left, const NodePtr &right);
    NodePtr isIn(qsizetype position, const NodePtr &value, const NodePtr &list);
    NodePtr arithmetic(qsizetype position, Operator op, const NodePtr &left, const NodePtr &right);
    NodePtr minus(qsizetype position, const NodePtr &operand);
    NodePtr call(qsizetype position, const Function &function, std::vector<NodePtr> arguments);
    NodePtr lambda(qsizetype position, Kind kind, const QString &collection, int slot, const NodePtr &condition);
    NodePtr isUnset(qsizetype position, const QString &name);
    NodePtr count(qsizetype position, const QString &collection);

    /// Keeps the first of them.
    NodePtr fail(qsizetype position, const QString &expected);
    NodePtr failWith(Error error);
    /// nullptr with a failure where the node cannot be true or false.
    NodePtr condition(const NodePtr &node);
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }
    [[nodiscard]] const QString &target() const { return m_target; }
    [[nodiscard]] Budget &budget() { return m_budget; }

private:
    NodePtr made(Node node);
    bool checkPattern(const Node &call);

    QString m_target;
    Budget &m_budget;
    std::optional<Error> m_error;
};

} // namespace kinframe::query

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/tree_builder.h"

#include "query/limits.h"
#include "query/pattern.h"
#include "query/property_map.h"
#include "query/query_error.h"
#include "query/type_rules.h"

namespace kinframe::query {

using namespace Qt::StringLiterals;

namespace {

bool isCollection(const NodePtr &node)
{
    return node->type == Type::Collection && node->kind == Kind::Property;
}

bool isNullLiteral(const NodePtr &node)
{
    return node->kind == Kind::Literal && isNull(node->value);
}

} // namespace

TreeBuilder::TreeBuilder(QString target, Budget &budget)
    : m_target(std::move(target))
    , m_budget(budget)
{
}

NodePtr TreeBuilder::fail(qsizetype position, const QString &expected)
{
    return failWith(notUnderstood(m_target, position, expected));
}

NodePtr TreeBuilder::failWith(Error error)
{
    if (!m_error) {
        m_error = std::move(error);
    }
    return nullptr;
}

NodePtr TreeBuilder::made(Node node)
{
    for (const NodePtr &child : node.children) {
        if (!child) {
            return nullptr;
        }
        node.depth = std::max(node.depth, child->depth + 1);
    }
    if (m_error) {
        return nullptr;
    }
    if (++m_budget.nodes > mostNodes) {
        return failWith(tooMuch(m_target, mostNodes, u"properties, values and operators"_s));
    }
    if (node.depth > mostDepth) {
        return failWith(tooMuch(m_target, mostDepth, u"levels within each other"_s));
    }
    return std::make_shared<const Node>(std::move(node));
}

NodePtr TreeBuilder::literal(qsizetype position, Value value)
{
    const Type type = typeOf(value);
    return made({.kind = Kind::Literal, .type = type, .position = position, .value = std::move(value)});
}

NodePtr TreeBuilder::listedLiteral(qsizetype position, Value value)
{
    if (++m_budget.listValues > mostListValuesOfAll) {
        return failWith(tooMuch(m_target, mostListValuesOfAll, u"values in all lists"_s));
    }
    const Type type = typeOf(value);
    return std::make_shared<const Node>(
        Node{.kind = Kind::Literal, .type = type, .position = position, .value = std::move(value)});
}

NodePtr TreeBuilder::list(qsizetype position, std::vector<NodePtr> items)
{
    return made({.kind = Kind::List, .type = Type::Collection, .position = position, .children = std::move(items)});
}

NodePtr TreeBuilder::property(qsizetype position, const QString &name)
{
    return made({.kind = Kind::Property, .type = typeOfProperty(name), .position = position, .name = name});
}

NodePtr TreeBuilder::variable(qsizetype position, int slot, const QString &member, Type type)
{
    return made({.kind = Kind::Variable, .type = type, .position = position, .slot = slot, .name = member});
}

NodePtr TreeBuilder::search(qsizetype position, const QString &words)
{
    return made({.kind = Kind::Search, .type = Type::Boolean, .position = position, .value = words});
}

NodePtr TreeBuilder::condition(const NodePtr &node)
{
    if (node && !isCondition(node->type)) {
        return fail(node->position, u"a condition"_s);
    }
    return node;
}

NodePtr TreeBuilder::joined(Kind kind, const NodePtr &left, const NodePtr &right)
{
    if (!condition(left) || !condition(right)) {
        return nullptr;
    }
    std::vector<NodePtr> children;
    for (const NodePtr &side : {left, right}) {
        if (side->kind == kind) {
            children.insert(children.end(), side->children.begin(), side->children.end());
        } else {
            children.push_back(side);
        }
    }
    return made({.kind = kind, .type = Type::Boolean, .position = left->position, .children = std::move(children)});
}

NodePtr TreeBuilder::negated(qsizetype position, const NodePtr &operand)
{
    if (!condition(operand)) {
        return nullptr;
    }
    return made({.kind = Kind::Not, .type = Type::Boolean, .position = position, .children = {operand}});
}

NodePtr TreeBuilder::compare(qsizetype position, Operator op, const NodePtr &left, const NodePtr &right)
{
    if (!left || !right) {
        return nullptr;
    }
    for (const NodePtr &side : {left, right}) {
        const NodePtr &other = side == left ? right : left;
        if (isCollection(side) && !isNullLiteral(other)) {
            return fail(side->position, u"any or all of its members, as in tags/any(t: t eq 'x')"_s);
        }
    }
    return made(
        {.kind = Kind::Compare, .type = Type::Boolean, .position = position, .op = op, .children = {left, right}});
}

NodePtr TreeBuilder::isIn(qsizetype position, const NodePtr &value, const NodePtr &list)
{
    if (value && isCollection(value)) {
        return fail(value->position, u"a property with one value"_s);
    }
    return made({.kind = Kind::In, .type = Type::Boolean, .position = position, .children = {value, list}});
}

NodePtr TreeBuilder::arithmetic(qsizetype position, Operator op, const NodePtr &left, const NodePtr &right)
{
    if (!left || !right) {
        return nullptr;
    }
    const auto type = arithmeticType(op, left->type, right->type);
    if (!type) {
        return fail(position, u"numbers, or dates with durations"_s);
    }
    return made({.kind = Kind::Arithmetic, .type = *type, .position = position, .op = op, .children = {left, right}});
}

NodePtr TreeBuilder::minus(qsizetype position, const NodePtr &operand)
{
    if (operand && !canBeNegative(operand->type)) {
        return fail(position, u"a number"_s);
    }
    const Type type = operand ? operand->type : Type::Any;
    return made({.kind = Kind::Negate, .type = type, .position = position, .children = {operand}});
}

NodePtr TreeBuilder::call(qsizetype position, const Function &function, std::vector<NodePtr> arguments)
{
    const auto count = int(arguments.size());
    if (count < function.least || count > function.most) {
        return fail(position, u"%1 with %2 argument(s)"_s.arg(QLatin1StringView(function.name)).arg(function.most));
    }
    for (int index = 0; index < count; ++index) {
        const NodePtr &argument = arguments[size_t(index)];
        const Argument wanted = function.arguments[size_t(index)];
        if (argument && !accepts(wanted, argument->type)) {
            return fail(argument->position, wordsFor(wanted));
        }
    }
    Node node{.kind = Kind::Call, .type = function.result, .position = position, .function = &function};
    node.children = std::move(arguments);
    return checkPattern(node) ? made(std::move(node)) : nullptr;
}

// A pattern that is written down is looked at here; one that comes from a property, where it is used.
bool TreeBuilder::checkPattern(const Node &call)
{
    if (QLatin1StringView(call.function->name) != "matchespattern"_L1 || !call.children[1]) {
        return true;
    }
    const auto *pattern = std::get_if<QString>(&call.children[1]->value);
    if (pattern == nullptr) {
        return true;
    }
    if (pattern->size() > mostPatternLength) {
        failWith(tooMuch(m_target, mostPatternLength, u"characters of a pattern"_s));
        return false;
    }
    if (const qsizetype wrong = firstWrongCharacter(*pattern); wrong >= 0) {
        // Behind the opening quote; quotes in the pattern that are doubled shift it a little, which does no harm.
        fail(call.children[1]->position + 1 + wrong, u"a regular expression"_s);
        return false;
    }
    return true;
}

NodePtr TreeBuilder::lambda(qsizetype position, Kind kind, const QString &collection, int slot, const NodePtr &body)
{
    Node node{.kind = kind, .type = Type::Boolean, .position = position, .slot = slot, .name = collection};
    if (body) {
        if (!condition(body)) {
            return nullptr;
        }
        node.children.push_back(body);
    }
    return made(std::move(node));
}

NodePtr TreeBuilder::isUnset(qsizetype position, const QString &name)
{
    return made({.kind = Kind::IsUnset, .type = Type::Boolean, .position = position, .name = name});
}

NodePtr TreeBuilder::count(qsizetype position, const QString &collection)
{
    return made({.kind = Kind::Count, .type = Type::Number, .position = position, .name = collection});
}

} // namespace kinframe::query

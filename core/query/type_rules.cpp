// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/type_rules.h"

namespace kinframe::query {
namespace {

bool isOpen(Type type)
{
    return type == Type::Any || type == Type::Null;
}

bool isPoint(Type type)
{
    return type == Type::Date || type == Type::Moment;
}

bool canBeCalculatedWith(Type type)
{
    return isOpen(type) || type == Type::Number || type == Type::Span || isPoint(type);
}

std::optional<Type> sumType(Type left, Type right)
{
    if (isPoint(left) && right == Type::Span) {
        return left;
    }
    if (left == Type::Span && isPoint(right)) {
        return right;
    }
    return left == Type::Span && right == Type::Span ? std::optional(Type::Span) : std::nullopt;
}

std::optional<Type> differenceType(Type left, Type right)
{
    if (isPoint(left) && isPoint(right)) {
        return Type::Span;
    }
    return right == Type::Span && left != Type::Number ? std::optional(left) : std::nullopt;
}

} // namespace

bool isCondition(Type type)
{
    return isOpen(type) || type == Type::Boolean;
}

bool canBeNegative(Type type)
{
    return isOpen(type) || type == Type::Number || type == Type::Span;
}

std::optional<Type> arithmeticType(Operator op, Type left, Type right)
{
    if (!canBeCalculatedWith(left) || !canBeCalculatedWith(right)) {
        return std::nullopt;
    }
    if (isOpen(left) || isOpen(right)) {
        return Type::Any;
    }
    if (left == Type::Number && right == Type::Number) {
        return Type::Number;
    }
    switch (op) {
    case Operator::Add:
        return sumType(left, right);
    case Operator::Sub:
        return differenceType(left, right);
    case Operator::Mul:
        return (left == Type::Span && right == Type::Number) || (left == Type::Number && right == Type::Span)
                   ? std::optional(Type::Span)
                   : std::nullopt;
    case Operator::Div:
    case Operator::DivBy:
        return left == Type::Span && right == Type::Number ? std::optional(Type::Span) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace kinframe::query

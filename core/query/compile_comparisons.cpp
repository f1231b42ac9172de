// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons: on columns as they are, so that indexes serve them, else by our own functions. None of them is null.
#include "query/compiler.h"
#include "query/property_map.h"
#include "query/sql_value.h"
#include "query/temporal.h"

#include <cmath>

namespace kinframe::query {
namespace {

// What a comparison of values that cannot be compared is.
std::string incomparable(Operator op)
{
    return op == Operator::Ne ? "1" : "0";
}

bool isEquality(Operator op)
{
    return op == Operator::Eq || op == Operator::Ne;
}

bool areSame(const Node &left, const Node &right)
{
    if (left.kind == Kind::Literal && right.kind == Kind::Literal) {
        return areEqual(left.value, right.value);
    }
    if (left.kind != Kind::List || right.kind != Kind::List || left.children.size() != right.children.size()) {
        return false;
    }
    for (size_t index = 0; index < left.children.size(); ++index) {
        if (!areSame(*left.children[index], *right.children[index])) {
            return false;
        }
    }
    return true;
}

// The point in time that a column of moments is compared with.
std::optional<Moment> momentFrom(const Value &value)
{
    Value point = value;
    if (const auto *text = std::get_if<QString>(&value)) {
        point = parseMomentOrDate(*text).value_or(Value());
    }
    if (const auto *date = std::get_if<Date>(&point)) {
        return Moment{date->days * 86'400, 0, 0};
    }
    const auto *moment = std::get_if<Moment>(&point);
    return moment != nullptr ? std::optional(*moment) : std::nullopt;
}

} // namespace

Operator mirrored(Operator op)
{
    switch (op) {
    case Operator::Lt:
        return Operator::Gt;
    case Operator::Le:
        return Operator::Ge;
    case Operator::Gt:
        return Operator::Lt;
    case Operator::Ge:
        return Operator::Le;
    default:
        return op;
    }
}

const char *sqlOf(Operator op)
{
    switch (op) {
    case Operator::Eq:
        return " = ";
    case Operator::Ne:
        return " <> ";
    case Operator::Lt:
        return " < ";
    case Operator::Le:
        return " <= ";
    case Operator::Gt:
        return " > ";
    default:
        return " >= ";
    }
}

std::string Compiler::comparison(const Node &node, bool isExact)
{
    const bool isTurned = node.children[0]->kind == Kind::Literal && node.children[1]->kind != Kind::Literal;
    const Node &left = *node.children[isTurned ? 1 : 0];
    const Node &right = *node.children[isTurned ? 0 : 1];
    const Operator op = isTurned ? mirrored(node.op) : node.op;
    if (left.kind == Kind::List || right.kind == Kind::List) {
        return isEquality(op) && areSame(left, right) == (op == Operator::Eq) ? "1" : "0";
    }
    if (right.kind == Kind::Literal) {
        if (isNull(right.value)) {
            return nullTest(left, op);
        }
        const auto *wanted = std::get_if<bool>(&right.value);
        if (wanted != nullptr && left.type == Type::Boolean && isEquality(op)) {
            return booleanTest(left, op, *wanted, isExact);
        }
        if (const auto column = plain(left)) {
            if (const auto sql = plainTest(*column, op, right.value, isExact)) {
                return *sql;
            }
        }
    }
    if (left.type == Type::Boolean && right.type == Type::Boolean && isEquality(op)) {
        return '(' + exact(left) + (op == Operator::Eq ? ") IS (" : ") IS NOT (") + exact(right) + ')';
    }
    return general(op, left, right);
}

std::string Compiler::general(Operator op, const Node &left, const Node &right)
{
    const bool isTurned = op == Operator::Gt || op == Operator::Ge;
    const std::string values = value(isTurned ? right : left) + ", " + value(isTurned ? left : right) + ')';
    switch (op) {
    case Operator::Eq:
        return "kf_eq(" + values;
    case Operator::Ne:
        return "(NOT kf_eq(" + values + ')';
    case Operator::Lt:
    case Operator::Gt:
        return "kf_lt(" + values;
    default:
        return "kf_le(" + values;
    }
}

std::string Compiler::nullTest(const Node &node, Operator op)
{
    if (!isEquality(op)) {
        return "0";
    }
    if (node.type == Type::Collection) {
        return incomparable(op);
    }
    const auto column = plain(node);
    const std::string sql = column ? column->sql : node.type == Type::Boolean ? exact(node) : value(node);
    return "((" + sql + (op == Operator::Eq ? ") IS NULL)" : ") IS NOT NULL)");
}

std::string Compiler::booleanTest(const Node &node, Operator op, bool wanted, bool isExact)
{
    if (op == Operator::Eq && wanted && !isExact) {
        return truth(node);
    }
    return "((" + exact(node) + (op == Operator::Eq ? ") IS " : ") IS NOT ") + (wanted ? "1)" : "0)");
}

// Nothing: the types need more than SQLite's own comparison.
std::optional<std::string> Compiler::plainTest(const Plain &column, Operator op, const Value &value, bool isExact)
{
    const Type type = typeOf(value);
    if (column.type == Type::Moment) {
        return momentTest(column, op, value);
    }
    if (column.isUuid || type != column.type) {
        const auto *text = std::get_if<QString>(&value);
        if (column.isUuid && isEquality(op) && (text != nullptr || type == Type::Guid)) {
            const QUuid uuid = text != nullptr ? QUuid(*text) : std::get<QUuid>(value);
            return column.sql + sqlOf(op) + m_bindings.add(uuid.toRfc4122());
        }
        return std::nullopt;
    }
    if (const auto *real = std::get_if<double>(&value); real != nullptr && std::isnan(*real)) {
        return incomparable(op);
    }
    if (column.isNullable && (op == Operator::Ne || (op == Operator::Eq && isExact))) {
        return '(' + column.sql + (op == Operator::Eq ? " IS " : " IS NOT ") + bound(value) + ')';
    }
    const std::string sql = column.sql + sqlOf(op) + bound(value);
    return column.isNullable && isExact ? "((" + sql + ") IS TRUE)" : '(' + sql + ')';
}

// The column has milliseconds: a moment between two of them lies behind the first and before the second.
std::string Compiler::momentTest(const Plain &column, Operator op, const Value &value)
{
    const auto moment = momentFrom(value);
    if (!moment) {
        return incomparable(op);
    }
    constexpr int nanosOfMs = 1'000'000;
    const qint64 ms = moment->seconds * 1000 + moment->nanos / nanosOfMs;
    if (moment->nanos % nanosOfMs != 0) {
        if (isEquality(op)) {
            return incomparable(op);
        }
        op = op == Operator::Lt || op == Operator::Le ? Operator::Le : Operator::Gt;
    }
    return '(' + column.sql + sqlOf(op) + m_bindings.add(ms) + ')';
}

std::string Compiler::inList(const Node &node, bool isExact)
{
    const Node &value = *node.children[0];
    const Node &list = *node.children[1];
    if (list.kind != Kind::List) {
        return inCollection(value, list);
    }
    const bool areLiterals = std::all_of(list.children.begin(), list.children.end(),
                                         [](const NodePtr &item) { return item->kind == Kind::Literal; });
    return areLiterals && value.kind != Kind::List ? inLiterals(value, list, isExact) : inExpressions(value, list);
}

std::string Compiler::inCollection(const Node &wanted, const Node &collection)
{
    if (collection.kind != Kind::Property || collection.name != QLatin1StringView("tags")) {
        return "0";
    }
    m_usesAsset = true;
    const std::string alias = newAlias('t');
    return "EXISTS (SELECT 1 FROM asset_tag " + alias + " WHERE " + alias + ".asset_id = a.id AND " + alias +
           ".tag = " + value(wanted) + ')';
}

std::string Compiler::inLiterals(const Node &wanted, const Node &list, bool isExact)
{
    const auto column = plain(wanted);
    const bool isPlain = column && !column->isUuid && column->type != Type::Moment;
    std::vector<Value> values;
    std::string places;
    bool hasNull = false;
    bool areOfColumn = isPlain;
    for (const NodePtr &item : list.children) {
        values.push_back(item->value);
        hasNull = hasNull || isNull(item->value);
        areOfColumn = areOfColumn && (isNull(item->value) || item->type == column->type);
    }
    if (!areOfColumn) {
        return "kf_in(" + value(wanted) + ", " + m_bindings.add(encodedList(values)) + ')';
    }
    for (const Value &item : values) {
        if (!isNull(item)) {
            places += (places.empty() ? "" : ", ") + bound(item);
        }
    }
    const std::string isListed = column->sql + " IN (" + places + ')';
    if (hasNull) {
        return '(' + isListed + " OR " + column->sql + " IS NULL)";
    }
    return isExact && column->isNullable ? "((" + isListed + ") IS TRUE)" : '(' + isListed + ')';
}

std::string Compiler::inExpressions(const Node &wanted, const Node &list)
{
    std::string sql = "(0";
    for (const NodePtr &item : list.children) {
        if (wanted.kind == Kind::List || item->kind == Kind::List) {
            sql += areSame(wanted, *item) ? " OR 1" : "";
        } else {
            sql += " OR " + general(Operator::Eq, wanted, *item);
        }
        if (m_isTooLong || checked(sql) == "NULL") {
            return "NULL";
        }
    }
    return sql + ')';
}

} // namespace kinframe::query

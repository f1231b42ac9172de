// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/compiler.h"

#include "query/functions.h"
#include "query/limits.h"
#include "query/property_map.h"
#include "query/sql_value.h"
#include "query/temporal.h"

#include "base/clock.h"

namespace kinframe::query {
namespace {

// What is neither true nor false is not there: null only comes from elsewhere.
bool isTwoValued(Kind kind)
{
    return kind == Kind::Compare || kind == Kind::In || kind == Kind::Any || kind == Kind::All;
}

const char *functionOf(Operator op)
{
    switch (op) {
    case Operator::Add:
        return "kf_add(";
    case Operator::Sub:
        return "kf_sub(";
    case Operator::Mul:
        return "kf_mul(";
    case Operator::Div:
        return "kf_div(";
    case Operator::DivBy:
        return "kf_divby(";
    default:
        return "kf_mod(";
    }
}

Moment knownMoment(QLatin1StringView function)
{
    using namespace Qt::StringLiterals;
    if (function == "maxdatetime"_L1) {
        return *parseMoment(u"9999-12-31T23:59:59.999999999Z");
    }
    return function == "mindatetime"_L1 ? *parseMoment(u"0001-01-01T00:00:00Z") : momentFromMs(wallMs());
}

} // namespace

Compiler::Compiler(Bindings &bindings, std::string owner, bool usesSets)
    : m_bindings(bindings)
    , m_owner(std::move(owner))
    , m_usesSets(usesSets)
{
}

// Beyond it nothing is compiled any more: texts that hold each other several times would double at each level.
std::string Compiler::checked(std::string sql)
{
    if (sql.size() > size_t(mostSqlLength)) {
        m_isTooLong = true;
    }
    return m_isTooLong ? "NULL" : sql;
}

std::string Compiler::bound(const Value &value)
{
    return isNull(value) ? "NULL" : m_bindings.add(encoded(value));
}

std::string Compiler::newAlias(char letter)
{
    return letter + std::to_string(++m_aliases);
}

std::string Compiler::rendered(const Membership &set)
{
    m_usesAsset = true;
    const char *no = set.isPositive ? "" : "NOT ";
    if (m_usesSets && !set.isCorrelated) {
        return std::string("a.id ") + no + "IN (" + set.select() + ')';
    }
    return std::string(no) + "EXISTS (SELECT 1 FROM " + set.from + " WHERE " + set.id + " = a.id AND " + set.where +
           ')';
}

std::string Compiler::joined(const Node &node, bool isExact)
{
    std::string sql = "(";
    for (const NodePtr &child : node.children) {
        sql += sql.size() == 1 ? "" : node.kind == Kind::And ? " AND " : " OR ";
        sql += isExact ? exact(*child) : truth(*child);
    }
    return sql + ')';
}

std::string Compiler::truth(const Node &node)
{
    if (node.kind == Kind::Search) {
        return exact(node);
    }
    if (const auto set = membership(node)) {
        return checked(rendered(*set));
    }
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        return checked(joined(node, false));
    case Kind::Compare:
        return checked(comparison(node, false));
    case Kind::In:
        return checked(inList(node, false));
    case Kind::Property:
        return checked(propertyTruth(node.name));
    default:
        return exact(node);
    }
}

std::string Compiler::exact(const Node &node)
{
    if (isTwoValued(node.kind)) {
        if (const auto set = membership(node)) {
            return checked(rendered(*set));
        }
    }
    switch (node.kind) {
    case Kind::Literal:
        return isNull(node.value) ? "NULL" : std::get<bool>(node.value) ? "1" : "0";
    case Kind::And:
    case Kind::Or:
        return checked(joined(node, true));
    case Kind::Not:
        return checked("(NOT " + exact(*node.children[0]) + ')');
    case Kind::Compare:
        return checked(comparison(node, true));
    case Kind::In:
        return checked(inList(node, true));
    case Kind::Any:
        return "0"; // of what is no collection
    case Kind::All:
        return "1";
    case Kind::IsUnset:
        return unset(node.name);
    case Kind::Search:
        return checked(search(std::get<QString>(node.value)));
    case Kind::Call:
        if (node.type == Type::Boolean) {
            return checked(call(node));
        }
        break;
    case Kind::Property:
        if (const Column *column = columnOf(node.name); column != nullptr && column->type == Type::Boolean) {
            return columnSql(*column);
        }
        break;
    default:
        break;
    }
    return checked("kf_truth(" + value(node) + ')');
}

std::string Compiler::value(const Node &node)
{
    if (node.type == Type::Boolean && node.kind != Kind::Literal) {
        return checked("kf_bool(" + exact(node) + ')');
    }
    switch (node.kind) {
    case Kind::Literal:
        return bound(node.value);
    case Kind::Property:
        return checked(propertyValue(node.name));
    case Kind::Variable:
        return variableValue(node);
    case Kind::Arithmetic:
        return checked(functionOf(node.op) + number(*node.children[0]) + ", " + number(*node.children[1]) + ')');
    case Kind::Negate:
        return checked("kf_minus(" + value(*node.children[0]) + ')');
    case Kind::Call:
        return checked(call(node));
    case Kind::Count:
        return count(node);
    default:
        return "NULL";
    }
}

std::string Compiler::call(const Node &node)
{
    if (node.function->sql == nullptr) {
        return bound(knownMoment(QLatin1StringView(node.function->name)));
    }
    std::string sql = node.function->sql;
    sql += '(';
    for (size_t index = 0; index < node.children.size(); ++index) {
        sql += index == 0 ? "" : ", ";
        sql += value(*node.children[index]);
    }
    return sql + ')';
}

std::string Compiler::orderValue(const Node &node)
{
    if (node.kind == Kind::Property) {
        if (const Column *column = columnOf(node.name)) {
            return columnSql(*column);
        }
    }
    return node.type == Type::Boolean && node.kind != Kind::Literal ? exact(node) : value(node);
}

} // namespace kinframe::query

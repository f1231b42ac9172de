// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the values of properties and of the variables of lambdas are.
#include "query/compiler.h"
#include "query/property_map.h"

#include <cstring>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// A row of `prop`: numbers have no text, texts no number, booleans 1 or 0 and their word.
constexpr char openExpression[] = "CASE WHEN txt IS NULL THEN num WHEN num IS NULL THEN txt ELSE kf_bool(num) END";

} // namespace

std::string Compiler::keyId(const QString &name)
{
    return "(SELECT id FROM prop_key WHERE name = " + m_bindings.add(name) + ')';
}

std::string Compiler::columnSql(const Column &column)
{
    m_usesAsset = true;
    m_readsRows = m_readsRows || !column.isCovered;
    m_asksForTrash = m_asksForTrash || std::strcmp(column.name, "is_trashed") == 0;
    m_asksForHidden = m_asksForHidden || std::strcmp(column.name, "is_hidden") == 0;
    m_asksForArchive = m_asksForArchive || std::strcmp(column.name, "is_archived") == 0;
    return column.sql;
}

std::string Compiler::openValue(const QString &name, const char *expression, const char *condition)
{
    m_usesAsset = true;
    return std::string("(SELECT ") + expression + " FROM prop WHERE asset_id = a.id AND key_id = " + keyId(name) +
           condition + ')';
}

std::string Compiler::propertyValue(const QString &name)
{
    if (const Column *column = columnOf(name)) {
        const std::string sql = columnSql(*column);
        return column->type == Type::Moment ? "kf_moment(" + sql + ')' : sql;
    }
    std::string open = openValue(name, openExpression, "");
    if (const QStringView tag = tagOf(name); !tag.isEmpty()) {
        return "CASE WHEN " + rendered(tagged(tag.toString())) + " THEN kf_bool(1) ELSE " + open + " END";
    }
    return open;
}

// As a condition, where only true counts. What has a set of its own does not come here.
std::string Compiler::propertyTruth(const QString &name)
{
    if (name == "is_favorite"_L1) {
        m_usesAsset = true;
        return "a.is_favorite = 1";
    }
    const Column *column = columnOf(name);
    return column != nullptr ? columnSql(*column) : "kf_truth(" + propertyValue(name) + ')';
}

std::string Compiler::variableValue(const Node &node)
{
    const Variable &variable = m_variables[node.slot];
    if (variable.collection == "tags"_L1 && node.name.isEmpty()) {
        return variable.alias + ".tag";
    }
    if (hasNamedMembers(variable.collection) && node.name == "name"_L1) {
        return variable.alias + ".name";
    }
    if (hasNamedMembers(variable.collection) && node.name == "id"_L1) {
        return "kf_uuid(" + variable.alias + ".uuid)";
    }
    return "NULL";
}

std::optional<Compiler::Plain> Compiler::plain(const Node &node)
{
    if (node.kind == Kind::Variable) {
        const Variable &variable = m_variables[node.slot];
        if (hasNamedMembers(variable.collection) && node.name == "id"_L1) {
            return Plain{variable.alias + ".uuid", Type::String, false, true};
        }
        return node.type == Type::String ? std::optional(Plain{variableValue(node), Type::String, false})
                                         : std::nullopt;
    }
    const Column *column = node.kind == Kind::Property ? columnOf(node.name) : nullptr;
    if (column == nullptr || column->type == Type::Boolean) {
        return std::nullopt;
    }
    return Plain{columnSql(*column), column->type, column->isNullable};
}

// For calculating: 7 divided by 2 is 3.5 where the property is one with a fraction.
std::string Compiler::number(const Node &node)
{
    if (node.kind == Kind::Property && isRealProperty(node.name) && columnOf(node.name) == nullptr) {
        return openValue(node.name, "num * 1.0", " AND txt IS NULL");
    }
    return value(node);
}

} // namespace kinframe::query

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that rows of other tables decide: tags, open properties, people.
#include "query/compiler.h"
#include "query/functions.h"
#include "query/property_map.h"
#include "query/sql_value.h"

#include <cmath>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// What the values of such a literal are in `prop`, each kind with an index of its own; nullptr: none.
const char *restriction(const Value &value)
{
    switch (typeOf(value)) {
    case Type::Number:
        return ".txt IS NULL";
    case Type::String:
        return ".num IS NULL";
    default:
        return nullptr;
    }
}

bool isComparableInRow(const Value &value)
{
    const auto *real = std::get_if<double>(&value);
    return restriction(value) != nullptr && (real == nullptr || !std::isnan(*real));
}

bool isOpen(const Node &node)
{
    return node.kind == Kind::Property && node.type == Type::Any && tagOf(node.name).isEmpty();
}

bool isTagKey(const Node &node)
{
    return node.kind == Kind::Property && !tagOf(node.name).isEmpty();
}

// Of a lambda over tags: `t eq 'x'`, which an asset has once.
bool isOneTag(const Node &condition)
{
    return condition.kind == Kind::Compare && condition.op == Operator::Eq &&
           condition.children[0]->kind == Kind::Variable && condition.children[0]->name.isEmpty() &&
           condition.children[1]->kind == Kind::Literal;
}

} // namespace

Membership Compiler::tagged(const QString &tag)
{
    const std::string alias = newAlias('t');
    return {.from = "asset_tag " + alias,
            .id = alias + ".asset_id",
            .where = alias + ".tag = " + m_bindings.add(tag),
            .isDistinct = true};
}

// `condition`: with a @ wherever the row is meant.
Membership Compiler::keyed(const QString &name, const std::string &condition)
{
    const std::string alias = newAlias('p');
    std::string where = alias + ".key_id = " + keyId(name) + " AND ";
    for (const char letter : condition) {
        where += letter == '@' ? alias : std::string(1, letter);
    }
    return {.from = "prop " + alias, .id = alias + ".asset_id", .where = where, .isDistinct = true};
}

std::optional<Membership> Compiler::membership(const Node &node)
{
    switch (node.kind) {
    case Kind::Property:
        if (isTagKey(node)) {
            return tagged(tagOf(node.name).toString());
        }
        return isOpen(node) ? std::optional(keyed(node.name, "@.num = 1 AND @.txt IS NOT NULL")) : std::nullopt;
    case Kind::Compare:
        return comparedSet(node);
    case Kind::In:
        return listedSet(node);
    case Kind::Any:
    case Kind::All:
        return lambdaSet(node);
    case Kind::Search:
        return Membership{'(' + searchedSet(std::get<QString>(node.value)) + ')', "id", "1"};
    case Kind::Not:
        // Only what is never null is turned round by a NOT.
        if (const Kind inner = node.children[0]->kind;
            inner == Kind::Compare || inner == Kind::In || inner == Kind::Any || inner == Kind::All) {
            auto set = membership(*node.children[0]);
            if (set) {
                set->isPositive = !set->isPositive;
            }
            return set;
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Membership> Compiler::comparedSet(const Node &node)
{
    const bool isTurned = node.children[0]->kind == Kind::Literal;
    const Node &property = *node.children[isTurned ? 1 : 0];
    const Node &literal = *node.children[isTurned ? 0 : 1];
    if (literal.kind != Kind::Literal || isNull(literal.value)) {
        return std::nullopt;
    }
    const bool isNe = node.op == Operator::Ne;
    const auto *wanted = std::get_if<bool>(&literal.value);
    std::optional<Membership> set;
    if (wanted != nullptr && (isNe || node.op == Operator::Eq)) {
        if (isTagKey(property) && *wanted) {
            set = tagged(tagOf(property.name).toString());
        } else if (isOpen(property)) {
            set = keyed(property.name, *wanted ? "@.num = 1 AND @.txt IS NOT NULL" : "@.num = 0 AND @.txt IS NOT NULL");
        }
    } else if (isOpen(property) && isComparableInRow(literal.value)) {
        const Operator op = isNe ? Operator::Eq : isTurned ? mirrored(node.op) : node.op;
        const char *column = literal.type == Type::Number ? "@.num" : "@.txt";
        set = keyed(property.name,
                    std::string(column) + sqlOf(op) + bound(literal.value) + " AND @" + restriction(literal.value));
    }
    if (set) {
        set->isPositive = !isNe;
    }
    return set;
}

std::optional<Membership> Compiler::listedSet(const Node &node)
{
    const Node &property = *node.children[0];
    const Node &list = *node.children[1];
    if (!isOpen(property) || list.kind != Kind::List || list.children.empty()) {
        return std::nullopt;
    }
    const Type type = list.children.front()->type;
    std::string places;
    for (const NodePtr &item : list.children) {
        if (item->kind != Kind::Literal || item->type != type || !isComparableInRow(item->value)) {
            return std::nullopt;
        }
    }
    for (const NodePtr &item : list.children) {
        places += (places.empty() ? "" : ", ") + bound(item->value);
    }
    const char *column = type == Type::Number ? "@.num" : "@.txt";
    return keyed(property.name,
                 std::string(column) + " IN (" + places + ") AND @" + restriction(list.children.front()->value));
}

std::optional<Membership> Compiler::lambdaSet(const Node &node)
{
    Membership set;
    std::string alias;
    if (node.name == "tags"_L1) {
        alias = newAlias('t');
        set = {"asset_tag " + alias, alias + ".asset_id", {}};
        set.isDistinct = !node.children.empty() && isOneTag(*node.children[0]);
    } else if (node.name == "people"_L1) {
        alias = newAlias('p');
        const std::string face = newAlias('f');
        set = {"face " + face + " JOIN person " + alias + " ON " + alias + ".id = " + face + ".person_id",
               face + ".asset_id",
               alias + ".owner_id = " + m_owner + " AND " + face + ".owner_id = " + m_owner + " AND " + face +
                   ".is_dismissed = 0 AND "};
    } else {
        return std::nullopt;
    }
    m_variables[node.slot] = {node.name, alias};
    const bool usedAsset = std::exchange(m_usesAsset, false);
    const std::string body = node.children.empty() ? "1" : truth(*node.children[0]);
    set.isCorrelated = m_usesAsset;
    m_usesAsset = m_usesAsset || usedAsset;
    // All: there is none for which it is not true.
    set.isPositive = node.kind == Kind::Any;
    set.where += set.isPositive ? '(' + body + ')' : "((" + body + ") IS NOT TRUE)";
    return set;
}

std::string Compiler::count(const Node &node)
{
    m_usesAsset = true;
    if (node.name == "tags"_L1) {
        return "(SELECT count(*) FROM asset_tag WHERE asset_id = a.id)";
    }
    if (node.name == "people"_L1) {
        return "(SELECT count(DISTINCT person_id) FROM face WHERE asset_id = a.id AND owner_id = " + m_owner +
               " AND is_dismissed = 0)";
    }
    return "NULL";
}

std::string Compiler::unset(const QString &name)
{
    m_usesAsset = true;
    const std::string key = keyId(name);
    if (!m_usesSets) {
        return "NOT EXISTS (SELECT 1 FROM prop WHERE asset_id = a.id AND key_id = " + key +
               " AND (txt IS NULL OR num IS NULL OR num = 1))";
    }
    // One part for each index: what is true, numbers, texts.
    const std::string rows = "SELECT asset_id FROM prop WHERE key_id = " + key;
    return "a.id NOT IN (" + rows + " AND num = 1 AND txt IS NOT NULL UNION ALL " + rows +
           " AND num IS NOT NULL AND txt IS NULL UNION ALL " + rows + " AND txt IS NOT NULL AND num IS NULL)";
}

bool isModelTest(const Node &node)
{
    return node.kind == Kind::Call && node.type == Type::Boolean && node.children[0]->kind == Kind::Property &&
           node.children[0]->name == "model"_L1 && node.children[1]->kind == Kind::Literal;
}

// Each model from the one before, by the index, instead of a look at every asset.
std::string Compiler::modelTest(const Node &call)
{
    m_usesAsset = true;
    m_readsRows = true;
    const std::string models = "SELECT min(model) FROM asset WHERE owner_id = " + m_owner + " AND model ";
    return "a.model IN (WITH RECURSIVE one(model) AS (" + models + "IS NOT NULL UNION ALL SELECT (" + models +
           "> one.model) FROM one WHERE one.model IS NOT NULL) SELECT model FROM one WHERE " + call.function->sql +
           "(model, " + value(*call.children[1]) + "))";
}

} // namespace kinframe::query

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that rows of other tables decide: tags, open properties, people, albums, stacks.
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

bool isStackFlag(const Node &node)
{
    return node.kind == Kind::Property && node.name == "is_stacked"_L1;
}

// Of a lambda over tags or albums: `t eq 'x'`, `a/id eq …`, which an asset has once.
bool isOneMember(const Node &lambda)
{
    if (lambda.children.empty() || lambda.kind != Kind::Any) {
        return false;
    }
    const QLatin1StringView key = lambda.name == "albums"_L1 ? "id"_L1 : ""_L1;
    const Node &condition = *lambda.children[0];
    return (lambda.name == "tags"_L1 || lambda.name == "albums"_L1) && condition.kind == Kind::Compare &&
           condition.op == Operator::Eq && condition.children[0]->kind == Kind::Variable &&
           condition.children[0]->slot == lambda.slot && condition.children[0]->name == key &&
           condition.children[1]->kind == Kind::Literal;
}

std::optional<QUuid> stackIn(const Value &value)
{
    if (const auto *id = std::get_if<QUuid>(&value)) {
        return *id;
    }
    const auto *text = std::get_if<QString>(&value);
    return text != nullptr ? std::optional(QUuid(*text)) : std::nullopt;
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
        if (isStackFlag(node)) {
            return stacked("1");
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

// `condition`: over `stack s`.
Membership Compiler::stacked(const std::string &condition)
{
    const std::string alias = newAlias('k');
    const bool isOne = condition != "1";
    return {.from = "stack_asset " + alias + (isOne ? " JOIN stack s ON s.id = " + alias + ".stack_id" : ""),
            .id = alias + ".asset_id",
            .where = condition,
            .isDistinct = true};
}

// `stack_id eq …`
std::optional<Membership> Compiler::stackSet(const Node &node)
{
    const bool isTurned = node.children[0]->kind == Kind::Literal;
    const Node &property = *node.children[isTurned ? 1 : 0];
    const auto id = stackIn(node.children[isTurned ? 0 : 1]->value);
    const bool isEquality = node.op == Operator::Eq || node.op == Operator::Ne;
    if (property.kind != Kind::Property || property.name != "stack_id"_L1 || !isEquality || !id) {
        return std::nullopt;
    }
    Membership set = stacked("s.uuid = " + m_bindings.add(id->toRfc4122()));
    set.isPositive = node.op == Operator::Eq;
    return set;
}

std::optional<Membership> Compiler::comparedSet(const Node &node)
{
    const bool isTurned = node.children[0]->kind == Kind::Literal;
    const Node &property = *node.children[isTurned ? 1 : 0];
    const Node &literal = *node.children[isTurned ? 0 : 1];
    if (literal.kind != Kind::Literal || isNull(literal.value)) {
        return std::nullopt;
    }
    if (auto stack = stackSet(node)) {
        return stack;
    }
    const bool isNe = node.op == Operator::Ne;
    const auto *wanted = std::get_if<bool>(&literal.value);
    std::optional<Membership> set;
    if (wanted != nullptr && (isNe || node.op == Operator::Eq)) {
        if (isTagKey(property) && *wanted) {
            set = tagged(tagOf(property.name).toString());
        } else if (isStackFlag(property) && *wanted) {
            set = stacked("1");
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

// An album that the user can see.
std::string Compiler::seenAlbum(const std::string &alias) const
{
    return '(' + alias + ".owner_id = " + m_owner + " OR " + alias +
           ".id IN (SELECT album_id FROM album_user WHERE user_id = " + m_owner + "))";
}

// The members of a collection, one by one, as `alias`; nothing: it is none.
std::optional<Membership> Compiler::collected(const QString &collection, std::string &alias)
{
    if (collection == "tags"_L1) {
        alias = newAlias('t');
        return Membership{"asset_tag " + alias, alias + ".asset_id", {}};
    }
    if (collection == "people"_L1) {
        alias = newAlias('p');
        const std::string face = newAlias('f');
        return Membership{"face " + face + " JOIN person " + alias + " ON " + alias + ".id = " + face + ".person_id",
                          face + ".asset_id",
                          alias + ".owner_id = " + m_owner + " AND " + face + ".owner_id = " + m_owner + " AND " +
                              face + ".is_dismissed = 0 AND "};
    }
    if (collection == "albums"_L1) {
        m_asksForArchive = true;
        alias = newAlias('l');
        const std::string place = newAlias('m');
        return Membership{"album_asset " + place + " JOIN album " + alias + " ON " + alias + ".id = " + place +
                              ".album_id",
                          place + ".asset_id", seenAlbum(alias) + " AND "};
    }
    return std::nullopt;
}

std::optional<Membership> Compiler::lambdaSet(const Node &node)
{
    std::string alias;
    auto members = collected(node.name, alias);
    if (!members) {
        return std::nullopt;
    }
    Membership &set = *members;
    set.isDistinct = isOneMember(node);
    m_variables[node.slot] = {node.name, alias};
    const bool usedAsset = std::exchange(m_usesAsset, false);
    const std::string body = node.children.empty() ? "1" : truth(*node.children[0]);
    set.isCorrelated = m_usesAsset;
    m_usesAsset = m_usesAsset || usedAsset;
    // All: there is none for which it is not true.
    set.isPositive = node.kind == Kind::Any;
    set.where += set.isPositive ? '(' + body + ')' : "((" + body + ") IS NOT TRUE)";
    return members;
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
    if (node.name == "albums"_L1) {
        m_asksForArchive = true;
        return "(SELECT count(*) FROM album_asset m JOIN album l ON l.id = m.album_id WHERE m.asset_id = a.id AND " +
               seenAlbum("l") + ')';
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

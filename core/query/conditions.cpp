// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/conditions.h"

#include "query/compiler.h"
#include "query/functions.h"
#include "query/print.h"
#include "query/property_map.h"

#include <QStringList>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

bool isLiteral(const Node &node)
{
    return node.kind == Kind::Literal;
}

bool isCallOf(const Node &node, QLatin1StringView name)
{
    return node.kind == Kind::Call && QLatin1StringView(node.function->name) == name;
}

Relation relationOf(Operator op)
{
    switch (op) {
    case Operator::Eq:
        return Relation::Equal;
    case Operator::Ne:
        return Relation::NotEqual;
    case Operator::Ge:
        return Relation::AtLeast;
    case Operator::Gt:
        return Relation::More;
    case Operator::Le:
        return Relation::AtMost;
    case Operator::Lt:
        return Relation::Less;
    default:
        return Relation::Other;
    }
}

Condition flag(const QString &property, bool isWanted)
{
    if (const QStringView tag = tagOf(property); !tag.isEmpty()) {
        return {u"tags"_s, isWanted ? Relation::Has : Relation::HasNot, tag.toString(), {}};
    }
    return {property, isWanted ? Relation::True : Relation::NotTrue, {}, {}};
}

Condition compared(const Node &node)
{
    const bool isTurned = isLiteral(*node.children[0]);
    const Node &property = *node.children[isTurned ? 1 : 0];
    const Node &literal = *node.children[isTurned ? 0 : 1];
    if (property.kind != Kind::Property || property.type == Type::Collection || !isLiteral(literal)) {
        return {};
    }
    const Relation relation = relationOf(isTurned ? mirrored(node.op) : node.op);
    const bool isEquality = relation == Relation::Equal || relation == Relation::NotEqual;
    if (isNull(literal.value)) {
        return isEquality
                   ? Condition{property.name, relation == Relation::Equal ? Relation::None : Relation::Some, {}, {}}
                   : Condition{};
    }
    if (const auto *boolean = std::get_if<bool>(&literal.value)) {
        return *boolean && isEquality ? flag(property.name, relation == Relation::Equal) : Condition{};
    }
    return {property.name, relation, literal.value, {}};
}

// contains(tolower(model),tolower('x')): as `model~x`.
const Node *lowered(const Node &node)
{
    return isCallOf(node, "tolower"_L1) ? node.children[0].get() : nullptr;
}

Condition called(const Node &node)
{
    const bool isContained = &containsAnyCase() == node.function || isCallOf(node, "contains"_L1);
    if (!isContained && !isCallOf(node, "startswith"_L1)) {
        return {};
    }
    const Node *property = node.children[0].get();
    const Node *text = node.children[1].get();
    if (isContained && lowered(*property) != nullptr && lowered(*text) != nullptr) {
        property = lowered(*property);
        text = lowered(*text);
    }
    if (property->kind != Kind::Property || !isLiteral(*text) || typeOf(text->value) != Type::String) {
        return {};
    }
    return {property->name, isContained ? Relation::Contains : Relation::Starts, text->value, {}};
}

// tags/any(t: t eq 'x'), people/any(p: p/name eq 'x')
Condition owned(const Node &node, bool isWanted)
{
    if (node.kind != Kind::Any || node.children.empty() || node.children[0]->kind != Kind::Compare ||
        node.children[0]->op != Operator::Eq) {
        return {};
    }
    const Node &left = *node.children[0]->children[0];
    const Node &right = *node.children[0]->children[1];
    const QString member = hasNamedMembers(node.name) ? u"name"_s : QString();
    const bool isKnown = typeOfProperty(node.name) == Type::Collection;
    if (!isKnown || left.kind != Kind::Variable || left.slot != node.slot || left.name != member || !isLiteral(right)) {
        return {};
    }
    return {node.name, isWanted ? Relation::Has : Relation::HasNot, right.value, {}};
}

bool isEqualTo(const Node &node, const Value &value, const QString &property)
{
    return node.kind == Kind::Compare && node.op == Operator::Eq && node.children[0]->kind == Kind::Property &&
           node.children[0]->name == property && isLiteral(*node.children[1]) &&
           typeOf(node.children[1]->value) == typeOf(value) && areEqual(node.children[1]->value, value);
}

// is_nsfw eq false or is_nsfw eq null: what `!is_nsfw` is in the long form.
Condition unset(const Node &node)
{
    const Node &first = *node.children[0];
    if (node.children.size() != 2 || first.kind != Kind::Compare) {
        return {};
    }
    const QString property = first.children[0]->name;
    const bool isUnset = isEqualTo(first, false, property) && isEqualTo(*node.children[1], {}, property);
    return isUnset ? flag(property, false) : Condition{};
}

Condition conditionOf(const Node &node)
{
    Condition condition;
    switch (node.kind) {
    case Kind::Property:
        condition = flag(node.name, true);
        break;
    case Kind::IsUnset:
        condition = flag(node.name, false);
        break;
    case Kind::Or:
        condition = unset(node);
        break;
    case Kind::Compare:
        condition = compared(node);
        break;
    case Kind::Call:
        condition = called(node);
        break;
    case Kind::Any:
        condition = owned(node, true);
        break;
    case Kind::Not:
        condition = owned(*node.children[0], false);
        break;
    default:
        break;
    }
    condition.text = textOf(node);
    return condition;
}

QString wordOf(Relation relation)
{
    switch (relation) {
    case Relation::NotEqual:
        return u"ne"_s;
    case Relation::AtLeast:
        return u"ge"_s;
    case Relation::More:
        return u"gt"_s;
    case Relation::AtMost:
        return u"le"_s;
    case Relation::Less:
        return u"lt"_s;
    default:
        return u"eq"_s;
    }
}

QString textOf(const QString &property, Relation relation, const Value &value)
{
    switch (relation) {
    case Relation::Contains:
        return u"contains(tolower(%1),tolower(%2))"_s.arg(property, textOf(value));
    case Relation::Starts:
        return u"startswith(%1,%2)"_s.arg(property, textOf(value));
    case Relation::True:
        return property + u" eq true"_s;
    case Relation::NotTrue:
        return property + u" ne true"_s;
    case Relation::Some:
        return property + u" ne null"_s;
    case Relation::None:
        return property + u" eq null"_s;
    case Relation::Has:
    case Relation::HasNot: {
        const QString variable = property.left(1);
        const QString one = property + u"/any("_s + variable + u": "_s + variable +
                            (hasNamedMembers(property) ? u"/name eq "_s : u" eq "_s);
        return (relation == Relation::HasNot ? u"not "_s : QString()) + one + textOf(value) + u')';
    }
    default:
        return property + u' ' + wordOf(relation) + u' ' + textOf(value);
    }
}

} // namespace

std::vector<Condition> conditionsOf(const NodePtr &filter)
{
    std::vector<Condition> conditions;
    if (!filter) {
        return conditions;
    }
    if (filter->kind != Kind::And) {
        conditions.push_back(conditionOf(*filter));
        return conditions;
    }
    for (const NodePtr &child : filter->children) {
        conditions.push_back(conditionOf(*child));
    }
    return conditions;
}

Condition madeCondition(const QString &property, Relation relation, const Value &value)
{
    return {property, relation, value, textOf(property, relation, value)};
}

QString textOf(const std::vector<Condition> &conditions)
{
    QStringList parts;
    for (const Condition &condition : conditions) {
        // Only what is one whole OR needs brackets among others.
        const bool isOther = condition.relation == Relation::Other || condition.relation == Relation::NotTrue;
        const bool hasOr = isOther && condition.text.contains(" or "_L1, Qt::CaseInsensitive);
        parts += hasOr && conditions.size() > 1 ? u'(' + condition.text + u')' : condition.text;
    }
    return parts.join(u" and "_s);
}

NodePtr simplified(const NodePtr &filter)
{
    if (!filter) {
        return filter;
    }
    if (filter->kind == Kind::And) {
        Node copy = *filter;
        for (NodePtr &child : copy.children) {
            child = simplified(child);
        }
        return std::make_shared<const Node>(std::move(copy));
    }
    if (!isCallOf(*filter, "contains"_L1) || lowered(*filter->children[0]) == nullptr ||
        lowered(*filter->children[1]) == nullptr) {
        return filter;
    }
    Node copy = *filter;
    copy.function = &containsAnyCase();
    for (NodePtr &child : copy.children) {
        child = child->children[0];
    }
    return std::make_shared<const Node>(std::move(copy));
}

} // namespace kinframe::query

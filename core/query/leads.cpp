// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/leads.h"

#include "query/property_map.h"

#include <cstring>

namespace kinframe::query {
namespace {

// `column op literal`, or `column in (…)`, over a column that has an index. What is not equal is nearly everything.
const Column *indexedColumn(const Node &node)
{
    const bool isCompared = node.kind == Kind::Compare && node.op != Operator::Ne;
    if (!isCompared && node.kind != Kind::In) {
        return nullptr;
    }
    const Node &left = *node.children[0];
    const Node &right = *node.children[1];
    const Node &property = left.kind == Kind::Property ? left : right;
    const Node &other = &property == &left ? right : left;
    if (property.kind != Kind::Property) {
        return nullptr;
    }
    const Column *column = columnOf(property.name);
    if (column == nullptr || column->index == nullptr) {
        return nullptr;
    }
    const auto fits = [column](const Node &value) {
        return value.kind == Kind::Literal && (value.type == column->type) && value.type != Type::Moment;
    };
    if (node.kind == Kind::Compare) {
        return fits(other) ? column : nullptr;
    }
    const bool isListed =
        &property == &left && other.kind == Kind::List && !other.children.empty() &&
        std::all_of(other.children.begin(), other.children.end(), [&fits](const NodePtr &item) { return fits(*item); });
    return isListed ? column : nullptr;
}

} // namespace

std::optional<Lead> leadOf(const Node &node, Compiler &compiler)
{
    if (isModelTest(node)) {
        return Lead{&node, columnOf(u"model")->index, {}, compiler.modelTest(node)};
    }
    if (const Column *column = indexedColumn(node)) {
        return Lead{&node, column->index, {}, compiler.truth(node)};
    }
    const auto set = compiler.membership(node);
    if (!set || !set->isPositive || set->isCorrelated) {
        return std::nullopt;
    }
    if (set->isDistinct) {
        // Row by row, where a set would first have to be made of them.
        return Lead{&node, nullptr, set->select(), set->where, set->from + " CROSS JOIN asset a ON a.id = " + set->id};
    }
    return Lead{&node, nullptr, set->select(), "a.id IN (" + set->select() + ')'};
}

const char *indexOfOneValue(const Node &node)
{
    const Column *column = node.kind == Kind::Compare && node.op == Operator::Eq ? indexedColumn(node) : nullptr;
    // The index of tasks is in the order of frames.
    return column != nullptr && std::strcmp(column->name, "task_id") != 0 ? column->index : nullptr;
}

} // namespace kinframe::query

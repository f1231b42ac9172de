// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Query strings of any bytes: what is understood lies within the limits, what is not is said with its place.
#include "fuzz/input.h"
#include "query/limits.h"
#include "query/query.h"

using namespace kinframe;
using namespace kinframe::query;
using kinframe::fuzz::require;

namespace {

void checkTree(const Node &node, int depth, int &nodes)
{
    require(depth <= mostDepth && node.depth <= mostDepth);
    const bool isListed = node.kind == Kind::List;
    require(++nodes <= mostNodes);
    require(!isListed || node.children.size() <= mostListValues);
    for (const NodePtr &child : node.children) {
        require(child != nullptr && child->depth < node.depth);
        // Values in lists are counted apart.
        if (!isListed || child->kind != Kind::Literal) {
            checkTree(*child, depth + 1, nodes);
        }
    }
}

void checkError(const Error &error)
{
    require(error.code == ErrorCode::QueryInvalid || error.code == ErrorCode::QueryTooComplex ||
            error.code == ErrorCode::UnknownField);
    require(!error.fact(QStringLiteral("target")).isEmpty() && !error.fact(QStringLiteral("code")).isEmpty());
    require(error.code != ErrorCode::QueryInvalid || error.fact(QStringLiteral("position")).toInt() >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArrayView raw(data, static_cast<qsizetype>(size));
    const auto query = parseQuery(raw);
    if (!query) {
        checkError(query.error());
        return 0;
    }
    require(query->top >= 0 && query->top <= mostRows && query->skip >= 0);
    require(query->order.size() <= mostOrderKeys);
    int nodes = 0;
    for (const NodePtr &tree : {query->filter, query->search}) {
        if (tree) {
            checkTree(*tree, 1, nodes);
        }
    }
    for (const OrderKey &key : query->order) {
        checkTree(*key.expression, 1, nodes);
    }
    return 0;
}

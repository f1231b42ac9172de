// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the statement of a query together.
#include "query/compiler.h"
#include "query/leads.h"
#include "query/limits.h"
#include "query/ordering.h"
#include "query/query_error.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

constexpr char owner[] = "?1";

// The conditions that all must hold.
std::vector<const Node *> conjuncts(const ImageQuery &query)
{
    std::vector<const Node *> nodes;
    for (const NodePtr &tree : {query.filter, query.search}) {
        if (!tree) {
            continue;
        }
        if (tree->kind != Kind::And) {
            nodes.push_back(tree.get());
            continue;
        }
        for (const NodePtr &child : tree->children) {
            nodes.push_back(child.get());
        }
    }
    return nodes;
}

// Without the unary plus, SQLite could take an index that does not have the order asked for.
std::string conditionsOf(const std::vector<const Node *> &nodes, const Node *without, Compiler &compiler)
{
    std::string sql;
    for (const Node *node : nodes) {
        if (node != without) {
            sql += " AND " + compiler.truth(*node);
        }
    }
    return sql;
}

std::string visible(const Compiler &compiler)
{
    std::string sql = std::string("a.owner_id = ") + owner;
    sql += compiler.asksForTrash() ? "" : " AND a.trashed_at IS NULL";
    return sql + (compiler.asksForHidden() ? "" : " AND a.is_hidden = 0");
}

std::optional<Lead> leadAt(const std::vector<const Node *> &nodes, int wanted, Compiler &compiler)
{
    for (const Node *node : nodes) {
        auto lead = leadOf(*node, compiler);
        if (lead && wanted-- == 0) {
            return lead;
        }
    }
    return std::nullopt;
}

std::string source(Access access, const std::optional<Lead> &lead, const char *orderIndex)
{
    if (lead) {
        return std::string("asset a ") +
               (lead->index != nullptr ? std::string("INDEXED BY ") + lead->index : std::string("NOT INDEXED"));
    }
    if (access == Access::Walk && orderIndex != nullptr) {
        return std::string("asset a INDEXED BY ") + orderIndex;
    }
    return "asset a";
}

} // namespace

Result<CompiledQuery> compile(const ImageQuery &query, qint64 ownerId, Mode mode, Access access, int leadIndex)
{
    Bindings bindings;
    bindings.add(ownerId);
    Compiler compiler(bindings, owner, access == Access::Sets);
    const std::vector<const Node *> nodes = conjuncts(query);
    std::optional<Lead> lead;
    if (access == Access::Lead) {
        lead = leadAt(nodes, leadIndex, compiler);
    }
    std::string where = lead ? " AND " + lead->condition : std::string();
    where += conditionsOf(nodes, lead ? lead->node : nullptr, compiler);
    CompiledQuery compiled;
    if (mode == Mode::Count) {
        compiled.sql = "SELECT count(*) FROM " + source(access, lead, nullptr) + " WHERE " + visible(compiler) + where;
    } else {
        const Ordering ordering(query, compiler);
        if (!query.skipToken.isEmpty()) {
            const auto cursor = cursorFrom(query.skipToken, query.orderText, ordering.size());
            if (!cursor) {
                return failed(cursor);
            }
            where += " AND " + ordering.after(*cursor, bindings);
        }
        const std::string from = source(access, lead, ordering.index());
        // One more than asked for: whether there is another page.
        compiled.sql = "SELECT " + ordering.columns() + " FROM " + from + " WHERE " + visible(compiler) + where +
                       " ORDER BY " + ordering.orderBy() + " LIMIT " + bindings.add(qint64(query.top) + 1) +
                       (query.skip > 0 ? " OFFSET " + bindings.add(query.skip) : std::string());
        compiled.orderColumns = int(ordering.size());
    }
    if (compiler.isTooLong() || compiled.sql.size() > size_t(mostSqlLength)) {
        return Failure(tooMuch(u"$filter"_s, mostNodes, u"properties, values and operators"_s));
    }
    compiled.bindings = bindings.take();
    return compiled;
}

std::vector<CompiledQuery> countLeads(const ImageQuery &query, qint64 ownerId, qint64 limit)
{
    std::vector<CompiledQuery> counts;
    for (const Node *node : conjuncts(query)) {
        Bindings bindings;
        bindings.add(ownerId);
        Compiler compiler(bindings, owner, false);
        const auto lead = leadOf(*node, compiler);
        if (!lead) {
            continue;
        }
        const std::string rows = lead->index != nullptr
                                     ? std::string("SELECT 1 FROM asset a INDEXED BY ") + lead->index +
                                           " WHERE a.owner_id = " + owner + " AND " + lead->condition
                                     : lead->select;
        const std::string most = bindings.add(limit);
        counts.push_back({"SELECT count(*) FROM (" + rows + " LIMIT " + most + ')', bindings.take(), 0});
    }
    return counts;
}

} // namespace kinframe::query

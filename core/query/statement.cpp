// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the statement of a query together.
#include "query/compiler.h"
#include "query/leads.h"
#include "query/limits.h"
#include "query/ordering.h"
#include "query/query_error.h"
#include "storage/sql_text.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;
using storage::joined;

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

std::string visible(const Compiler &compiler, const ListTerms &terms)
{
    std::string sql = std::string("a.owner_id = ") + owner;
    sql += compiler.asksForTrash() || terms.seesTrash ? "" : " AND a.trashed_at IS NULL";
    sql += terms.leavesOutArchive && !compiler.asksForArchive() ? " AND a.is_archived = 0" : "";
    return sql + (compiler.asksForHidden() ? "" : " AND a.is_hidden = 0");
}

// The conditions of a list, of which none is from outside.
std::string limits(const ListTerms &terms, Bindings &bindings)
{
    std::string sql = terms.condition.empty() ? std::string() : " AND " + terms.condition;
    if (terms.among.empty()) {
        return sql;
    }
    // As one value, so that the statement is the same for any of them.
    QString assets;
    for (const qint64 asset : terms.among) {
        assets += (assets.isEmpty() ? u'[' : u',') + QString::number(asset);
    }
    return joined({sql, " AND a.id IN (SELECT value FROM json_each(", bindings.add(QString(assets + u']')), "))"});
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

std::string by(const char *index)
{
    return index != nullptr ? std::string("asset a INDEXED BY ") + index : "asset a NOT INDEXED";
}

std::string rowsOf(const Lead &lead)
{
    return lead.joined.empty() ? by(lead.index) : lead.joined;
}

bool hasIndexedLead(const std::vector<const Node *> &nodes, qint64 ownerId)
{
    Bindings unused;
    unused.add(ownerId);
    Compiler compiler(unused, owner, false);
    return std::any_of(nodes.begin(), nodes.end(), [&compiler](const Node *node) {
        const auto lead = leadOf(*node, compiler);
        return lead && lead->index != nullptr;
    });
}

// Where all rows are looked at: in the order of the table, beside which the rows of other tables lie in the same one.
std::string all(const std::vector<const Node *> &nodes, qint64 ownerId)
{
    return hasIndexedLead(nodes, ownerId) ? "asset a" : by(nullptr);
}

} // namespace

Result<CompiledQuery> compile(const ImageQuery &query, qint64 ownerId, Mode mode, Access access, int leadIndex,
                              const ListTerms &terms)
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
    where += conditionsOf(nodes, lead ? lead->node : nullptr, compiler) + limits(terms, bindings);
    CompiledQuery compiled;
    if (mode == Mode::Count) {
        const std::string conditions = visible(compiler, terms) + where;
        const std::string from = lead ? rowsOf(*lead) : by(compiler.readsRows() ? nullptr : "asset_timeline");
        compiled.sql = "SELECT count(*) FROM " + from + " WHERE " + conditions;
        compiled.readsRows = compiler.readsRows();
    } else {
        const Ordering ordering(query, compiler, terms.isByArrival);
        if (!query.skipToken.isEmpty()) {
            const auto cursor = cursorFrom(query.skipToken, query.orderText, ordering.size());
            if (!cursor) {
                return failed(cursor);
            }
            where += " AND " + ordering.after(*cursor, bindings);
        }
        const char *walked = ordering.index();
        for (size_t at = 0; at < nodes.size() && access == Access::Walk && ordering.isByTime(); ++at) {
            const char *ofValue = indexOfOneValue(*nodes[at]);
            walked = ofValue != nullptr ? ofValue : walked;
        }
        // Sets are for what is rare in the order: then it is better sorted than looked for in it.
        const bool isOrdered = ordering.index() != nullptr && !(access == Access::Sets && compiler.readsRows());
        const std::string from = !terms.among.empty() ? by(nullptr)
                                 : lead               ? rowsOf(*lead)
                                 : isOrdered          ? by(walked)
                                                      : all(nodes, ownerId);
        // One more than asked for: whether there is another page.
        compiled.sql = "SELECT " + ordering.columns() + (terms.columns.empty() ? "" : ", ") + terms.columns + " FROM " +
                       from + " WHERE " + visible(compiler, terms) + where + " ORDER BY " + ordering.orderBy() +
                       " LIMIT " + bindings.add(qint64(query.top) + 1) +
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
        const std::string rows =
            lead->index != nullptr
                ? joined({"SELECT 1 FROM ", by(lead->index), " WHERE a.owner_id = ", owner, " AND ", lead->condition})
                : lead->select;
        const std::string most = bindings.add(limit);
        counts.push_back({joined({"SELECT count(*) FROM (", rows, " LIMIT ", most, ")"}), bindings.take(), 0,
                          lead->index == nullptr});
    }
    return counts;
}

} // namespace kinframe::query

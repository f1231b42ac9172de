// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/limits.h"
#include "query/node.h"
#include "storage/database.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// The query language over images: OData 4.01's options and the short form, as the contract of `GET /api/images` has
// them. A raw query string becomes an ImageQuery, that becomes SQL with bound values, and that the ids of images.
namespace kinframe::query {

struct OrderKey
{
    NodePtr expression;
    bool isDescending = false;
};

/// A query as it was understood. A value: it can be kept and run again, also by several threads at a time.
struct ImageQuery
{
    NodePtr filter;              ///< `$filter` and the terms of the short form; nullptr: all images
    NodePtr search;              ///< `$search`; nullptr: none
    std::vector<OrderKey> order; ///< empty: `created_at desc`
    QString orderText;           ///< `$orderby` as it came
    QString text;                ///< of all that decides which rows there are, as it came; empty: made otherwise
    QStringList select;          ///< names of metadata; empty: all
    int top = defaultRows;       ///< at most 200 are given; 0: only the total
    qint64 skip = 0;
    QString skipToken; ///< of the page before; empty: from the beginning
    bool hasCount = true;
};

/// Understands the part of a URL behind the question mark (undecoded), or the same as the body of a POST.
/// QueryInvalid, QueryTooComplex, UnknownField, with the facts `target`, `code` and, where it is known, `position`
/// (of a character in the decoded option, from 0).
[[nodiscard]] Result<ImageQuery> parseQuery(QByteArrayView raw);

/// A value behind a parameter of a statement; a QByteArray is a blob.
using Binding = std::variant<std::monostate, qint64, double, QString, QByteArray>;

enum class Mode { Page, Count };

/// How a statement finds its rows. Each gives the same ones.
enum class Access {
    Walk, ///< each row is looked at, for a page in the order asked for: for conditions that many rows meet
    Sets, ///< every condition makes its set of rows first
    Lead, ///< one condition that few rows meet makes the set, the others are looked at in it
};

/// SQL over the library's schema, made of our own words only, with the values for `?1`, `?2`, …. Columns of a page: the
/// id of the asset, then the values of its order, which the token of the next page is made from.
struct CompiledQuery
{
    std::string sql;
    std::vector<Binding> bindings;
    int orderColumns = 0;
    bool isSet = false;     ///< of countLeads(): the rows are of another table than `asset`
    bool readsRows = false; ///< of a count: it looks at more than an index
};

/// What a list asks for beyond a page; SQL of our own words over `asset a`.
struct ListTerms
{
    std::string columns;       ///< behind those of the order
    std::string condition;     ///< of all rows
    std::vector<qint64> among; ///< only these assets; empty: of all
    bool isByArrival = false;  ///< the newest here first, whatever the order of the query
    bool seesTrash = false;
    bool leavesOutArchive = false; ///< unless the query asks for it
};

/// `lead`: which of the leads below; others than Lead ignore it. QueryInvalid (a token that does not fit),
/// QueryTooComplex. The functions that the SQL uses are on a connection after addFunctions().
[[nodiscard]] Result<CompiledQuery> compile(const ImageQuery &query, qint64 ownerId, Mode mode,
                                            Access access = Access::Walk, int lead = 0, const ListTerms &terms = {});

/// One statement per condition that can lead, each counting its rows up to `limit`, which is the last of its values.
[[nodiscard]] std::vector<CompiledQuery> countLeads(const ImageQuery &query, qint64 ownerId, qint64 limit);

/// Gives a connection what SQLite lacks; once for each, later calls cost nothing.
void addFunctions(storage::Connection &connection);

struct QueryPage
{
    std::vector<qint64> ids; ///< rows of `asset`, in order
    std::optional<qint64> total;
    bool hasMore = false;
    QString nextToken; ///< where there is more
};

/// Runs a query over the images of one owner, within the snapshot of `connection`. QueryTooSlow after `longest`,
/// Canceled where the stop token of Database::read asks for it; else as compile(). Throws SqlError.
[[nodiscard]] Result<QueryPage> runQuery(storage::Connection &connection, const ImageQuery &query, qint64 ownerId,
                                         std::chrono::milliseconds longest = longestQuery);

/// The same over a snapshot of its own.
[[nodiscard]] Result<QueryPage> runQuery(storage::Database &database, const ImageQuery &query, qint64 ownerId,
                                         const std::stop_token &stop = {});

} // namespace kinframe::query

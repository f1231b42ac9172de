// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <functional>
#include <span>

namespace kinframe::query {

/// A query as a person writes it.
struct WrittenQuery
{
    QString filter; ///< OData or the short form with its ampersands; empty: all
    QString search; ///< words, as of `$search`
    QString order;  ///< as of `$orderby`; empty: the newest first

    friend bool operator==(const WrittenQuery &, const WrittenQuery &) = default;
};

/// In place of an order: the last that came into the library first.
constexpr QLatin1StringView arrivalOrder("added desc");

/// Which images a list is about, before any condition. What is put aside is in the archive and the trash
/// alone, unless a condition asks for it or for albums, which hold it too.
/// All and Archive show one photo of each stack, as long as there are neither conditions nor words.
enum class Scope { All, Favourites, Videos, Archive, Trash };

/// How the rows of a list lie.
enum class ListOrder {
    Time,    ///< by `created_at`
    Number,  ///< by one number: ListedRow::order
    Arrival, ///< by their ids
    Other,   ///< something that only the database can tell
};

/// A written query that was understood, as a list of it is read. A value.
struct ListQuery
{
    ImageQuery query;
    Scope scope = Scope::All;
    ListOrder order = ListOrder::Time;
    bool isDescending = true;
};

/// Understands what was written. As parseQuery(); positions are those in the whole text of `filter`.
[[nodiscard]] Result<ListQuery> readWritten(const WrittenQuery &written, Scope scope = Scope::All);

/// What is known of every image of a list: enough to lay it out.
struct ListedRow
{
    qint64 id = 0;                       ///< row of `asset`
    qint64 createdAt = 0;                ///< ms UTC
    std::optional<qint64> offsetMinutes; ///< east of UTC, where the file says
    double width = 0;                    ///< pixels, upright; 0: not known
    double height = 0;
    /// Number: what it is ordered by, minus infinity where there is none. Other: tells only whether that has changed.
    double order = 0;
};

/// Gives `take` the rows of a query in its order, one by one: at least `atFirst` of them and then a token, or all.
/// Quick where it reads few: the rest is one more call with the token, as ImageQuery::skipToken, and without `atFirst`.
/// The token is empty where there is no more. Ends when the connection is told to stop, and never by itself; what was
/// taken by then is nothing. As compile(). Throws SqlError.
[[nodiscard]] Result<QString> listRows(storage::Connection &connection, const ListQuery &query, qint64 ownerId,
                                       std::optional<int> atFirst, const std::function<void(const ListedRow &)> &take);

/// Those of the assets that are in the list, in no order. As listRows().
[[nodiscard]] Result<std::vector<ListedRow>> listedAmong(storage::Connection &connection, const ListQuery &query,
                                                         qint64 ownerId, std::span<const qint64> assets);

} // namespace kinframe::query

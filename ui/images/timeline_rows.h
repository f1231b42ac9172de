// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/listing.h"

#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::ui {

/// What is known of every photo of the list: just enough to lay it out and to find its place.
struct TimelineRow
{
    qint64 id = 0;
    qint64 createdAt = 0; ///< ms UTC
    double order = 0;     ///< as query::ListedRow
    qint32 day = 0;       ///< Julian, where it was taken
    float aspect = 1;     ///< width divided by height
};

/// Whether one row stands above another, in lists of whose order a row knows enough.
class RowOrder
{
public:
    RowOrder() = default;
    explicit RowOrder(const query::ListQuery &query)
        : m_kind(query.order)
        , m_isDescending(query.isDescending)
    {
    }

    /// Only the database can tell.
    [[nodiscard]] bool isUnknown() const { return m_kind == query::ListOrder::Other; }
    [[nodiscard]] bool isByTime() const { return m_kind == query::ListOrder::Time; }
    [[nodiscard]] bool operator()(const TimelineRow &a, const TimelineRow &b) const;

private:
    query::ListOrder m_kind = query::ListOrder::Time;
    bool m_isDescending = true;
};

/// A run of rows, with the headings of its days.
struct TimelineChunk
{
    std::vector<TimelineRow> rows;
    QHash<qint32, QString> titles;
    QString nextToken; ///< empty: there is nothing behind it
};

/// The first rows and more where that costs nothing, or all behind those that the query's token is of. Throws SqlError.
[[nodiscard]] Result<TimelineChunk> readRows(storage::Connection &db, qint64 userId, const query::ListQuery &query,
                                             std::optional<int> atFirst);

/// An asset that something happened to, as the list has it now: no row where it is not in it (any more).
struct TimelineChange
{
    qint64 id = 0;
    std::optional<TimelineRow> row;
};
/// Those of the assets that ever were, and what shares a stack with one. Throws SqlError.
[[nodiscard]] Result<std::vector<TimelineChange>>
readChanges(storage::Connection &db, qint64 userId, const query::ListQuery &query, std::span<const QUuid> assets);

/// `Saturday, 14 March 2026` as the person writes it.
[[nodiscard]] QString titleOfDay(qint32 day);

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::ui {

/// What is known of every photo of the list: just enough to lay it out.
struct TimelineRow
{
    qint64 id = 0;
    qint64 createdAt = 0; ///< ms UTC
    qint32 day = 0;       ///< Julian, where it was taken
    float aspect = 1;     ///< width divided by height
};

/// The order of the list: newest first.
[[nodiscard]] inline bool isAbove(const TimelineRow &a, const TimelineRow &b)
{
    return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.id > b.id;
}

enum class TimelineFilter { All, Favourites, Videos, Trash };

/// A run of rows, with the headings of its days.
struct TimelineChunk
{
    std::vector<TimelineRow> rows;
    QHash<qint32, QString> titles;
};

/// At most `limit` rows (-1: all) below `after`, or from the top. Throws SqlError.
[[nodiscard]] TimelineChunk readRows(storage::Connection &db, qint64 userId, TimelineFilter filter,
                                     const std::optional<TimelineRow> &after, int limit);

/// An asset that something happened to, as the list has it now: no row where it is not in it (any more).
struct TimelineChange
{
    qint64 id = 0;
    std::optional<TimelineRow> row;
};
/// Those of the assets that ever were. Throws SqlError.
[[nodiscard]] std::vector<TimelineChange> readChanges(storage::Connection &db, qint64 userId, TimelineFilter filter,
                                                      std::span<const QUuid> assets);

/// `Saturday, 14 March 2026` as the person writes it.
[[nodiscard]] QString titleOfDay(qint32 day);

} // namespace kinframe::ui

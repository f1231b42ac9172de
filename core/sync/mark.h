// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QString>

namespace kinframe::sync {

constexpr qint64 dayMs = 86'400'000;
/// For so long it is remembered what was deleted for good.
constexpr qint64 tombstoneAgeMs = 100 * dayMs;
/// Clients that know no epoch use times of their own, whose clocks may be off by less than this.
constexpr qint64 overlapMs = 10 * 60'000;
/// From so many changes on, all of them is quicker.
constexpr int tooManyChanges = 10'000;

/// Where the library stands: what a client needs to know to ask for what comes after. All times are change stamps.
struct Mark
{
    qint64 stamp = 0;          ///< the newest that is in the library
    QString epoch;             ///< another one after each restore
    qint64 restoredAt = 0;     ///< the last stamp before anything was done to the restored library; 0: never restored
    qint64 tombstonesFrom = 0; ///< up to this one, tombstones have been taken away
    qint64 entry = 0;          ///< the newest place that an entry was given
    qint64 entriesFrom = 0;    ///< up to this one, entries of what is gone have been taken away
};

/// In the caller's snapshot. Throws SqlError.
[[nodiscard]] Mark readMark(storage::Connection &db);

} // namespace kinframe::sync

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/mark.h"

#include <QUuid>

#include <vector>

namespace kinframe::sync {

/// What a client asks for that has a user's assets as they were.
struct DeltaSync
{
    qint64 ownerId = 0;
    qint64 updatedAfter = 0; ///< ms: a stamp that it was given, or a time of its own clock
    QString epoch;           ///< that it was given with the stamp; empty: it does not say
};

struct Delta
{
    Mark mark;
    bool needsFullSync = false;   ///< the lists are empty then
    std::vector<QUuid> deleted;   ///< for good, and hidden behind the picture of a live photo
    std::vector<qint64> upserted; ///< row ids by change stamp
};

/// What changed since, in one snapshot: fewer than tooManyChanges. A client that gives the epoch is answered exactly,
/// any other with an overlap. `now` is the server's own time. Throws SqlError.
[[nodiscard]] Delta deltaSync(storage::Connection &db, const DeltaSync &asked, qint64 now);

} // namespace kinframe::sync

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/database.h"
#include "sync/delta_sync.h"
#include "sync/full_sync.h"

#include <QUuid>

#include <map>
#include <optional>

namespace kinframe::test {

/// What a copy of a library holds of it: the assets, and how they were when they came.
using Holdings = std::map<QUuid, qint64>;

/// All that a user's clients are to hold.
[[nodiscard]] Holdings holdingsOf(storage::Database &database, qint64 ownerId);

/// A client that keeps a copy as the rules of sync say, one request at a time, with whatever in between.
class SyncClient
{
public:
    enum class Kind {
        Exact,    ///< sends back the stamp and the epoch
        Stamped,  ///< sends back the stamp alone
        OwnClock, ///< knows nothing of stamps: uses the time at which it began to ask
    };
    struct Setup
    {
        Kind kind = Kind::Exact;
        int pageSize = 10;
        Clock clock; ///< the client's own
    };

    SyncClient(storage::Database &database, qint64 ownerId, Setup setup);

    /// The next request: a page of the walk through everything, or what changed since.
    void step();
    /// While nothing changes: until a delta has brought the rest.
    void settle();

    [[nodiscard]] const Holdings &holdings() const { return m_held; }
    [[nodiscard]] int walks() const { return m_walks; }
    [[nodiscard]] int deltas() const { return m_deltas; }

private:
    struct Walk
    {
        qint64 until;
        std::optional<QUuid> lastId;
        std::optional<qint64> next; ///< that the first page says
        Holdings found;
    };

    void walkOn();
    void askForChanges();

    storage::Database &m_database;
    const qint64 m_ownerId;
    const Setup m_setup;
    std::optional<Walk> m_walk;
    Holdings m_held;
    qint64 m_next = 0;
    QString m_epoch;
    bool m_isComplete = false;
    bool m_afterWalk = false; ///< no delta since
    int m_walks = 0;
    int m_deltas = 0;
};

} // namespace kinframe::test

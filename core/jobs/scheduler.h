// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/board.h"

namespace kinframe::jobs {

/// The one thread that leases, renews, times out and writes down what did not succeed. It sleeps until something comes
/// or the next of these is due.
class Scheduler
{
public:
    explicit Scheduler(Board &board)
        : m_board(board)
    {
    }

    /// The body of the thread; ends after Board::isClosing, when all is written.
    void run();

private:
    using Lock = std::unique_lock<std::mutex>;

    [[nodiscard]] bool isOver() const;
    void wait(Lock &lock);
    [[nodiscard]] qint64 msUntilNext() const;

    void liftHolds();
    void fireTimeouts(Lock &lock);
    void writeOff(Kind &kind, Running &running);
    void joinGone(Lock &lock);
    void releaseIdle();
    void cancelAsked(Lock &lock);
    void lease(Lock &lock);
    void take(const table::Wanted &wanted, table::Leased leased);
    void startWorkers(Kind &kind);
    void renew(Lock &lock);
    void settle(Lock &lock);
    void settled(Kind &kind, const Settlement &settlement, table::Ended ended, qint64 runAt);

    Board &m_board;
    qint64 m_renewAt = 0;       ///< steadyMs
    qint64 m_retryWritesAt = 0; ///< steadyMs: the database did not take a write
    int m_failedWrites = 0;
    bool writesAreDue() const { return m_failedWrites == 0 || steadyMs() >= m_retryWritesAt; }
    void wrote(bool isOk);
};

} // namespace kinframe::jobs

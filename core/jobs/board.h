// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "jobs/job_row.h"
#include "jobs/job_table.h"
#include "jobs/progress.h"
#include "jobs/retry_policy.h"

#include <condition_variable>
#include <deque>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <thread>
#include <unordered_map>

/// What the threads of a JobQueue share. For the .cpp files of this folder only.
namespace kinframe::jobs {

enum class StopReason { None, Timeout, Cancel, Shutdown };

struct Worker
{
    std::thread thread;
    bool isGone = false;       ///< about to end: can be joined
    bool isWrittenOff = false; ///< its handler does not come back
};

/// A handler at work.
struct Running
{
    table::Lease lease;
    std::stop_source stop;
    qint64 deadline = table::never; ///< steadyMs
    StopReason reason = StopReason::None;
    bool isWrittenOff = false;
    Worker *worker = nullptr;
};

/// Why no job of a kind can run, and when that is tried again.
struct Hold
{
    Error reason;
    qint64 until = table::never; ///< steadyMs
};

/// A job on its way back to the table because its attempt did not succeed.
struct Settlement
{
    table::Lease lease;
    Verdict verdict = Verdict::Release;
    Error error;
    int tries = 0; ///< of writing this
};

struct Kind
{
    KindOptions options;
    Handler handler;

    std::deque<table::Lease> ready; ///< leased, in the order in which they run
    std::unordered_map<qint64, std::shared_ptr<Running>> running;
    std::unordered_map<qint64, bool> ending; ///< handler done, outcome not yet written; true: a suspect
    std::list<Worker> workers;
    int activeWorkers = 0; ///< without those written off
    int idleWorkers = 0;
    std::condition_variable wake;

    bool isPaused = false;
    std::optional<Hold> hold;
    bool mayHaveMore = true;         ///< the table is worth a look
    qint64 nextRunAt = table::never; ///< wall clock
    std::optional<int> overtakes;    ///< a waiting job of higher priority than this has come
    double averageMs = -1;           ///< of a handler's run; negative: not known
    double owedRestMs = 0;           ///< for background jobs that have been run, while their share is limited
    qint64 restsUntil = 0;           ///< steadyMs: no background job begins before, as long as it is
    bool isCounted = false;
    qint64 outstanding = 0; ///< unfinished jobs, about: drawn level whenever the table is drained
    qint64 done = 0;
    qint64 doneInTask = 0;
    std::optional<ScopedTask> task;
};

struct Board : std::enable_shared_from_this<Board>
{
    storage::Database &database;
    JobQueueOptions options;

    std::mutex mutex; ///< over all below, and never held while a handler, a hook or the database works
    std::condition_variable wakeScheduler;
    bool hasNews = false;
    qint64 sleepsUntil = 0; ///< steadyMs: when the scheduler looks again by itself
    std::condition_variable workersGone;
    std::map<QString, std::unique_ptr<Kind>> kinds;
    std::deque<Settlement> settlements;
    std::deque<QString> toCancel; ///< kinds whose jobs somebody called off in the progress registry
    std::set<QString> pausedKinds;
    double backgroundShare = 1; ///< of a kind's time; see JobQueue
    bool isPaused = false;      ///< all kinds
    bool isStopping = false;    ///< no job begins any more
    bool isClosing = false;     ///< all workers have ended: the scheduler writes what is left and ends

    Board(storage::Database &theDatabase, JobQueueOptions theOptions);

    [[nodiscard]] bool mayRun(const Kind &kind) const
    {
        return !isStopping && !isPaused && !kind.isPaused && !kind.hold;
    }
    [[nodiscard]] Kind *find(const QString &name);
    [[nodiscard]] bool hasSuspect() const;
    /// What is shown of the kind's progress.
    void show(Kind &kind);
    void count(Kind &kind, qint64 added, qint64 finished);
    void settle(Settlement settlement);
    /// There is news for the scheduler.
    void poke();
    void wakeAll();
};

/// The body of a worker's thread.
void work(Board &board, Kind &kind, Worker &self);

} // namespace kinframe::jobs

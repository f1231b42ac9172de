// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "jobs/handler.h"
#include "jobs/job.h"
#include "storage/database.h"

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace kinframe {
class ProgressRegistry;
}

namespace kinframe::jobs {

struct JobQueueOptions
{
    Clock clock = wallMs;
    std::function<double()> jitter = {};  ///< 0 to 1, spreads retries; empty: random
    ProgressRegistry *progress = nullptr; ///< outlives the queue
    /// How long a job stays taken without a sign of life; renewed while it runs.
    std::chrono::milliseconds lease = std::chrono::minutes(1);
    /// A handler that goes on for so long after its time-out is written off: another thread takes its place, and what
    /// it may still bring is refused.
    std::chrono::milliseconds grace = std::chrono::seconds(30);
};

struct KindStatus
{
    qint64 waiting = 0; ///< also those that wait for their time
    qint64 running = 0;
    qint64 failed = 0;
    qint64 done = 0; ///< since the start
    int concurrency = 0;
    bool isPaused = false;
    std::optional<Error> hold; ///< why its jobs cannot run now
};

struct JobFilter
{
    QString kind = {};                  ///< empty: all
    std::optional<JobState> state = {}; ///< none: all
    QUuid subject = {};                 ///< null: all
    qint64 after = 0;                   ///< the last id of the page before
    int limit = 100;                    ///< 1 to 1000
};

/// The stored jobs and the threads that do them. A job is leased; its effect and its end are one transaction, in which
/// the lease is checked. One process owns the library, so leases found at the start are of a dead one. Every call from
/// any thread, but those that write (they say so) not from inside a write, nor on the GUI thread.
class JobQueue
{
public:
    explicit JobQueue(storage::Database &database, JobQueueOptions options = {});
    /// As stop().
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    /// Jobs of kinds nobody registered wait. Also while the queue runs; a kind is registered once.
    void registerKind(KindOptions options, Handler handler);
    /// Frees what a dead process held, and begins. Writes.
    [[nodiscard]] Result<void> start();
    /// Handlers get their stop token; what they have not finished goes back, with no attempt counted. Returns when all
    /// threads have ended.
    void stop();

    /// Adds a job within somebody's write; workers are woken once that is committed. Gives the job's id.
    [[nodiscard]] Result<qint64> enqueue(storage::Transaction &transaction, const JobSpec &spec);
    /// Adds a job in a write of its own.
    [[nodiscard]] Result<qint64> enqueue(const JobSpec &spec);

    /// Its handler is stopped, its row goes, its failure hook hears Canceled. NotFound. Writes.
    [[nodiscard]] Result<void> cancel(qint64 id);
    /// All of the kind that wait or run; gives how many. Writes.
    [[nodiscard]] Result<qint64> cancelKind(const QString &kind);
    /// Failed jobs of the kind (empty: all) wait again, with all their tries; gives how many. Writes.
    [[nodiscard]] Result<qint64> retryFailed(const QString &kind);
    [[nodiscard]] Result<void> retry(qint64 id);
    /// Forgets failed jobs of the kind (empty: all); gives how many. Writes.
    [[nodiscard]] Result<qint64> clearFailed(const QString &kind);

    /// No further job of the kind begins (empty: none at all), also after a restart. Writes.
    [[nodiscard]] Result<void> pause(const QString &kind);
    /// Undoes pause. Writes.
    [[nodiscard]] Result<void> resume(const QString &kind);
    /// What held the kind is no more: the models have come, say.
    void liftHold(const QString &kind);
    /// 1 to 64.
    void setConcurrency(const QString &kind, int threads);
    /// How much of one thread's time each kind may spend on jobs of priority::background and below, for as long as
    /// something else needs the whole computer: more than 0; 1 or more is no limit. They rest in between; others do
    /// not.
    void setBackgroundShare(double share);
    [[nodiscard]] double backgroundShare() const;
    /// Looks at the clock again, after the computer has slept for example.
    void clockChanged();

    [[nodiscard]] Result<std::map<QString, KindStatus>> status();
    [[nodiscard]] bool isPaused(const QString &kind) const;
    /// Why no job of the kind can run now.
    [[nodiscard]] std::optional<Error> holdOf(const QString &kind) const;
    /// By id.
    [[nodiscard]] Result<std::vector<Job>> list(const JobFilter &filter);

private:
    struct Threads;
    [[nodiscard]] Result<void> setPaused(const QString &kind, bool isPaused);
    std::shared_ptr<struct Board> m_board;
    std::unique_ptr<Threads> m_threads;
};

} // namespace kinframe::jobs

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job.h"
#include "storage/transaction.h"

#include <any>
#include <chrono>
#include <functional>
#include <stop_token>

namespace kinframe::jobs {

class JobContext;

/// What a job changes in the library, run on the writer thread in the transaction that also ends the job: both or
/// neither. May be empty. Fast: no files, no computing.
using Effect = std::function<Result<void>(storage::Transaction &)>;

/// Does a job on a thread of its kind and gives what is to be written. Run at least once per job, its effect seen once:
/// what it does outside the database must bear repeating.
using Handler = std::function<Result<Effect>(const Job &, JobContext &)>;

/// Told of a job that has failed for good or was cancelled (ErrorCode::Canceled), in the transaction that says so.
using FailureHook = std::function<Result<void>(storage::Transaction &, const Job &, const Error &)>;

/// How jobs of a kind are run.
struct KindOptions
{
    QString kind = {};
    int concurrency = 1; ///< 1 to 64 threads
    /// When the handler's stop token fires; twice that after it did once. 0: never.
    std::chrono::milliseconds timeout = std::chrono::minutes(10);
    int maxAttempts = 3;
    int maxTimeouts = 3;
    /// A job that was leased as the program ended is run alone from then on; after so many ends it counts as their
    /// cause.
    int maxCrashes = 4;
    std::chrono::milliseconds retryDelay =
        std::chrono::seconds(2); ///< before the second try; four times that, and so on
    /// A worker's state is dropped after so long without a job.
    std::chrono::milliseconds keepStateFor = std::chrono::minutes(1);
    /// Shows the kind in the progress registry as one task, under this code of a title. Empty: not shown.
    QString title = {};
    FailureHook onFailed = {};
};

/// What a handler may ask while it runs. On its worker's thread, only during the call.
class JobContext
{
public:
    struct Wiring
    {
        std::stop_token stop;
        qint64 deadline;
        int attempt;
        std::any &state;
        std::function<void(qint64 done, qint64 total)> report;
    };
    explicit JobContext(Wiring wiring)
        : m_wiring(std::move(wiring))
    {
    }

    /// Fires on time-out, cancellation and shutdown; return soon then, with any error.
    [[nodiscard]] const std::stop_token &stopToken() const { return m_wiring.stop; }
    [[nodiscard]] bool shouldStop() const { return m_wiring.stop.stop_requested(); }
    /// On the clock of steadyMs(); the largest number where there is none.
    [[nodiscard]] qint64 deadline() const { return m_wiring.deadline; }
    /// From 1.
    [[nodiscard]] int attempt() const { return m_wiring.attempt; }
    /// What this worker keeps from job to job, one neural net for example. Empty at first and after a long rest.
    [[nodiscard]] std::any &workerState() { return m_wiring.state; }
    /// The state as a T, made by `make() -> Result<T>` where there is none yet. T can be copied (a shared_ptr).
    template <typename T, typename Make>
    [[nodiscard]] Result<T *> state(Make make)
    {
        if (T *kept = std::any_cast<T>(&m_wiring.state)) {
            return kept;
        }
        Result<T> made = make();
        if (!made) {
            return failed(made);
        }
        return &m_wiring.state.emplace<T>(std::move(*made));
    }
    /// Shows a long job as a task of its own; `total` -1 where it is unknown.
    void progress(qint64 done, qint64 total) { m_wiring.report(done, total); }

    /// `return context.hold({ErrorCode::ModelMissing});`: no job of this kind can run now. They wait, and say why,
    /// until JobQueue::liftHold.
    [[nodiscard]] Failure hold(Error reason)
    {
        m_isHold = true;
        return Failure(std::move(reason));
    }
    [[nodiscard]] bool isHold() const { return m_isHold; }

private:
    Wiring m_wiring;
    bool m_isHold = false;
};

} // namespace kinframe::jobs

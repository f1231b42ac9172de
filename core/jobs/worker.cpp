// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "jobs/board.h"

#include <algorithm>

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;
using Lock = std::unique_lock<std::mutex>;

// Ended jobs whose outcome is on its way to the disk. More would only make the writer's queue longer.
constexpr size_t mostEnding = 1024;
// A full disk is no job's fault; they wait, and are tried again so often.
constexpr qint64 noSpacePauseMs = 30'000;

// Rests are saved up until they are worth it: jobs that follow each other share what they write.
constexpr double shortestRestMs = 1000;
// A job that took very long must not make the next one wait as many times longer.
constexpr double longestRestMs = 10'000;

bool isBackground(const Job &job)
{
    return job.priority <= priority::background;
}

bool rests(const Board &board, const Kind &kind)
{
    return board.backgroundShare < 1 && !kind.ready.empty() && isBackground(kind.ready.front().job) &&
           steadyMs() < kind.restsUntil;
}

bool canTake(const Board &board, const Kind &kind)
{
    return board.mayRun(kind) && !kind.ready.empty() && kind.ending.size() < mostEnding && !rests(board, kind);
}

bool mustLeave(const Board &board, const Kind &kind, const Worker &self)
{
    return board.isStopping || self.isWrittenOff || kind.activeWorkers > kind.options.concurrency;
}

std::shared_ptr<Running> take(Kind &kind)
{
    auto running = std::make_shared<Running>();
    running->lease = std::move(kind.ready.front());
    kind.ready.pop_front();
    if (const qint64 timeout = timeoutOf(kind.options, running->lease.job); timeout > 0) {
        running->deadline = steadyMs() + timeout;
    }
    kind.running.emplace(running->lease.job.id, running);
    return running;
}

struct Outcome
{
    Result<Effect> effect;
    bool isHold = false;
};

Outcome run(Board &board, const Kind &kind, const Running &running, std::any &state)
{
    const Job &job = running.lease.job;
    std::optional<ScopedTask> task;
    const auto report = [&](qint64 done, qint64 total) {
        if (board.options.progress == nullptr) {
            return;
        }
        if (!task) {
            task.emplace(board.options.progress->begin({job.kind,
                                                        kind.options.title.isEmpty() ? job.kind : kind.options.title,
                                                        {},
                                                        job.subject,
                                                        total,
                                                        {},
                                                        {}}));
        }
        task->set(done, total);
    };
    JobContext context({running.stop.get_token(), running.deadline, job.attempts + job.timeouts + 1, state, report});
    try {
        Result<Effect> effect = kind.handler(job, context);
        const bool isHold = !effect && context.isHold();
        return {std::move(effect), isHold};
    } catch (const storage::SqlError &error) {
        return {Failure(error.toError())};
    } catch (const std::exception &error) {
        return {fail(ErrorCode::Internal, {}, QString::fromUtf8(error.what()))};
    }
}

void completed(Board &board, Kind &kind, const table::Lease &lease, const Result<table::Ended> &ended)
{
    const Lock lock(board.mutex);
    if (!ended) {
        board.settle({lease, Verdict::Attempt, ended.error()});
        return;
    }
    kind.ending.erase(lease.job.id);
    if (*ended == table::Ended::Gone) {
        ++kind.done;
        board.count(kind, 0, 1);
    } else {
        // Run again, or lost and in another's hands.
        kind.mayHaveMore = true;
    }
    if (lease.job.crashes > 0) {
        board.wakeAll();
    }
    if (kind.ending.size() + 1 == mostEnding) {
        kind.wake.notify_all();
    }
    if (kind.mayHaveMore || board.isStopping) {
        board.poke();
    }
}

/// Hands the effect to the writer and does not wait: thousands of small jobs share one sync of the disk.
void complete(Board &board, Kind &kind, const table::Lease &lease, Effect effect)
{
    board.database.writeThen(
        [&board, lease, effect = std::move(effect)](storage::Transaction &tx) -> Result<table::Ended> {
            const table::Ended ended = table::complete(tx, lease, board.options.clock());
            if (ended == table::Ended::Lost) {
                qCInfo(logJobs).noquote() << "outcome refused, its lease is lost:" << lease.job.kind << lease.job.id;
                return ended;
            }
            if (effect) {
                if (auto done = effect(tx); !done) {
                    return failed(done);
                }
            }
            return ended;
        },
        [kept = board.shared_from_this(), &kind, lease](const Result<table::Ended> &ended) {
            completed(*kept, kind, lease, ended);
        });
}

Settlement settlementOf(const Running &running, Kind &kind, const Outcome &outcome)
{
    const Error &error = outcome.effect.error();
    Settlement settlement{running.lease, Verdict::Attempt, error};
    if (running.reason == StopReason::Shutdown || error.code == ErrorCode::ShuttingDown) {
        settlement.verdict = Verdict::Release;
    } else if (running.reason == StopReason::Timeout) {
        settlement.verdict = Verdict::Timeout;
        settlement.error = {ErrorCode::Timeout,
                            {{u"seconds"_s, QString::number(timeoutOf(kind.options, running.lease.job) / 1000.0)}},
                            error.forLog()};
    } else if (outcome.isHold) {
        settlement.verdict = Verdict::Release;
        kind.hold = Hold{error};
        qCInfo(logJobs).noquote() << kind.options.kind << "is held:" << error.forLog();
    } else if (error.kind() == ErrorKind::NoSpace) {
        settlement.verdict = Verdict::Release;
        kind.hold = Hold{error, steadyMs() + noSpacePauseMs};
    }
    return settlement;
}

/// Also how long the kind is to rest for what the job took; all its threads rest together.
void measure(const Board &board, Kind &kind, const Job &job, qint64 startedNs)
{
    using namespace std::chrono;
    const qint64 now = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    const double ms = double(now - startedNs) / 1e6;
    kind.averageMs = kind.averageMs < 0 ? ms : 0.9 * kind.averageMs + 0.1 * ms;
    if (board.backgroundShare == 1 || !isBackground(job)) {
        return;
    }
    kind.owedRestMs += std::min(ms * (1 / board.backgroundShare - 1), longestRestMs);
    if (kind.owedRestMs >= shortestRestMs) {
        kind.restsUntil = steadyMs() + qint64(kind.owedRestMs);
        kind.owedRestMs = 0;
    }
}

/// Runs one job; the lock is not held meanwhile.
void runOne(Board &board, Kind &kind, Worker &self, Lock &lock, std::any &state)
{
    const std::shared_ptr<Running> running = take(kind);
    running->worker = &self;
    const qint64 id = running->lease.job.id;
    if (running->deadline < board.sleepsUntil || kind.mayHaveMore) {
        board.poke();
    }
    lock.unlock();
    using namespace std::chrono;
    const qint64 started = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    Outcome outcome = run(board, kind, *running, state);
    lock.lock();
    measure(board, kind, running->lease.job, started);
    if (running->isWrittenOff) {
        return;
    }
    kind.running.erase(id);
    if (running->reason == StopReason::Cancel) {
        // Its row has gone.
        board.wakeAll();
        return;
    }
    if (!outcome.effect) {
        board.settle(settlementOf(*running, kind, outcome));
        return;
    }
    kind.ending.emplace(id, running->lease.job.crashes > 0);
    lock.unlock();
    complete(board, kind, running->lease, std::move(*outcome.effect));
    lock.lock();
}

/// Until there is something to do. What the worker keeps from job to job is dropped meanwhile, if that takes long.
void await(const Board &board, Kind &kind, const Worker &self, Lock &lock, std::any &state)
{
    const qint64 idleAt = steadyMs() + kind.options.keepStateFor.count();
    while (!canTake(board, kind) && !mustLeave(board, kind, self)) {
        const qint64 now = steadyMs();
        if (state.has_value() && now >= idleAt) {
            lock.unlock();
            state.reset();
            lock.lock();
            continue;
        }
        const qint64 until =
            std::min(state.has_value() ? idleAt : table::never, rests(board, kind) ? kind.restsUntil : table::never);
        if (until == table::never) {
            kind.wake.wait(lock);
        } else {
            kind.wake.wait_for(lock, std::chrono::milliseconds(std::max<qint64>(1, until - now)));
        }
    }
}

} // namespace

void work(Board &board, Kind &kind, Worker &self)
{
    std::any state;
    Lock lock(board.mutex);
    while (!mustLeave(board, kind, self)) {
        ++kind.idleWorkers;
        await(board, kind, self, lock, state);
        --kind.idleWorkers;
        if (canTake(board, kind) && !mustLeave(board, kind, self)) {
            runOne(board, kind, self, lock, state);
        }
    }
    lock.unlock();
    state.reset();
    lock.lock();
    if (!self.isWrittenOff) {
        --kind.activeWorkers;
    }
    self.isGone = true;
    board.poke();
}

} // namespace kinframe::jobs

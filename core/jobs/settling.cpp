// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/settling.h"

#include "base/log.h"
#include "jobs/scheduler.h"

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;
using table::Ended;

// A failure hook that refuses must not keep its job for ever: the job fails without it then, or after so many tries.
constexpr int mostTriesWithHook = 3;

bool isOfTheDatabase(const Error &error)
{
    return error.kind() == ErrorKind::NoSpace || error.code == ErrorCode::DiskFailed ||
           error.code == ErrorCode::DiskReadOnly || error.code == ErrorCode::DatabaseFailed ||
           error.code == ErrorCode::ShuttingDown;
}

struct Settled
{
    Ended ended = Ended::Again;
    qint64 runAt = table::never;
};

Result<Settled> write(storage::Transaction &tx, const KindOptions &options, const Settlement &settlement, qint64 now,
                      double spread)
{
    const Sentence sentence = judge(options, settlement.lease.job, settlement.verdict, settlement.error, now, spread);
    if (!sentence.isFinal) {
        const bool isHeld = table::putBack(tx, settlement.lease, sentence.job, now);
        return Settled{isHeld ? Ended::Again : Ended::Lost, sentence.job.runAt};
    }
    const Ended ended = table::fail(tx, settlement.lease, sentence.job, now);
    if (ended == Ended::Gone && options.onFailed && settlement.tries < mostTriesWithHook) {
        if (auto told = options.onFailed(tx, sentence.job, *sentence.job.error); !told) {
            return failed(told);
        }
    }
    return Settled{ended, now};
}

Result<void> removeOne(storage::Transaction &tx, const FailureHook &onFailed, const Job &job)
{
    table::remove(tx, job.id);
    return onFailed ? onFailed(tx, job, {ErrorCode::Canceled, {}, {}}) : Result<void>{};
}

/// Their rows have gone: whatever is in memory of them stops.
void forget(Board &board, const std::vector<Job> &jobs)
{
    std::vector<std::stop_source> sources;
    std::unique_lock lock(board.mutex);
    for (const Job &job : jobs) {
        Kind *kind = board.find(job.kind);
        if (kind == nullptr) {
            continue;
        }
        std::erase_if(kind->ready, [&](const table::Lease &lease) { return lease.job.id == job.id; });
        if (const auto found = kind->running.find(job.id); found != kind->running.end()) {
            found->second->reason = StopReason::Cancel;
            sources.push_back(found->second->stop);
        }
        if (job.state != JobState::Failed) {
            board.count(*kind, 0, 1);
        }
    }
    board.wakeAll();
    lock.unlock();
    for (std::stop_source &source : sources) {
        source.request_stop();
    }
}

FailureHook hookOf(Board &board, const QString &name)
{
    const std::scoped_lock lock(board.mutex);
    const Kind *kind = board.find(name);
    return kind != nullptr ? kind->options.onFailed : FailureHook();
}

} // namespace

void Scheduler::settle(Lock &lock)
{
    if (m_board.settlements.empty() || !writesAreDue()) {
        return;
    }
    std::deque<Settlement> due;
    due.swap(m_board.settlements);
    std::vector<KindOptions> options;
    for (const Settlement &settlement : due) {
        options.push_back(m_board.find(settlement.lease.job.kind)->options);
    }
    lock.unlock();
    std::vector<std::future<Result<Settled>>> writes;
    for (size_t i = 0; i < due.size(); ++i) {
        writes.push_back(
            m_board.database.writeLater([&settlement = due[i], &kind = options[i], now = m_board.options.clock(),
                                         spread = m_board.options.jitter()](storage::Transaction &tx) {
                return write(tx, kind, settlement, now, spread);
            }));
    }
    std::vector<Result<Settled>> outcomes;
    for (auto &write : writes) {
        outcomes.push_back(write.get());
    }
    lock.lock();
    bool isOk = true;
    for (size_t i = 0; i < due.size(); ++i) {
        Settlement &settlement = due[i];
        Kind &kind = *m_board.find(settlement.lease.job.kind);
        if (!outcomes[i]) {
            qCWarning(logJobs).noquote() << "the end of job" << settlement.lease.job.id
                                         << "is not written yet:" << outcomes[i].error().forLog();
            const bool isOfUs = !isOfTheDatabase(outcomes[i].error());
            settlement.tries = isOfUs ? mostTriesWithHook : settlement.tries + 1;
            isOk = isOk && isOfUs;
            m_board.settlements.push_back(std::move(settlement));
            m_board.poke();
            continue;
        }
        settled(kind, settlement, outcomes[i]->ended, outcomes[i]->runAt);
    }
    wrote(isOk);
}

void Scheduler::settled(Kind &kind, const Settlement &settlement, Ended ended, qint64 runAt)
{
    const Job &job = settlement.lease.job;
    kind.ending.erase(job.id);
    if (ended == Ended::Gone) {
        qCWarning(logJobs).noquote() << job.kind << job.id << "failed:" << settlement.error.forLog();
        m_board.count(kind, 0, 1);
    } else {
        kind.nextRunAt = std::min(kind.nextRunAt, runAt);
    }
    if (job.crashes > 0) {
        m_board.wakeAll();
    }
}

Result<void> cancelOne(Board &board, qint64 id)
{
    const auto removed = board.database.write([&](storage::Transaction &tx) -> Result<Job> {
        const auto job = table::find(tx.db(), id);
        if (!job) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"job"_s}, {u"id"_s, QString::number(id)}});
        }
        if (auto done = removeOne(tx, hookOf(board, job->kind), *job); !done) {
            return failed(done);
        }
        return *job;
    });
    if (!removed) {
        return failed(removed);
    }
    forget(board, {*removed});
    return {};
}

Result<qint64> cancelAll(Board &board, const QString &kind)
{
    // In steps, or the writer would be busy for long with a hundred thousand hooks.
    constexpr int step = 500;
    const FailureHook hook = hookOf(board, kind);
    qint64 total = 0;
    for (;;) {
        const auto removed = board.database.write([&](storage::Transaction &tx) -> Result<std::vector<Job>> {
            std::vector<Job> jobs = table::unfinished(tx, kind, step);
            for (const Job &job : jobs) {
                if (auto done = removeOne(tx, hook, job); !done) {
                    return failed(done);
                }
            }
            return jobs;
        });
        if (!removed) {
            return failed(removed);
        }
        if (removed->empty()) {
            return total;
        }
        total += qint64(removed->size());
        forget(board, *removed);
    }
}

} // namespace kinframe::jobs

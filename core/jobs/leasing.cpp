// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "jobs/scheduler.h"

#include <algorithm>
#include <cmath>

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;

// So much work is leased ahead, in time: enough to share one write among many small jobs.
constexpr double leasedAheadMs = 200;
constexpr double mostLeasedAhead = 256;

int ahead(const Kind &kind)
{
    if (kind.averageMs < 0) {
        return 0;
    }
    const double jobs = kind.options.concurrency * leasedAheadMs / std::max(kind.averageMs, 0.01);
    return int(std::clamp(std::floor(jobs), 1.0, mostLeasedAhead));
}

std::optional<table::Wanted> wantedBy(const Board &board, Kind &kind)
{
    if (!board.mayRun(kind)) {
        return std::nullopt;
    }
    if (kind.nextRunAt <= board.options.clock()) {
        kind.mayHaveMore = true;
        // What is due waits for a thread from now on, which wakes us; a time that has passed would not let us sleep.
        kind.nextRunAt = table::never;
    }
    if (!kind.mayHaveMore) {
        return std::nullopt;
    }
    const int prefetch = ahead(kind);
    const int idle = std::max(0, kind.options.concurrency - int(kind.running.size()));
    const int have = int(kind.ready.size());
    table::Wanted wanted{kind.options.kind, idle + prefetch - have};
    wanted.countsRest = !kind.isCounted;
    if (wanted.count > 0 && have <= idle + prefetch / 2) {
        return wanted;
    }
    if (kind.overtakes) {
        wanted.count = kind.options.concurrency;
        wanted.above = *kind.overtakes;
        return wanted;
    }
    return std::nullopt;
}

} // namespace

void Scheduler::lease(Lock &lock)
{
    if (!writesAreDue()) {
        return;
    }
    std::vector<table::Wanted> wanted;
    bool mayTakeSuspect = !m_board.hasSuspect();
    for (const auto &[name, kind] : m_board.kinds) {
        if (const auto one = wantedBy(m_board, *kind)) {
            wanted.push_back(*one);
            // Whatever is added from now on is seen by the next look.
            kind->mayHaveMore = false;
            kind->overtakes.reset();
        }
    }
    if (wanted.empty()) {
        return;
    }
    lock.unlock();
    const qint64 now = m_board.options.clock();
    const qint64 until = now + m_board.options.lease.count();
    using Batch = std::vector<std::pair<table::Wanted, table::Leased>>;
    const auto leased = m_board.database.write([&](storage::Transaction &tx) -> Result<Batch> {
        Batch batch;
        for (table::Wanted one : wanted) {
            if (mayTakeSuspect) {
                one.suspects = true;
                table::Leased suspect = table::lease(tx, one, now, until);
                mayTakeSuspect = suspect.leases.empty();
                batch.emplace_back(one, std::move(suspect));
                one.suspects = false;
            }
            batch.emplace_back(one, table::lease(tx, one, now, until));
        }
        return batch;
    });
    lock.lock();
    wrote(leased.has_value());
    if (!leased) {
        qCWarning(logJobs).noquote() << "no jobs could be leased:" << leased.error().forLog();
        for (const table::Wanted &one : wanted) {
            m_board.find(one.kind)->mayHaveMore = true;
        }
        return;
    }
    for (const auto &[one, jobs] : *leased) {
        take(one, jobs);
    }
}

void Scheduler::take(const table::Wanted &wanted, table::Leased leased)
{
    Kind &kind = *m_board.find(wanted.kind);
    for (table::Lease &lease : leased.leases) {
        if (kind.options.maxCrashes > 0 && lease.job.crashes >= kind.options.maxCrashes) {
            const QString detail = u"the program ended %1 times while it ran"_s.arg(lease.job.crashes);
            m_board.settle({std::move(lease), Verdict::Crash, {ErrorCode::Internal, {}, detail}});
            continue;
        }
        const auto place = std::ranges::upper_bound(kind.ready, lease.job, runsBefore,
                                                    [](const table::Lease &it) -> const Job & { return it.job; });
        kind.ready.insert(place, std::move(lease));
    }
    if (!wanted.suspects && !leased.isDrained) {
        kind.mayHaveMore = true;
    }
    if (leased.isDrained) {
        kind.nextRunAt = leased.nextRunAt;
    }
    if (leased.waiting && (!kind.isCounted || !kind.mayHaveMore)) {
        const qint64 held = qint64(kind.ready.size() + kind.running.size() + kind.ending.size());
        kind.outstanding = *leased.waiting + held;
        kind.isCounted = true;
        m_board.show(kind);
    }
    startWorkers(kind);
}

} // namespace kinframe::jobs

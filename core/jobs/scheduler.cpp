// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scheduler.h"

#include "base/background_thread.h"
#include "base/log.h"
#include "jobs/settling.h"

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;

// The wall clock may be set anew while we sleep: what waits for it is looked at so often at least.
constexpr qint64 longestWallWaitMs = 60'000;
// As many threads of a kind may be lost to handlers that do not come back; more than that, and the kind stands still.
constexpr qsizetype mostWrittenOff = 4;

} // namespace

void Scheduler::run()
{
    Lock lock(m_board.mutex);
    m_renewAt = steadyMs() + m_board.options.lease.count() / 3;
    while (!isOver()) {
        m_board.hasNews = false;
        m_board.sleepsUntil = 0;
        liftHolds();
        fireTimeouts(lock);
        joinGone(lock);
        releaseIdle();
        cancelAsked(lock);
        settle(lock);
        renew(lock);
        lease(lock);
        if (!isOver()) {
            wait(lock);
        }
    }
}

bool Scheduler::isOver() const
{
    if (!m_board.isClosing) {
        return false;
    }
    const auto isIdle = [](const auto &entry) { return entry.second->ready.empty() && entry.second->ending.empty(); };
    // What the database does not take now is freed at the next start.
    return m_failedWrites > 0 || std::ranges::all_of(m_board.kinds, isIdle);
}

void Scheduler::wait(Lock &lock)
{
    const qint64 ms = msUntilNext();
    m_board.sleepsUntil = ms == table::never ? ms : steadyMs() + ms;
    const auto hasNews = [this] { return m_board.hasNews; };
    if (ms == table::never) {
        m_board.wakeScheduler.wait(lock, hasNews);
    } else {
        m_board.wakeScheduler.wait_for(lock, std::chrono::milliseconds(ms), hasNews);
    }
}

void Scheduler::liftHolds()
{
    for (const auto &[name, kind] : m_board.kinds) {
        if (kind->hold && kind->hold->until <= steadyMs()) {
            kind->hold.reset();
            kind->mayHaveMore = true;
        }
    }
}

void Scheduler::fireTimeouts(Lock &lock)
{
    const qint64 now = steadyMs();
    std::vector<std::stop_source> due;
    for (const auto &[name, kind] : m_board.kinds) {
        for (const auto &[id, running] : kind->running) {
            if (running->deadline > now) {
                continue;
            }
            if (running->reason == StopReason::None) {
                running->reason = StopReason::Timeout;
                due.push_back(running->stop);
            }
            if (now - running->deadline >= m_board.options.grace.count()) {
                writeOff(*kind, *running);
            }
        }
        std::erase_if(kind->running, [](const auto &entry) { return entry.second->isWrittenOff; });
    }
    // Whoever listens to the token is called here, and may call us.
    lock.unlock();
    for (std::stop_source &source : due) {
        source.request_stop();
    }
    lock.lock();
}

void Scheduler::joinGone(Lock &lock)
{
    std::list<Worker> gone;
    for (const auto &[name, kind] : m_board.kinds) {
        for (auto worker = kind->workers.begin(); worker != kind->workers.end();) {
            auto next = std::next(worker);
            if (worker->isGone) {
                gone.splice(gone.end(), kind->workers, worker);
            }
            worker = next;
        }
    }
    if (gone.empty()) {
        return;
    }
    lock.unlock();
    for (Worker &worker : gone) {
        worker.thread.join();
    }
    lock.lock();
    m_board.workersGone.notify_all();
}

void Scheduler::releaseIdle()
{
    for (const auto &[name, kind] : m_board.kinds) {
        if (m_board.mayRun(*kind)) {
            continue;
        }
        for (table::Lease &lease : kind->ready) {
            m_board.settle({std::move(lease), Verdict::Release, {}});
        }
        kind->ready.clear();
        kind->overtakes.reset();
    }
}

void Scheduler::cancelAsked(Lock &lock)
{
    while (!m_board.toCancel.empty()) {
        const QString name = m_board.toCancel.front();
        m_board.toCancel.pop_front();
        lock.unlock();
        if (const auto canceled = cancelAll(m_board, name); !canceled) {
            qCWarning(logJobs).noquote() << "not cancelled:" << canceled.error().forLog();
        }
        lock.lock();
    }
}

void Scheduler::startWorkers(Kind &kind)
{
    if (!m_board.mayRun(kind)) {
        return;
    }
    const qsizetype writtenOff = std::ranges::count(kind.workers, true, &Worker::isWrittenOff);
    qsizetype missing = qsizetype(kind.ready.size()) - kind.idleWorkers;
    while (missing-- > 0 && kind.activeWorkers < kind.options.concurrency && writtenOff <= mostWrittenOff) {
        Worker &worker = kind.workers.emplace_back();
        ++kind.activeWorkers;
        worker.thread = std::thread([this, &kind, &worker] {
            giveWayToOthers();
            work(m_board, kind, worker);
        });
    }
    kind.wake.notify_all();
}

void Scheduler::writeOff(Kind &kind, Running &running)
{
    qCCritical(logJobs).noquote() << "handler does not stop, its thread is written off:" << kind.options.kind
                                  << running.lease.job.id;
    running.isWrittenOff = true;
    --kind.activeWorkers;
    running.worker->isWrittenOff = true;
    const auto seconds = QString::number(timeoutOf(kind.options, running.lease.job) / 1000.0);
    m_board.settle({running.lease, Verdict::Timeout, {ErrorCode::Timeout, {{u"seconds"_s, seconds}}, {}}});
}

void Scheduler::renew(Lock &lock)
{
    if (steadyMs() < m_renewAt) {
        return;
    }
    m_renewAt = steadyMs() + m_board.options.lease.count() / 3;
    std::vector<qint64> ids;
    for (const auto &[name, kind] : m_board.kinds) {
        for (const table::Lease &lease : kind->ready) {
            ids.push_back(lease.job.id);
        }
        for (const auto &[id, running] : kind->running) {
            ids.push_back(id);
        }
        for (const auto &[id, isSuspect] : kind->ending) {
            ids.push_back(id);
        }
    }
    if (ids.empty()) {
        return;
    }
    lock.unlock();
    const qint64 now = m_board.options.clock();
    const qint64 until = now + m_board.options.lease.count();
    // Ours first: a computer that has slept finds all of them past their time.
    const auto renewed = m_board.database.write([&](storage::Transaction &tx) -> Result<qint64> {
        table::renew(tx, ids, until);
        return table::freeExpired(tx, now);
    });
    lock.lock();
    wrote(renewed.has_value());
    if (renewed && *renewed > 0) {
        qCWarning(logJobs) << *renewed << "leases had run out";
        m_board.wakeAll();
    }
}

void Scheduler::wrote(bool isOk)
{
    if (isOk) {
        m_failedWrites = 0;
        return;
    }
    m_failedWrites = std::min(m_failedWrites + 1, 7);
    m_retryWritesAt = steadyMs() + (qint64(250) << m_failedWrites);
}

qint64 Scheduler::msUntilNext() const
{
    const qint64 steady = steadyMs();
    qint64 next = table::never;
    const auto at = [&](qint64 time) { next = std::min(next, std::max<qint64>(0, time - steady)); };
    const auto atWrite = [&](qint64 time) { at(m_failedWrites > 0 ? std::max(time, m_retryWritesAt) : time); };
    bool isHolding = false;
    for (const auto &[name, kind] : m_board.kinds) {
        if (kind->hold && kind->hold->until != table::never) {
            at(kind->hold->until);
        }
        for (const auto &[id, running] : kind->running) {
            if (running->deadline != table::never) {
                at(running->reason == StopReason::None ? running->deadline
                                                       : running->deadline + m_board.options.grace.count());
            }
        }
        isHolding = isHolding || !kind->ready.empty() || !kind->running.empty() || !kind->ending.empty();
        if (kind->nextRunAt != table::never && m_board.mayRun(*kind)) {
            const qint64 wait = kind->nextRunAt - m_board.options.clock();
            atWrite(steady + std::clamp<qint64>(wait, 0, longestWallWaitMs));
        }
    }
    if (isHolding) {
        atWrite(m_renewAt);
    }
    if (m_failedWrites > 0) {
        at(m_retryWritesAt);
    }
    return next;
}

} // namespace kinframe::jobs

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include "base/log.h"
#include "jobs/scheduler.h"
#include "jobs/settling.h"

namespace kinframe::jobs {

using namespace Qt::StringLiterals;

struct JobQueue::Threads
{
    std::unique_ptr<Scheduler> scheduler;
    std::thread thread;
};

JobQueue::JobQueue(storage::Database &database, JobQueueOptions options)
    : m_board(std::make_shared<Board>(database, std::move(options)))
    , m_threads(std::make_unique<Threads>())
{
}

JobQueue::~JobQueue()
{
    stop();
    const std::scoped_lock lock(m_board->mutex);
    m_board->kinds.clear();
}

void JobQueue::registerKind(KindOptions options, Handler handler)
{
    options.concurrency = std::clamp(options.concurrency, 1, 64);
    auto kind = std::make_unique<Kind>();
    const QString name = options.kind;
    kind->options = std::move(options);
    kind->handler = std::move(handler);
    const std::scoped_lock lock(m_board->mutex);
    kind->isPaused = m_board->pausedKinds.contains(name);
    Q_ASSERT(!m_board->kinds.contains(name));
    m_board->kinds.emplace(name, std::move(kind));
    m_board->poke();
}

Result<void> JobQueue::start()
{
    Q_ASSERT(!m_threads->thread.joinable());
    std::set<QString> paused;
    const auto freed = m_board->database.write([&](storage::Transaction &tx) -> Result<qint64> {
        storage::Statement pauses = tx.prepare("SELECT kind FROM job_pause");
        while (pauses.step()) {
            paused.insert(pauses.text(0));
        }
        const qint64 count = table::freeAll(tx, m_board->options.clock());
        const std::scoped_lock lock(m_board->mutex);
        for (const auto &[name, kind] : m_board->kinds) {
            if (kind->options.maxCrashes == 0) {
                table::clearSuspicion(tx, name);
            }
        }
        return count;
    });
    if (!freed) {
        return failed(freed);
    }
    if (*freed > 0) {
        qCInfo(logJobs) << *freed << "jobs were left unfinished and begin anew";
    }
    {
        const std::scoped_lock lock(m_board->mutex);
        m_board->isPaused = paused.contains(QString());
        for (const auto &[name, kind] : m_board->kinds) {
            kind->isPaused = paused.contains(name);
        }
        m_board->pausedKinds = std::move(paused);
    }
    m_threads->scheduler = std::make_unique<Scheduler>(*m_board);
    m_threads->thread = std::thread([this] { m_threads->scheduler->run(); });
    return {};
}

void JobQueue::stop()
{
    if (!m_threads->thread.joinable()) {
        return;
    }
    std::vector<std::stop_source> sources;
    std::unique_lock lock(m_board->mutex);
    m_board->isStopping = true;
    for (const auto &[name, kind] : m_board->kinds) {
        for (const auto &[id, running] : kind->running) {
            if (running->reason == StopReason::None) {
                running->reason = StopReason::Shutdown;
            }
            sources.push_back(running->stop);
        }
    }
    m_board->wakeAll();
    lock.unlock();
    for (std::stop_source &source : sources) {
        source.request_stop();
    }
    lock.lock();
    const auto hasWorkers = [](const auto &entry) { return !entry.second->workers.empty(); };
    m_board->workersGone.wait(lock, [&] { return std::ranges::none_of(m_board->kinds, hasWorkers); });
    m_board->isClosing = true;
    m_board->poke();
    lock.unlock();
    m_threads->thread.join();
    for (const auto &[name, kind] : m_board->kinds) {
        kind->task.reset();
    }
}

Result<qint64> JobQueue::enqueue(storage::Transaction &transaction, const JobSpec &spec)
{
    const auto inserted = table::insert(transaction, spec, m_board->options.clock());
    if (!inserted) {
        return failed(inserted);
    }
    transaction.afterCommit([board = m_board, name = spec.kind, priority = spec.priority, isNew = inserted->isWaiting] {
        const std::scoped_lock lock(board->mutex);
        Kind *kind = board->find(name);
        if (kind == nullptr) {
            return;
        }
        kind->mayHaveMore = true;
        if (!kind->ready.empty() && priority > kind->ready.back().job.priority) {
            const int lowest = kind->ready.back().job.priority;
            kind->overtakes = std::min(kind->overtakes.value_or(lowest), lowest);
        }
        board->count(*kind, isNew ? 1 : 0, 0);
        board->poke();
    });
    return inserted->id;
}

Result<qint64> JobQueue::enqueue(const JobSpec &spec)
{
    return m_board->database.write([&](storage::Transaction &tx) { return enqueue(tx, spec); });
}

void JobQueue::liftHold(const QString &kind)
{
    const std::scoped_lock lock(m_board->mutex);
    if (Kind *found = m_board->find(kind)) {
        found->hold.reset();
        found->mayHaveMore = true;
        m_board->poke();
    }
}

void JobQueue::setConcurrency(const QString &kind, int threads)
{
    const std::scoped_lock lock(m_board->mutex);
    if (Kind *found = m_board->find(kind)) {
        found->options.concurrency = std::clamp(threads, 1, 64);
        m_board->wakeAll();
    }
}

void JobQueue::setBackgroundShare(double share)
{
    constexpr double least = 0.001;
    const std::scoped_lock lock(m_board->mutex);
    const double wanted = std::clamp(share, least, 1.0);
    if (m_board->backgroundShare == wanted) {
        return;
    }
    m_board->backgroundShare = wanted;
    for (const auto &[name, kind] : m_board->kinds) {
        kind->wake.notify_all();
    }
}

double JobQueue::backgroundShare() const
{
    const std::scoped_lock lock(m_board->mutex);
    return m_board->backgroundShare;
}

void JobQueue::clockChanged()
{
    const std::scoped_lock lock(m_board->mutex);
    m_board->wakeAll();
}

bool JobQueue::isPaused(const QString &kind) const
{
    const std::scoped_lock lock(m_board->mutex);
    return m_board->isPaused || m_board->pausedKinds.contains(kind);
}

std::optional<Error> JobQueue::holdOf(const QString &kind) const
{
    const std::scoped_lock lock(m_board->mutex);
    const Kind *found = m_board->find(kind);
    return found != nullptr && found->hold ? std::optional(found->hold->reason) : std::nullopt;
}

} // namespace kinframe::jobs

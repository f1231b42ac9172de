// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/board.h"
#include "jobs/job_queue.h"
#include "jobs/settling.h"

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Error noSuchJob(qint64 id)
{
    return {ErrorCode::NotFound, {{u"what"_s, u"job"_s}, {u"id"_s, QString::number(id)}}, {}};
}

} // namespace

Result<void> JobQueue::cancel(qint64 id)
{
    return cancelOne(*m_board, id);
}

Result<qint64> JobQueue::cancelKind(const QString &kind)
{
    return cancelAll(*m_board, kind);
}

Result<qint64> JobQueue::retryFailed(const QString &kind)
{
    const qint64 now = m_board->options.clock();
    const auto revived = m_board->database.write(
        [&](Transaction &tx) -> Result<std::map<QString, qint64>> { return table::retryFailed(tx, kind, now); });
    if (!revived) {
        return failed(revived);
    }
    qint64 total = 0;
    const std::scoped_lock lock(m_board->mutex);
    for (const auto &[name, count] : *revived) {
        total += count;
        if (Kind *found = m_board->find(name)) {
            m_board->count(*found, count, 0);
        }
    }
    m_board->wakeAll();
    return total;
}

Result<void> JobQueue::retry(qint64 id)
{
    const qint64 now = m_board->options.clock();
    const auto kind = m_board->database.write([&](Transaction &tx) -> Result<QString> {
        const auto job = table::find(tx.db(), id);
        if (!job || job->state != JobState::Failed) {
            return Failure(noSuchJob(id));
        }
        table::retryOne(tx, id, now);
        return job->kind;
    });
    if (!kind) {
        return failed(kind);
    }
    const std::scoped_lock lock(m_board->mutex);
    if (Kind *found = m_board->find(*kind)) {
        m_board->count(*found, 1, 0);
    }
    m_board->wakeAll();
    return {};
}

Result<qint64> JobQueue::clearFailed(const QString &kind)
{
    return m_board->database.write([&](Transaction &tx) -> Result<qint64> {
        return tx.run("DELETE FROM job WHERE state = 2 AND (?1 = '' OR kind = ?1)", kind.isNull() ? u""_s : kind);
    });
}

Result<void> JobQueue::pause(const QString &kind)
{
    return setPaused(kind, true);
}

Result<void> JobQueue::resume(const QString &kind)
{
    return setPaused(kind, false);
}

Result<void> JobQueue::setPaused(const QString &name, bool isPaused)
{
    auto written = m_board->database.write([&](Transaction &tx) -> Result<void> {
        tx.run(isPaused ? "INSERT OR IGNORE INTO job_pause(kind) VALUES (?1)" : "DELETE FROM job_pause WHERE kind = ?1",
               name);
        return {};
    });
    if (!written) {
        return written;
    }
    const std::scoped_lock lock(m_board->mutex);
    if (isPaused) {
        m_board->pausedKinds.insert(name);
    } else {
        m_board->pausedKinds.erase(name);
    }
    if (name.isEmpty()) {
        m_board->isPaused = isPaused;
    } else if (Kind *kind = m_board->find(name)) {
        kind->isPaused = isPaused;
    }
    m_board->wakeAll();
    return {};
}

Result<std::map<QString, KindStatus>> JobQueue::status()
{
    auto counted = m_board->database.read([](Connection &db) -> Result<std::map<QString, KindStatus>> {
        std::map<QString, KindStatus> all;
        Statement rows = db.prepare("SELECT kind, state, count(*) FROM job GROUP BY kind, state");
        while (rows.step()) {
            KindStatus &kind = all[rows.text(0)];
            // A leased one waits too until a thread takes it; those that run are counted below.
            (JobState(rows.integer(1)) == JobState::Failed ? kind.failed : kind.waiting) += rows.int64(2);
        }
        return all;
    });
    if (!counted) {
        return counted;
    }
    const std::scoped_lock lock(m_board->mutex);
    for (const auto &[name, kind] : m_board->kinds) {
        KindStatus &status = (*counted)[name];
        status.running = qint64(kind->running.size());
        status.waiting = std::max<qint64>(0, status.waiting - status.running);
        status.done = kind->done;
        status.concurrency = kind->options.concurrency;
        status.isPaused = m_board->isPaused || kind->isPaused;
        if (kind->hold) {
            status.hold = kind->hold->reason;
        }
    }
    return counted;
}

Result<std::vector<Job>> JobQueue::list(const JobFilter &filter)
{
    return m_board->database.read([&](Connection &db) -> Result<std::vector<Job>> {
        Statement rows = db.prepare("SELECT " KINFRAME_JOB_COLUMNS " FROM job WHERE id > ?1 AND (?2 IS NULL OR "
                                    "kind = ?2) AND (?3 < 0 OR state = ?3) AND (?4 IS NULL OR subject = ?4) "
                                    "ORDER BY id LIMIT ?5");
        const int state = filter.state ? int(*filter.state) : -1;
        rows.bindAll(filter.after, filter.kind.isEmpty() ? std::nullopt : std::optional(filter.kind), state,
                     filter.subject.isNull() ? std::nullopt : std::optional(filter.subject),
                     std::clamp(filter.limit, 1, 1000));
        std::vector<Job> jobs;
        while (rows.step()) {
            jobs.push_back(jobOfRow(rows));
        }
        return jobs;
    });
}

} // namespace kinframe::jobs

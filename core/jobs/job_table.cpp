// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_table.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "jobs/job_row.h"

#include <QJsonDocument>

#include <algorithm>

namespace kinframe::jobs::table {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<QString> errorText(const Job &job)
{
    return job.error ? std::optional(compact(toJson(*job.error))) : std::nullopt;
}

Enqueued takeUp(Transaction &tx, const JobSpec &spec, qint64 id, JobState state, qint64 now)
{
    switch (state) {
    case JobState::Leased:
        tx.run("UPDATE job SET again = 1, payload = ?2, priority = max(priority, ?3), updated_at = ?4 WHERE id = ?1",
               id, compact(spec.payload), spec.priority, now);
        return {id, false};
    case JobState::Waiting:
        tx.run("UPDATE job SET payload = ?2, priority = max(priority, ?3), run_at = min(run_at, ?4), updated_at = ?5 "
               "WHERE id = ?1",
               id, compact(spec.payload), spec.priority, std::max(spec.notBefore, now), now);
        return {id, false};
    case JobState::Failed:
        break;
    }
    tx.run("UPDATE job SET state = 0, attempts = 0, timeouts = 0, crashes = 0, error = NULL, payload = ?2, "
           "priority = ?3, run_at = ?4, updated_at = ?5 WHERE id = ?1",
           id, compact(spec.payload), spec.priority, std::max(spec.notBefore, now), now);
    return {id, true};
}

void lookAtTheRest(Transaction &tx, const QString &kind, qint64 now, Leased &leased)
{
    Statement rest = tx.prepare("SELECT count(*), min(run_at) FILTER (WHERE run_at > ?2) FROM job "
                                "WHERE kind = ?1 AND state = 0");
    rest.bindAll(kind, now);
    rest.step();
    leased.waiting = rest.int64(0);
    leased.nextRunAt = rest.optionalInt64(1).value_or(never);
}

} // namespace

Result<Enqueued> insert(Transaction &tx, const JobSpec &spec, qint64 now)
{
    const auto key = spec.dedupeKey.isEmpty() ? std::nullopt : std::optional(spec.dedupeKey);
    if (key) {
        Statement same = tx.prepare("SELECT id, state FROM job WHERE kind = ?1 AND dedupe_key = ?2");
        same.bindAll(spec.kind, *key);
        if (same.step()) {
            return takeUp(tx, spec, same.int64(0), JobState(same.integer(1)), now);
        }
    }
    tx.run("INSERT INTO job(kind, dedupe_key, payload, user_id, subject, priority, state, run_at, created_at, "
           "updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?8)",
           spec.kind, key, compact(spec.payload), spec.userId,
           spec.subject.isNull() ? std::nullopt : std::optional(spec.subject), spec.priority,
           std::max(spec.notBefore, now), now);
    return Enqueued{tx.db().lastInsertId(), true};
}

Leased lease(Transaction &tx, const Wanted &wanted, qint64 now, qint64 until)
{
    const QByteArray token = newUuid().toRfc4122();
    Leased leased;
    Statement take = tx.prepare(
        wanted.suspects
            ? "UPDATE job SET state = 1, lease = ?1, lease_until = ?2 WHERE id IN (SELECT id FROM job INDEXED BY "
              "job_suspect WHERE kind = ?3 AND state = 0 AND run_at <= ?4 AND priority >= ?5 AND crashes > 0 "
              "ORDER BY crashes, priority DESC, run_at, id LIMIT ?6) RETURNING " KINFRAME_JOB_COLUMNS
            : "UPDATE job SET state = 1, lease = ?1, lease_until = ?2 WHERE id IN (SELECT id FROM job "
              "WHERE kind = ?3 AND state = 0 AND run_at <= ?4 AND priority >= ?5 AND crashes = 0 "
              "ORDER BY priority DESC, run_at, id LIMIT ?6) RETURNING " KINFRAME_JOB_COLUMNS);
    const qint64 lowest = qint64(wanted.above) + (wanted.above == std::numeric_limits<int>::min() ? 0 : 1);
    take.bindAll(token, until, wanted.kind, now, lowest, wanted.suspects ? 1 : wanted.count);
    while (take.step()) {
        leased.leases.push_back({jobOfRow(take), token});
    }
    std::ranges::sort(leased.leases, runsBefore, &Lease::job);
    // Whoever asks for the urgent ones alone learns nothing of the others.
    const bool asksForAll = !wanted.suspects && wanted.above == std::numeric_limits<int>::min();
    leased.isDrained = asksForAll && leased.leases.size() < size_t(wanted.count);
    if (leased.isDrained || (wanted.countsRest && !wanted.suspects)) {
        lookAtTheRest(tx, wanted.kind, now, leased);
    }
    return leased;
}

void renew(Transaction &tx, const std::vector<qint64> &ids, qint64 until)
{
    for (const qint64 id : ids) {
        tx.run("UPDATE job SET lease_until = ?2 WHERE id = ?1 AND state = 1", id, until);
    }
}

qint64 freeExpired(Transaction &tx, qint64 now)
{
    return tx.run("UPDATE job SET state = 0, again = 0, lease = NULL, lease_until = NULL WHERE state = 1 AND "
                  "lease_until < ?1",
                  now);
}

qint64 freeAll(Transaction &tx, qint64 now)
{
    return tx.run("UPDATE job SET state = 0, again = 0, crashes = crashes + 1, lease = NULL, lease_until = NULL, "
                  "updated_at = ?1 WHERE state = 1",
                  now);
}

void clearSuspicion(Transaction &tx, const QString &kind)
{
    tx.run("UPDATE job SET crashes = 0 WHERE kind = ?1 AND crashes > 0", kind);
}

Ended complete(Transaction &tx, const Lease &lease, qint64 now)
{
    if (tx.run("DELETE FROM job WHERE id = ?1 AND lease = ?2 AND again = 0", lease.job.id, lease.token) == 1) {
        return Ended::Gone;
    }
    Job fresh = lease.job;
    fresh.attempts = fresh.timeouts = fresh.crashes = 0;
    fresh.error.reset();
    fresh.runAt = now;
    return putBack(tx, lease, fresh, now) ? Ended::Again : Ended::Lost;
}

bool putBack(Transaction &tx, const Lease &lease, const Job &job, qint64 now)
{
    return tx.run(
               "UPDATE job SET state = 0, again = 0, lease = NULL, lease_until = NULL, attempts = ?3, timeouts = ?4, "
               "crashes = ?5, run_at = ?6, error = ?7, updated_at = ?8 WHERE id = ?1 AND lease = ?2",
               lease.job.id, lease.token, job.attempts, job.timeouts, job.crashes, job.runAt, errorText(job), now) == 1;
}

Ended fail(Transaction &tx, const Lease &lease, const Job &job, qint64 now)
{
    const qint64 failed = tx.run(
        "UPDATE job SET state = 2, lease = NULL, lease_until = NULL, attempts = ?3, timeouts = ?4, crashes = ?5, "
        "error = ?6, updated_at = ?7 WHERE id = ?1 AND lease = ?2 AND again = 0",
        lease.job.id, lease.token, job.attempts, job.timeouts, job.crashes, errorText(job), now);
    if (failed == 1) {
        return Ended::Gone;
    }
    // Asked for again meanwhile, perhaps because what it failed on has been mended.
    Job fresh = job;
    fresh.attempts = fresh.timeouts = 0;
    fresh.runAt = now;
    return putBack(tx, lease, fresh, now) ? Ended::Again : Ended::Lost;
}

std::optional<Job> find(storage::Connection &db, qint64 id)
{
    Statement statement = db.prepare("SELECT " KINFRAME_JOB_COLUMNS " FROM job WHERE id = ?1");
    statement.bind(1, id);
    return statement.step() ? std::optional(jobOfRow(statement)) : std::nullopt;
}

std::vector<Job> unfinished(Transaction &tx, const QString &kind, int limit)
{
    Statement statement =
        tx.prepare("SELECT " KINFRAME_JOB_COLUMNS " FROM job WHERE kind = ?1 AND state IN (0, 1) LIMIT ?2");
    statement.bindAll(kind, limit);
    std::vector<Job> jobs;
    while (statement.step()) {
        jobs.push_back(jobOfRow(statement));
    }
    return jobs;
}

void remove(Transaction &tx, qint64 id)
{
    tx.run("DELETE FROM job WHERE id = ?1", id);
}

void retryOne(Transaction &tx, qint64 id, qint64 now)
{
    tx.run("UPDATE job SET state = 0, attempts = 0, timeouts = 0, crashes = 0, run_at = ?2, updated_at = ?2 "
           "WHERE id = ?1 AND state = 2",
           id, now);
}

std::map<QString, qint64> retryFailed(Transaction &tx, const QString &kind, qint64 now)
{
    std::map<QString, qint64> counts;
    {
        Statement rows = tx.prepare("SELECT kind, count(*) FROM job WHERE state = 2 GROUP BY kind");
        while (rows.step()) {
            if (kind.isEmpty() || rows.text(0) == kind) {
                counts[rows.text(0)] = rows.int64(1);
            }
        }
    }
    for (const auto &[name, count] : counts) {
        tx.run("UPDATE job SET state = 0, attempts = 0, timeouts = 0, crashes = 0, run_at = ?2, updated_at = ?2 "
               "WHERE kind = ?1 AND state = 2",
               name, now);
    }
    return counts;
}

} // namespace kinframe::jobs::table

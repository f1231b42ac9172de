// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job.h"
#include "storage/transaction.h"

#include <QByteArray>

#include <limits>
#include <map>
#include <optional>
#include <vector>

/// The SQL of the job table. Functions of a Transaction throw SqlError, which ends in Database::write.
namespace kinframe::jobs::table {

constexpr qint64 never = std::numeric_limits<qint64>::max();

/// A job somebody works on. Whoever ends it shows the token.
struct Lease
{
    Job job;
    QByteArray token;
};

struct Enqueued
{
    qint64 id = 0;
    bool isWaiting = false; ///< it was not waiting before
};
[[nodiscard]] Result<Enqueued> insert(storage::Transaction &tx, const JobSpec &spec, qint64 now);

struct Wanted
{
    QString kind;
    int count = 0;
    int above = std::numeric_limits<int>::min(); ///< only those of higher priority
    bool countsRest = false;                     ///< also where not drained
    bool suspects = false;                       ///< instead, one that may have brought the program down
};
struct Leased
{
    std::vector<Lease> leases;
    bool isDrained = false;        ///< no more could have been had
    std::optional<qint64> waiting; ///< how many are left; where drained, or asked for
    qint64 nextRunAt = never;      ///< where drained: when the next of them is due
};
[[nodiscard]] Leased lease(storage::Transaction &tx, const Wanted &wanted, qint64 now, qint64 until);
void renew(storage::Transaction &tx, const std::vector<qint64> &ids, qint64 until);
/// Frees leases that ran out; gives how many.
qint64 freeExpired(storage::Transaction &tx, qint64 now);
/// At the start: frees all; their jobs are suspects.
qint64 freeAll(storage::Transaction &tx, qint64 now);
/// No job of the kind is a suspect any more.
void clearSuspicion(storage::Transaction &tx, const QString &kind);

enum class Ended { Gone, Again, Lost };
/// The job is done: Gone, Again where it was asked for meanwhile, Lost where the lease is not held any more.
[[nodiscard]] Ended complete(storage::Transaction &tx, const Lease &lease, qint64 now);
/// Back to waiting; what is counted comes from `job`. False where the lease is lost.
[[nodiscard]] bool putBack(storage::Transaction &tx, const Lease &lease, const Job &job, qint64 now);
/// Failed for good: Gone; or Again or Lost as above.
[[nodiscard]] Ended fail(storage::Transaction &tx, const Lease &lease, const Job &job, qint64 now);

[[nodiscard]] std::optional<Job> find(storage::Connection &db, qint64 id);
/// Waiting and leased ones.
[[nodiscard]] std::vector<Job> unfinished(storage::Transaction &tx, const QString &kind, int limit);
void remove(storage::Transaction &tx, qint64 id);
void retryOne(storage::Transaction &tx, qint64 id, qint64 now);
/// Of the kind (empty: all); how many of each kind.
[[nodiscard]] std::map<QString, qint64> retryFailed(storage::Transaction &tx, const QString &kind, qint64 now);

} // namespace kinframe::jobs::table

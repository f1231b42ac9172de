// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/board.h"

#include <random>

namespace kinframe::jobs {
namespace {

using namespace Qt::StringLiterals;

double randomSpread()
{
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<>(0, 1)(generator);
}

} // namespace

Board::Board(storage::Database &theDatabase, JobQueueOptions theOptions)
    : database(theDatabase)
    , options(std::move(theOptions))
{
    if (!options.jitter) {
        options.jitter = randomSpread;
    }
}

Kind *Board::find(const QString &name)
{
    const auto found = kinds.find(name);
    return found == kinds.end() ? nullptr : found->second.get();
}

bool Board::hasSuspect() const
{
    const auto isSuspect = [](const table::Lease &lease) { return lease.job.crashes > 0; };
    return std::ranges::any_of(kinds, [&](const auto &entry) {
        const Kind &kind = *entry.second;
        return std::ranges::any_of(kind.ready, isSuspect) ||
               std::ranges::any_of(kind.running, [&](const auto &it) { return isSuspect(it.second->lease); }) ||
               std::ranges::any_of(kind.ending, [](const auto &it) { return it.second; });
    });
}

void Board::show(Kind &kind)
{
    if (options.progress == nullptr || kind.options.title.isEmpty()) {
        return;
    }
    if (kind.outstanding <= 0) {
        kind.task.reset();
        kind.doneInTask = 0;
        return;
    }
    const qint64 total = kind.doneInTask + kind.outstanding;
    if (!kind.task) {
        TaskInfo info{kind.options.kind, kind.options.title, {}, {}, total, {}, {}};
        info.cancel = [weak = weak_from_this(), name = kind.options.kind] {
            if (const auto board = weak.lock()) {
                const std::scoped_lock lock(board->mutex);
                board->toCancel.push_back(name);
                board->poke();
            }
        };
        kind.task.emplace(options.progress->begin(std::move(info)));
    }
    kind.task->set(kind.doneInTask, total);
}

void Board::count(Kind &kind, qint64 added, qint64 finished)
{
    if (!kind.isCounted) {
        return;
    }
    kind.outstanding = std::max<qint64>(0, kind.outstanding + added - finished);
    kind.doneInTask += finished;
    show(kind);
}

void Board::settle(Settlement settlement)
{
    if (Kind *kind = find(settlement.lease.job.kind)) {
        kind->ending[settlement.lease.job.id] = settlement.lease.job.crashes > 0;
    }
    settlements.push_back(std::move(settlement));
    poke();
}

void Board::poke()
{
    hasNews = true;
    wakeScheduler.notify_one();
}

void Board::wakeAll()
{
    for (const auto &[name, kind] : kinds) {
        kind->mayHaveMore = true;
        kind->wake.notify_all();
    }
    poke();
}

} // namespace kinframe::jobs

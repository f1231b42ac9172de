// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the downloads look at again and again: how far they are, and whether what they wait for is there.
#include "base/files.h"
#include "base/log.h"
#include "transfer/downloads/download_loop.h"
#include "transfer/part_file.h"

#include <QDateTime>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr int atATime = 500;      // rows that begin anew in one turn
constexpr qint64 tellEvery = 200; // ms between two words on how far one is

} // namespace

void Downloads::Loop::watch()
{
    const qint64 steady = steadyMs();
    watchHours();
    watchRuns(steady);
    watchRetries();
    watchServers(steady);
    watchDisk(steady);
    watchWhole(steady);
}

void Downloads::Loop::watchRuns(qint64 steady)
{
    m_isSeenStale = m_isSeenStale || !m_runs.empty();
    for (auto &[id, run] : m_runs) {
        const qint64 bytes = run.state->bytes;
        const qint64 total = run.state->total;
        if (run.hasNews()) {
            serverAnswered(run.row.task.queue, steady);
        }
        run.speed.add(bytes, steady);
        run.state->bytesPerSecond = run.speed.bytesPerSecond();
        m_bytesEver += std::max<qint64>(0, bytes - run.countedBytes);
        run.countedBytes = bytes;
        if (run.row.task.updates && bytes != run.toldBytes && steady - run.toldAt >= tellEvery) {
            run.toldBytes = bytes;
            run.toldAt = steady;
            tell(run.row.task, u"download.progress"_s,
                 {{u"bytesReceived"_s, bytes}, {u"totalBytes"_s, total < 0 ? QJsonValue() : total}});
        }
    }
    m_speed.add(m_bytesEver, steady);
}

void Downloads::Loop::watchRetries()
{
    if (!m_nextRetry || *m_nextRetry > now()) {
        return;
    }
    if (!flush()) {
        return; // What is to be tried again must be in the database first.
    }
    const auto due = m_parts.database.read(
        [this](Connection &db) -> Result<std::vector<DownloadRow>> { return dueDownloads(db, now(), atATime); });
    for (DownloadRow row : due.value_or(std::vector<DownloadRow>())) {
        row.task.status = DownloadStatus::Enqueued;
        row.task.retryAt.reset();
        change(row);
        tellStatus(row.task);
        mayBeNext(row.task);
    }
    if (flush()) {
        m_nextRetry =
            m_parts.database.read([](Connection &db) -> Result<std::optional<qint64>> { return nextRetry(db); })
                .value_or(std::nullopt);
    }
}

/// Of a server that was lost one task is tried now and then.
void Downloads::Loop::watchServers(qint64 steady)
{
    for (const QString &queue : m_servers.dueProbes(steady)) {
        m_servers.probing(queue, steady);
        if (!flush()) {
            return;
        }
        m_probes.insert(queue);
        const auto first = m_parts.database.read(
            [&](Connection &db) -> Result<std::optional<DownloadRow>> { return firstAwayFrom(db, queue); });
        if (first && *first && !isBusy((*first)->task.id)) {
            DownloadRow row = **first;
            row.task.status = DownloadStatus::Enqueued;
            row.task.hold = DownloadHold::None;
            change(row);
            tellStatus(row.task);
            mayBeNext(row.task);
            (void)flush();
        }
    }
}

void Downloads::Loop::serverAnswered(const QString &queue, qint64 steady)
{
    if (!m_servers.answered(queue, steady)) {
        return;
    }
    m_probes.remove(queue);
    // After what else is written of them in this turn.
    write([queue](Transaction &transaction) {
        transaction.run("UPDATE download SET status = 0, hold = 0, updated_at = ?2 WHERE status = 2 AND hold = 1 AND "
                        "queue = ?1",
                        queue, transaction.stamp());
    });
    m_afterFlush.emplace_back([this, queue] {
        for (const DownloadGroup group : {DownloadGroup::Image, DownloadGroup::Video, DownloadGroup::LivePhoto}) {
            m_picker.hasChanged(queue, group);
        }
    });
    tellMany();
}

void Downloads::Loop::watchDisk(qint64 steady)
{
    makeRoom();
    if (!m_awaitsRoom || steady - m_diskSeenAt < m_setup.diskCheck.count() || !flush()) {
        return;
    }
    m_diskSeenAt = steady;
    const auto held = m_parts.database.read([](Connection &db) -> Result<std::vector<DownloadRow>> {
        return heldDownloads(db, DownloadStatus::Paused, DownloadHold::Disk, atATime);
    });
    if (!held) {
        return;
    }
    m_awaitsRoom = !held->empty();
    qint64 promised = 0;
    for (DownloadRow row : *held) {
        const qint64 rest = std::max<qint64>(0, row.task.totalBytes - row.task.bytesReceived);
        DownloadRow withOthers = row;
        withOthers.task.totalBytes = row.task.bytesReceived + rest + promised;
        if (missingRoom(withOthers)) {
            continue;
        }
        promised += rest;
        enqueue(row);
        change(row);
        tellStatus(row.task);
    }
    (void)flush();
}

/// Downloads that began when there was room for each of them give way where there is not for all.
void Downloads::Loop::makeRoom()
{
    qint64 needed = 0;
    int growing = 0;
    auto run = m_runs.end(); // the newest of those that take more
    for (auto one = m_runs.begin(); one != m_runs.end(); ++one) {
        const qint64 missing = one->second.missingRoom();
        needed += missing;
        growing += missing > 0 ? 1 : 0;
        if (missing > 0 && (run == m_runs.end() || one->second.number > run->second.number)) {
            run = one;
        }
    }
    if (growing < 2) {
        return; // One alone is told by the engine.
    }
    const qint64 room = freeSpace(run->second.row.task.folder);
    if (room < 0 || needed <= room) {
        return;
    }
    DownloadRow row = run->second.row;
    row.task.bytesReceived = run->second.state->bytes;
    row.task.totalBytes = run->second.state->total;
    row.task.status = DownloadStatus::Paused;
    row.task.hold = DownloadHold::Disk;
    row.task.error = diskFull(row.task.folder, needed - room);
    m_awaitsRoom = true;
    stopRun(row.task.id);
    change(row);
    tellStatus(row.task);
}

/// What all that wait for room are short of.
std::optional<Error> Downloads::Loop::fullDisk() const
{
    std::optional<WantedRoom> wanted;
    std::vector<DownloadRow> first;
    const auto looked = m_parts.database.read([&](Connection &db) -> Result<void> {
        wanted = wantedRoom(db);
        first = heldDownloads(db, DownloadStatus::Paused, DownloadHold::Disk, 1);
        return {};
    });
    if (!looked || !wanted || first.empty()) {
        return std::nullopt;
    }
    qint64 missing = wanted->bytes + m_setup.spareBytes - freeSpace(wanted->folder);
    for (const auto &[id, run] : m_runs) {
        missing += run.missingRoom();
    }
    // Of some it is not known how large they are.
    return missing > 0 ? std::optional(diskFull(wanted->folder, missing)) : first.front().task.error;
}

void Downloads::Loop::watchHours()
{
    const int hour = QDateTime::fromMSecsSinceEpoch(now()).time().hour();
    const bool isOutside = m_settings.hours && !m_settings.hours->contains(hour);
    m_isSeenStale = m_isSeenStale || isOutside != m_isOutsideHours;
    m_isOutsideHours = isOutside;
    if (!m_isOutsideHours) {
        return;
    }
    while (!m_runs.empty()) {
        DownloadRow row = m_runs.begin()->second.row;
        row.task.bytesReceived = m_runs.begin()->second.state->bytes;
        stopRun(row.task.id);
        row.task.status = DownloadStatus::Enqueued;
        change(row);
        tellStatus(row.task);
        mayBeNext(row.task);
    }
}

void Downloads::Loop::newBatch()
{
    if (std::exchange(m_batchIsOver, false)) {
        const std::scoped_lock lock(m_seenMutex);
        m_seen.batchFiles = 0;
        m_seen.batchBytes = 0;
    }
    m_wholeSeenAt = 0;
    m_isSeenStale = true;
}

/// For the summary and for the list of what this computer is busy with.
void Downloads::Loop::watchWhole(qint64 steady)
{
    if (!m_isSeenStale || steady - m_wholeSeenAt < wholeEvery) {
        return;
    }
    m_wholeSeenAt = steady;
    m_isSeenStale = !m_runs.empty();
    const auto sums = m_parts.database.read(
        [](Connection &db) -> Result<std::array<DownloadSums, downloadStatusCount>> { return sumDownloads(db); });
    if (!sums) {
        return;
    }
    qint64 unfinished = 0;
    for (const DownloadStatus status :
         {DownloadStatus::Enqueued, DownloadStatus::Running, DownloadStatus::WaitingToRetry}) {
        unfinished += sums->at(size_t(status)).count;
    }
    m_batchIsOver = unfinished == 0 && m_runs.empty() && m_saving.isEmpty();
    const auto stopped = m_servers.stopped();
    auto problem = m_awaitsRoom ? fullDisk() : std::nullopt;
    if (!problem && !stopped.empty()) {
        problem = Error{ErrorCode::RemoteUnauthorized, {{u"host"_s, stopped.front()}}, {}};
    }
    qint64 done = 0;
    {
        const std::scoped_lock lock(m_seenMutex);
        m_seen.bytesPerSecond = m_runs.empty() ? 0 : m_speed.bytesPerSecond();
        m_seen.isOutsideHours = m_isOutsideHours && unfinished > 0;
        m_seen.isNetworkLost = m_runs.empty() && unfinished > 0 && (m_servers.anyLost() || m_isReachable == false);
        m_seen.problem = std::move(problem);
        done = m_seen.batchFiles;
    }
    if (m_parts.progress == nullptr) {
        return;
    }
    if (m_runs.empty() && m_saving.isEmpty()) {
        m_progress.reset();
        return;
    }
    if (!m_progress) {
        TaskInfo info{u"download"_s, u"downloads"_s};
        info.cancel = [this, mailbox = m_mailbox] { mailbox->post([this] { (void)cancelMany({}); }); };
        m_progress = m_parts.progress->begin(std::move(info));
    }
    m_progress->set(done, done + unfinished);
}

} // namespace kinframe::transfer

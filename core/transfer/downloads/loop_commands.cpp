// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of the downloads. Each begins with what is not written yet, so that the database says how things are.
#include "base/log.h"
#include "transfer/downloads/download_loop.h"

#include <QFile>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

Failure notNow(const QString &reason)
{
    return fail(ErrorCode::Conflict, {{u"reason"_s, reason}});
}

Failure notThere(const QString &taskId)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"download"_s}, {u"id"_s, taskId.left(80)}});
}

} // namespace

/// The asked one first.
Result<Downloads::Loop::Halves> Downloads::Loop::halvesOf(const QString &taskId)
{
    if (auto written = flushed(); !written) {
        return failed(written);
    }
    return m_parts.database.read([&](Connection &db) -> Result<Halves> {
        auto row = findDownload(db, taskId);
        if (!row) {
            return notThere(taskId);
        }
        auto other = findOtherHalf(db, *row);
        Halves halves{std::move(*row)};
        if (other) {
            halves.push_back(std::move(*other));
        }
        for (DownloadRow &half : halves) {
            if (const auto run = m_runs.find(half.task.id); run != m_runs.end()) {
                half.task.bytesReceived = run->second.state->bytes;
                half.task.totalBytes = std::max<qint64>(half.task.totalBytes, run->second.state->total);
            }
        }
        return halves;
    });
}

Result<DownloadTask> Downloads::Loop::changed(const Halves &halves)
{
    for (const DownloadRow &row : halves) {
        change(row);
        tellStatus(row.task);
    }
    if (auto written = flushed(); !written) {
        return failed(written);
    }
    return halves.front().task;
}

/// Begins at its next turn.
void Downloads::Loop::enqueue(DownloadRow &row)
{
    DownloadTask &task = row.task;
    if (isEnded(task.status)) {
        row.stage = DownloadStage::ToFetch;
        row.path.clear();
        task.filePath.clear();
        if (task.error && task.error->code == ErrorCode::DownloadFolder) {
            task.folder.clear(); // Another may have been chosen.
        }
        newBatch();
    }
    row.retries = 0;
    m_troubles.erase(task.id);
    task.status = DownloadStatus::Enqueued;
    task.hold = DownloadHold::None;
    task.retryAt.reset();
    task.error.reset();
    mayBeNext(task);
}

Result<DownloadTask> Downloads::Loop::pause(const QString &taskId)
{
    auto halves = halvesOf(taskId);
    if (!halves) {
        return failed(halves);
    }
    const DownloadTask &asked = halves->front().task;
    if (isEnded(asked.status)) {
        return notNow(u"it has ended"_s);
    }
    if (m_saving.contains(asked.id)) {
        return notNow(u"it is being saved"_s);
    }
    std::erase_if(*halves, [](const DownloadRow &row) { return isEnded(row.task.status); });
    for (DownloadRow &row : *halves) {
        stopRun(row.task.id);
        row.task.status = DownloadStatus::Paused;
        row.task.hold = DownloadHold::None;
        row.task.retryAt.reset();
        row.task.error.reset();
    }
    return changed(*halves);
}

Result<DownloadTask> Downloads::Loop::resume(const QString &taskId)
{
    auto halves = halvesOf(taskId);
    if (!halves) {
        return failed(halves);
    }
    const DownloadTask &asked = halves->front().task;
    if (isEnded(asked.status)) {
        return notNow(u"it has ended"_s);
    }
    if (asked.status == DownloadStatus::Running) {
        return notNow(u"it runs"_s);
    }
    release(asked.queue);
    std::erase_if(*halves, [](const DownloadRow &row) {
        return row.task.status != DownloadStatus::Paused && row.task.status != DownloadStatus::WaitingToRetry;
    });
    if (halves->empty()) {
        return find(taskId); // It waits for its turn already.
    }
    for (DownloadRow &row : *halves) {
        enqueue(row);
    }
    auto done = changed(*halves);
    return done ? find(taskId) : done;
}

Result<DownloadTask> Downloads::Loop::retry(const QString &taskId)
{
    auto halves = halvesOf(taskId);
    if (!halves) {
        return failed(halves);
    }
    const DownloadTask &asked = halves->front().task;
    const bool hasFailed = isEnded(asked.status) && asked.status != DownloadStatus::Complete;
    if (!hasFailed && asked.status != DownloadStatus::WaitingToRetry) {
        return notNow(u"it has not failed"_s);
    }
    release(asked.queue);
    std::erase_if(*halves, [](const DownloadRow &row) {
        return row.task.status == DownloadStatus::Complete || row.task.status == DownloadStatus::Enqueued ||
               row.task.status == DownloadStatus::Running;
    });
    for (DownloadRow &row : *halves) {
        enqueue(row);
    }
    return changed(*halves);
}

Result<DownloadTask> Downloads::Loop::cancel(const QString &taskId)
{
    auto halves = halvesOf(taskId);
    if (!halves) {
        return failed(halves);
    }
    const DownloadTask asked = halves->front().task;
    if (m_saving.contains(asked.id)) {
        return notNow(u"it is being saved"_s);
    }
    if (isEnded(asked.status)) {
        write([id = asked.id](Transaction &transaction) { deleteDownload(transaction, id); });
        dropSecret(halves->front().secret);
        if (asked.status != DownloadStatus::Complete) {
            removeArrival(asked); // What came of it before it failed.
        }
        tellMany();
        const auto written = flushed();
        return written ? Result<DownloadTask>(asked) : failed(written);
    }
    std::erase_if(*halves, [](const DownloadRow &row) { return isEnded(row.task.status); });
    for (DownloadRow &row : *halves) {
        stopRun(row.task.id, [this, task = row.task] { removeArrival(task); });
        row.stage = DownloadStage::ToFetch;
        row.path.clear();
        row.task.status = DownloadStatus::Canceled;
        row.task.hold = DownloadHold::None;
        row.task.retryAt.reset();
        row.task.error.reset();
        row.task.bytesReceived = 0;
    }
    return changed(*halves);
}

void Downloads::Loop::release(const QString &queue)
{
    if (m_servers.release(queue)) {
        write([queue](Transaction &transaction) { setStopped(transaction, queue, false); });
        m_afterFlush.emplace_back([this, queue] {
            for (const DownloadGroup group : {DownloadGroup::Image, DownloadGroup::Video, DownloadGroup::LivePhoto}) {
                m_picker.hasChanged(queue, group);
            }
        });
    }
}

Result<std::vector<DownloadTask>> Downloads::Loop::insert(std::vector<PreparedDownload> &prepared,
                                                          OnExisting onExisting)
{
    if (auto written = flushed(); !written) {
        return failed(written);
    }
    std::vector<DownloadRow> removed;
    auto added = m_parts.database.write([&](Transaction &transaction) -> Result<std::vector<DownloadTask>> {
        const qint64 stored = countDownloads(transaction.db(), {});
        if (stored + qint64(prepared.size()) > m_setup.limits.stored) {
            return fail(ErrorCode::TooMany, {{u"field"_s, u"tasks"_s},
                                             {u"value"_s, QString::number(stored + qint64(prepared.size()))},
                                             {u"limit"_s, QString::number(m_setup.limits.stored)}});
        }
        std::vector<DownloadTask> tasks;
        for (PreparedDownload &one : prepared) {
            DownloadTask &task = one.row.task;
            auto there = findDownload(transaction.db(), task.taskId);
            if (there && there->task.queue != task.queue) {
                task.taskId = taskIdAt(task);
                there = findDownload(transaction.db(), task.taskId);
            }
            if (there && !isEnded(there->task.status)) {
                if (onExisting == OnExisting::Refuse) {
                    return notNow(u"“%1” is being downloaded already"_s.arg(task.taskId));
                }
                continue;
            }
            if (there) {
                deleteDownload(transaction, there->task.id);
                removed.push_back(std::move(*there));
            }
            insertDownload(transaction, one.row);
            tasks.push_back(task);
        }
        return tasks;
    });
    if (!added) {
        return added;
    }
    for (const DownloadRow &row : removed) {
        removeArrival(row.task);
        dropSecret(row.secret);
    }
    for (const PreparedDownload &one : prepared) {
        if (one.row.task.id == 0) {
            dropSecret(one.row.secret); // It is skipped, and its secret may be nobody's.
        }
    }
    for (const DownloadTask &task : *added) {
        m_picker.hasNew(task.queue, task.group);
    }
    newBatch();
    if (added->size() <= toldEach) {
        for (const DownloadTask &task : *added) {
            tellStatus(task);
        }
    }
    tellMany();
    (void)flush();
    return added;
}

void Downloads::Loop::setNetworkReachable(bool isReachable)
{
    m_isReachable = isReachable;
    m_isSeenStale = true;
    if (isReachable) {
        m_servers.probeAll(steadyMs());
    }
}

void Downloads::Loop::signedIn(const QString &server)
{
    release(server);
}

} // namespace kinframe::transfer

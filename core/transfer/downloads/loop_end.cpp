// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a download ends, well or badly, and what is tried again.
#include "base/error_json.h"
#include "base/log.h"
#include "transfer/downloads/download_loop.h"
#include "transfer/http_errors.h"
#include "transfer/secrets/secret_store.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

/// So much in one go shows that the line works: what fails after it is a new trouble with new retries.
constexpr qint64 bytesThatRenewRetries = 1024 * 1024;

bool isOfTheNetwork(const Error &error)
{
    return error.code == ErrorCode::NetworkFailed || error.code == ErrorCode::NetworkTimeout;
}

bool isOfTheGallery(const Error &error)
{
    return error.code == ErrorCode::DiskReadOnly || error.code == ErrorCode::DiskFailed ||
           error.code == ErrorCode::FileNotFound;
}

} // namespace

void Downloads::Loop::stopRun(qint64 id, std::function<void()> afterwards)
{
    const auto found = m_runs.find(id);
    if (found != m_runs.end()) {
        DownloadRun run = std::move(found->second);
        m_runs.erase(found);
        forgetRun(id);
        run.stop.request_stop();
        if (run.isFetching) {
            m_stopping[run.number].task = std::move(run.row.task);
        }
    }
    if (!afterwards) {
        return;
    }
    if (Stopping *stopping = stoppingRunOf(id)) {
        stopping->afterwards.push_back(std::move(afterwards));
    } else {
        afterwards();
    }
}

Downloads::Loop::Stopping *Downloads::Loop::stoppingRunOf(qint64 id)
{
    const auto found = std::find_if(m_stopping.begin(), m_stopping.end(),
                                    [id](const auto &stopping) { return stopping.second.task.id == id; });
    return found == m_stopping.end() ? nullptr : &found->second;
}

/// Another one has its place while the disk makes it last: many small files wait for the disk together.
void Downloads::Loop::received(qint64 id, quint64 number)
{
    const auto found = m_runs.find(id);
    if (found != m_runs.end() && found->second.number == number) {
        found->second.isReceived = true;
    }
}

void Downloads::Loop::ended(qint64 id, quint64 number, Result<DownloadedFile> result)
{
    if (auto stopped = m_stopping.extract(number)) {
        for (const auto &afterwards : stopped.mapped().afterwards) {
            afterwards();
        }
        mayBeNext(stopped.mapped().task); // It may have been its turn meanwhile.
        return;
    }
    const auto found = m_runs.find(id);
    if (found == m_runs.end() || found->second.number != number) {
        return;
    }
    DownloadRun run = std::move(found->second);
    m_runs.erase(found);
    forgetRun(id);
    m_bytesEver += std::max<qint64>(0, run.state->bytes - run.countedBytes);
    if (!result) {
        runFailed(std::move(run), result.error());
        return;
    }
    serverAnswered(run.row.task.queue, steadyMs());
    DownloadRow row = std::move(run.row);
    row.task.bytesReceived = row.task.totalBytes = result->size;
    const Checksum said = row.task.checksum.known() ? Checksum() : checksumFrom(result->head);
    if (!said.known()) {
        arrived(std::move(row), result->head);
        return;
    }
    m_saving.insert(id);
    m_saver->post([this, mailbox = m_mailbox, row = std::move(row), head = result->head, said] {
        auto matches = hasChecksum(arrivalPath(row.task.folder, row.task.id), said);
        mailbox->post([this, row, head, matches = std::move(matches)] { verified(row, head, matches); });
    });
}

void Downloads::Loop::verified(const DownloadRow &row, const HttpHead &head, const Result<bool> &matches)
{
    m_saving.remove(row.task.id);
    if (matches && *matches) {
        arrived(row, head);
        return;
    }
    QFile::remove(arrivalPath(row.task.folder, row.task.id));
    DownloadRun run;
    run.row = row;
    run.row.task.bytesReceived = 0;
    run.state->hasAnswer = true;
    runFailed(std::move(run), matches
                                  ? Error{ErrorCode::RemoteChecksum,
                                          {{u"host"_s, row.task.url.host()}, {u"url"_s, withoutSecrets(row.task.url)}},
                                          u"not what the answer's digest says"_s}
                                  : matches.error());
}

void Downloads::Loop::runFailed(DownloadRun run, const Error &error)
{
    DownloadRow row = std::move(run.row);
    DownloadTask &task = row.task;
    task.bytesReceived = run.state->bytes;
    task.totalBytes = std::max<qint64>(task.totalBytes, run.state->total);
    if (error.code == ErrorCode::ShuttingDown) {
        return; // It runs in the database, and goes on at the next start.
    }
    qCInfo(logTransfer).noquote() << "download" << task.taskId << error.forLog();
    if (run.hasNews()) {
        serverAnswered(task.queue, steadyMs());
    }
    if (error.code == ErrorCode::RemoteUnauthorized) {
        if (m_servers.isStopped(task.queue)) {
            task.status = DownloadStatus::Enqueued; // One has failed with it already; the rest waits.
            --task.attempts;
            change(row);
            tellStatus(task);
            mayBeNext(task);
            return;
        }
        stopQueue(task.queue);
        failFor(std::move(row), DownloadStatus::Failed, error);
    } else if (error.code == ErrorCode::RemoteNotFound) {
        failFor(std::move(row), DownloadStatus::NotFound, error);
    } else if (error.code == ErrorCode::DiskFull) {
        task.status = DownloadStatus::Paused;
        task.hold = DownloadHold::Disk;
        task.error = error;
        m_awaitsRoom = true;
        change(row);
        tellStatus(task);
    } else if (isOfTheGallery(error)) {
        m_galleries.remove(task.folder);
        const Error explained = explainedFor(task.folder, error);
        failFor(std::move(row), DownloadStatus::Failed, explained);
    } else if (mayPass(error) || error.code == ErrorCode::RemoteChecksum || error.code == ErrorCode::Canceled) {
        again(std::move(row), *run.state, error);
    } else {
        failFor(std::move(row), DownloadStatus::Failed, withFingerprint(error));
    }
}

void Downloads::Loop::again(DownloadRow row, const RunState &state, const Error &error)
{
    DownloadTask &task = row.task;
    const qint64 steady = steadyMs();
    const bool isSilent = isOfTheNetwork(error) && !state.hasAnswer;
    if (isSilent && (m_servers.isLost(task.queue) || m_isReachable == false)) {
        m_servers.lost(task.queue, steady);
        away(std::move(row), error);
        return;
    }
    if (state.first >= 0 && state.bytes - state.first >= bytesThatRenewRetries) {
        row.retries = 0;
    }
    if (isSilent) {
        m_troubles.try_emplace(task.id, steady);
    } else {
        m_troubles.erase(task.id);
    }
    // The engine has tried wrong bytes once more already: once again is enough.
    const int most = error.code == ErrorCode::RemoteChecksum ? 1 : m_setup.retry.retries;
    if (row.retries < most) {
        const qint64 asked = state.retryAfter;
        const auto patience = asked < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(asked));
        const auto delay = m_setup.retry.delay(row.retries++, patience, QRandomGenerator::global()->generateDouble());
        task.status = DownloadStatus::WaitingToRetry;
        task.retryAt = now() + delay.count();
        task.error = error;
        m_nextRetry = m_nextRetry ? std::min(*m_nextRetry, *task.retryAt) : task.retryAt;
        change(row);
        tellStatus(task);
        return;
    }
    const auto silence = m_troubles.extract(task.id);
    if (silence && !m_servers.hasAnsweredSince(task.queue, silence.mapped())) {
        m_servers.lost(task.queue, steady);
        away(std::move(row), error);
        return;
    }
    failFor(std::move(row), DownloadStatus::Failed, error);
}

/// Past its retries, while nothing is heard of its server: it goes on when that is back.
void Downloads::Loop::away(DownloadRow row, const Error &error)
{
    row.task.status = DownloadStatus::WaitingToRetry;
    row.task.hold = DownloadHold::Network;
    row.task.retryAt.reset();
    row.task.error = error;
    row.retries = 0;
    change(row);
    tellStatus(row.task);
}

void Downloads::Loop::failFor(DownloadRow row, DownloadStatus status, const Error &error)
{
    DownloadTask &task = row.task;
    m_troubles.erase(task.id);
    task.status = status;
    task.hold = DownloadHold::None;
    task.retryAt.reset();
    task.error = error;
    if (task.half != LiveHalf::None) {
        task.error->facts.emplace_back(u"half"_s, nameOf(task.half));
    }
    if (task.half != LiveHalf::None || status == DownloadStatus::NotFound) {
        row.stage = DownloadStage::ToFetch;
        row.path.clear();
        task.bytesReceived = 0;
        removeArrival(task);
    }
    change(row);
    tellStatus(task);
    tell(task, u"download.error"_s, {{u"error"_s, toJson(*task.error)}});
    if (task.half != LiveHalf::None) {
        failOtherHalf(row);
    }
}

void Downloads::Loop::failOtherHalf(const DownloadRow &row)
{
    auto other = otherHalf(row);
    if (!other || isEnded(other->task.status)) {
        return;
    }
    DownloadTask &task = other->task;
    stopRun(task.id, [this, stopped = task] { removeArrival(stopped); });
    task.status = DownloadStatus::Failed;
    task.hold = DownloadHold::None;
    task.retryAt.reset();
    task.bytesReceived = 0;
    task.error = Error{ErrorCode::LivePhotoIncomplete, {{u"half"_s, nameOf(row.task.half)}}, {}};
    other->stage = DownloadStage::ToFetch;
    other->path.clear();
    change(*other);
    tellStatus(task);
    tell(task, u"download.error"_s, {{u"error"_s, toJson(*task.error)}});
}

void Downloads::Loop::stopQueue(const QString &queue)
{
    m_servers.stop(queue);
    write([queue](Transaction &transaction) { setStopped(transaction, queue, true); });
}

void Downloads::Loop::removeArrival(const DownloadTask &task)
{
    if (task.folder.isEmpty()) {
        return;
    }
    // After what may still be done to the file on that thread.
    m_saver->post([path = arrivalPath(task.folder, task.id)] {
        FileDownloader::removeParts(path);
        QFile::remove(path);
    });
}

/// Goes with the last task that needs it.
void Downloads::Loop::dropSecret(const QString &secret)
{
    if (secret.isEmpty() || m_parts.secrets == nullptr) {
        return;
    }
    m_afterFlush.emplace_back([this, secret] {
        const auto needed =
            m_parts.database.read([&](Connection &db) -> Result<bool> { return needsSecret(db, secret); });
        if (needed && !*needed) {
            m_parts.secrets->remove(secret, [](const Result<void> &removed) {
                if (!removed) {
                    qCWarning(logTransfer).noquote() << "a secret is not removed:" << removed.error().forLog();
                }
            });
        }
    });
}

} // namespace kinframe::transfer

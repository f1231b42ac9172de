// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The thread of the downloads: what comes in, what it writes, and what it tells.
#include "transfer/downloads/download_loop.h"

#include "base/log.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using storage::Connection;
using storage::Transaction;

constexpr int fetchedAtOnce = 32; // Of a queue and group: some seconds' worth of small files.
constexpr auto tick = 200ms;      // While something runs: as often as progress is told.
constexpr auto writeTick = 1s;    // Until the database can be written again.
constexpr auto hourTick = 20s;    // Where hours are set.
constexpr std::chrono::milliseconds longestRest = 10min;

} // namespace

Downloads::Loop::Loop(Parts parts, DownloadsSetup setup)
    : m_parts(std::move(parts))
    , m_setup(std::move(setup))
    , m_picker([this](const QString &queue, DownloadGroup group, qint64 after) {
        return m_parts.database
            .read([&](Connection &db) -> Result<std::vector<DownloadRow>> {
                return nextDownloads(db, queue, group, after, fetchedAtOnce);
            })
            .value_or(std::vector<DownloadRow>());
    })
    , m_servers(m_setup.probe, m_setup.longestProbe)
    , m_saver(std::make_unique<SerialThread>())
{
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

Downloads::Loop::~Loop()
{
    m_thread.request_stop();
    m_thread.join();
    m_saver->close();
}

void Downloads::Loop::work(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        for (const auto &letter : m_mailbox->take(stop, patience())) {
            letter();
        }
        if (stop.stop_requested()) {
            break;
        }
        m_hasMoved = false;
        if (m_isStarted) {
            watch();
            if (m_canWrite) {
                dispatch();
            }
        }
        (void)flush();
    }
    for (auto &[id, run] : m_runs) {
        // What has come so far is looked up in the part file at the next start.
        run.stop.request_stop();
    }
    (void)flush();
    for (const auto &letter : m_mailbox->close()) {
        letter(); // Whoever waits for an answer gets one.
    }
}

std::chrono::milliseconds Downloads::Loop::patience() const
{
    if (!m_canWrite) {
        return writeTick;
    }
    if (m_hasMoved || !m_changed.empty() || !m_changes.empty() || !m_toName.empty()) {
        return 0ms;
    }
    if (!m_runs.empty()) {
        return tick;
    }
    std::chrono::milliseconds rest = longestRest;
    const auto until = [&rest](std::optional<qint64> time, qint64 present) {
        if (time) {
            rest = std::min(rest, std::chrono::milliseconds(std::max<qint64>(1, *time - present)));
        }
    };
    until(m_nextRetry, now());
    until(m_servers.nextProbe(), steadyMs());
    if (m_isStarted && m_isSeenStale) {
        until(m_wholeSeenAt + wholeEvery, steadyMs());
    }
    if (m_awaitsRoom) {
        rest = std::min(rest, m_setup.diskCheck);
    }
    return m_settings.hours ? std::min<std::chrono::milliseconds>(rest, hourTick) : rest;
}

void Downloads::Loop::start()
{
    if (!m_isStarted) {
        takeBack();
        m_isStarted = true;
    }
}

void Downloads::Loop::change(const DownloadRow &row)
{
    m_changed.insert_or_assign(row.task.id, row);
}

bool Downloads::Loop::flush()
{
    return flushed().has_value();
}

Result<void> Downloads::Loop::flushed()
{
    if (!m_changed.empty() || !m_changes.empty()) {
        auto written = m_parts.database.write([this](Transaction &transaction) -> Result<void> {
            for (const auto &[id, row] : m_changed) {
                updateDownload(transaction, row);
            }
            for (const Change &change : m_changes) {
                change(transaction);
            }
            return {};
        });
        m_canWrite = written.has_value();
        if (!written) {
            qCWarning(logTransfer).noquote() << "downloads are not recorded:" << written.error().forLog();
            return written;
        }
        m_changed.clear();
        m_changes.clear();
        m_hasMoved = m_isSeenStale = true;
    }
    m_hasMoved = m_hasMoved || !m_afterFlush.empty();
    for (const auto &hook : std::exchange(m_afterFlush, {})) {
        hook();
    }
    for (const Event &event : std::exchange(m_news, {})) {
        m_parts.events.publish(event);
    }
    nameThem();
    return {};
}

bool Downloads::Loop::isBusy(qint64 id) const
{
    const bool isStopping = std::any_of(m_stopping.begin(), m_stopping.end(),
                                        [id](const auto &stopping) { return stopping.second.task.id == id; });
    return isStopping || m_runs.contains(id) || m_changed.contains(id) || m_saving.contains(id);
}

void Downloads::Loop::tell(const DownloadTask &task, const QString &type, QJsonObject details)
{
    details.insert(u"taskId"_s, task.taskId);
    m_news.push_back({type, {}, task.user, std::move(details)});
}

void Downloads::Loop::tellStatus(const DownloadTask &task)
{
    tell(task, u"download.status"_s, {{u"status"_s, nameOf(task.status)}});
}

void Downloads::Loop::tellMany()
{
    m_news.push_back({u"download.changed"_s, {}, {}, {}});
}

void Downloads::Loop::mayBeNext(const DownloadTask &task)
{
    m_afterFlush.emplace_back([this, queue = task.queue, group = task.group] { m_picker.hasChanged(queue, group); });
}

void Downloads::Loop::forgetRun(qint64 id)
{
    const std::scoped_lock lock(m_seenMutex);
    m_seen.runs.erase(id);
}

void Downloads::Loop::setSources(DownloadSources *sources)
{
    const std::scoped_lock lock(m_sourcesMutex);
    m_sources = sources;
}

/// What an earlier process left: what was running waits again, and files that were about to get their names get them.
void Downloads::Loop::takeBack()
{
    const auto taken = m_parts.database.write([this](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE download SET status = 0, hold = 0, updated_at = ?1 WHERE status = 1 OR (status = 2 AND "
                        "hold = 1)",
                        transaction.stamp());
        m_settings = readDownloadSettings(transaction.db());
        for (const QString &queue : stoppedQueues(transaction.db())) {
            m_servers.stop(queue);
        }
        for (const WaitingCount &waiting : countWaiting(transaction.db())) {
            m_picker.hasNew(waiting.queue, waiting.group);
        }
        m_nextRetry = nextRetry(transaction.db());
        m_awaitsRoom = !heldDownloads(transaction.db(), DownloadStatus::Paused, DownloadHold::Disk, 1).empty();
        std::map<QString, Halves> pairs;
        for (DownloadRow &row : namedDownloads(transaction.db())) {
            m_saving.insert(row.task.id);
            m_takenPaths.insert(row.path.toCaseFolded());
            if (row.task.pairId.isEmpty()) {
                m_toName.push_back({std::move(row)});
            } else {
                pairs[row.task.pairId].push_back(std::move(row));
            }
        }
        for (auto &[pairId, halves] : pairs) {
            m_toName.push_back(std::move(halves));
        }
        return {};
    });
    if (!taken) {
        qCWarning(logTransfer).noquote() << "downloads are not taken up:" << taken.error().forLog();
    }
    if (m_parts.limitSpeed) {
        m_parts.limitSpeed(m_settings.bytesPerSecond);
    }
    sweepArrivals();
    tellMany();
}

/// What a crash has left of tasks that need it no more.
void Downloads::Loop::sweepArrivals()
{
    const QString gallery = m_settings.folder.isEmpty() ? usualGallery() : m_settings.folder;
    const QStringList names = QDir(arrivalFolder(gallery)).entryList(QDir::Files);
    if (names.isEmpty()) {
        return;
    }
    (void)m_parts.database.read([&](Connection &db) -> Result<void> {
        for (const QString &name : names) {
            const qint64 id = name.section(u'.', 0, 0).toLongLong();
            const auto row = id > 0 ? findDownload(db, id) : std::nullopt;
            const bool isNeeded =
                row && row->task.status != DownloadStatus::Complete && row->task.status != DownloadStatus::Canceled;
            if (id > 0 && !isNeeded) {
                QFile::remove(arrivalFolder(gallery) + u'/' + name);
            }
        }
        return {};
    });
}

} // namespace kinframe::transfer

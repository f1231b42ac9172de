// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/downloads.h"

#include "base/ids.h"
#include "transfer/downloads/download_loop.h"
#include "transfer/secrets/secret_store.h"

namespace kinframe::transfer {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

namespace {

/// With what its run says right now.
DownloadTask withRun(DownloadTask task, const std::map<qint64, std::shared_ptr<RunState>> &runs)
{
    if (const auto run = runs.find(task.id); run != runs.end()) {
        task.bytesReceived = run->second->bytes;
        task.totalBytes = std::max<qint64>(task.totalBytes, run->second->total);
        task.bytesPerSecond = run->second->bytesPerSecond;
    }
    return task;
}

} // namespace

qint64 DownloadSummary::unfinished() const
{
    return count(DownloadStatus::Enqueued) + count(DownloadStatus::Running) + count(DownloadStatus::WaitingToRetry) +
           count(DownloadStatus::Paused);
}

Result<std::vector<DownloadTask>> Downloads::Loop::add(std::vector<NewDownload> wanted, OnExisting onExisting)
{
    auto prepared = std::make_shared<std::vector<PreparedDownload>>();
    std::map<QByteArray, QString> secrets; // One for all tasks that are asked for with the same headers.
    for (const NewDownload &one : wanted) {
        const std::unique_lock lock(m_sourcesMutex);
        auto download = prepareDownload(one, m_sources);
        if (!download) {
            return failed(download);
        }
        if (!download->secretHeaders.empty()) {
            QString &name = secrets[textOf(download->secretHeaders)];
            name = name.isEmpty() ? u"download/"_s + toText(newUuid()) : name;
            download->row.secret = name;
        }
        prepared->push_back(std::move(*download));
    }
    if (!secrets.empty() && m_parts.secrets == nullptr) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, u"headers"_s}, {u"value"_s, u"…"_s}, {u"expected"_s, u"without secrets here"_s}});
    }
    for (const auto &[text, name] : secrets) {
        if (auto written = m_parts.secrets->write(name, text).get(); !written) {
            return failed(written);
        }
    }
    auto added = ask<std::vector<DownloadTask>>([this, prepared, onExisting] { return insert(*prepared, onExisting); });
    if (!added) {
        for (const auto &[text, name] : secrets) {
            m_parts.secrets->remove(name, [](const Result<void> &) {});
        }
    }
    return added;
}

Result<DownloadPage> Downloads::Loop::list(const DownloadFilter &filter, int limit, qint64 offset)
{
    auto page = m_parts.database.read([&](Connection &db) -> Result<DownloadPage> {
        DownloadPage found;
        found.total = countDownloads(db, filter);
        for (DownloadRow &row : listDownloads(db, filter, limit, offset)) {
            found.items.push_back(std::move(row.task));
        }
        return found;
    });
    if (page) {
        const std::scoped_lock lock(m_seenMutex);
        for (DownloadTask &task : page->items) {
            task = withRun(std::move(task), m_seen.runs);
        }
    }
    return page;
}

Result<DownloadTask> Downloads::Loop::find(const QString &taskId)
{
    auto task = m_parts.database.read([&](Connection &db) -> Result<DownloadTask> {
        const auto row = findDownload(db, taskId);
        return row ? Result<DownloadTask>(row->task)
                   : fail(ErrorCode::NotFound, {{u"what"_s, u"download"_s}, {u"id"_s, taskId.left(80)}});
    });
    if (task) {
        const std::scoped_lock lock(m_seenMutex);
        task = withRun(std::move(*task), m_seen.runs);
    }
    return task;
}

Result<DownloadSummary> Downloads::Loop::summary()
{
    const auto sums = m_parts.database.read(
        [](Connection &db) -> Result<std::array<DownloadSums, downloadStatusCount>> { return sumDownloads(db); });
    if (!sums) {
        return failed(sums);
    }
    DownloadSummary summary;
    qint64 known = 0;
    qint64 unknown = 0;
    for (size_t status = 0; status < sums->size(); ++status) {
        const DownloadSums &sum = sums->at(status);
        summary.counts[status] = sum.count;
        if (!isEnded(DownloadStatus(status))) {
            summary.bytesReceived += DownloadStatus(status) == DownloadStatus::Running ? 0 : sum.bytes;
            summary.totalBytes += sum.total;
            known += sum.count - sum.unknown;
            unknown += sum.unknown;
        }
    }
    const std::scoped_lock lock(m_seenMutex);
    for (const auto &[id, run] : m_seen.runs) {
        summary.bytesReceived += run->bytes;
        // What the server has said of it is stored only when it stands still.
        if (!run->wasKnown && run->total >= 0) {
            summary.totalBytes += run->total;
            ++known;
            --unknown;
        }
    }
    summary.completed = m_seen.batchFiles;
    summary.bytesReceived += m_seen.batchBytes;
    summary.totalBytes += m_seen.batchBytes;
    known += m_seen.batchFiles;
    if (unknown > 0 && known > 0) {
        summary.totalBytes += summary.totalBytes / known * unknown;
    }
    summary.totalBytes = std::max(summary.totalBytes, summary.bytesReceived);
    summary.bytesPerSecond = m_seen.bytesPerSecond;
    if (summary.bytesPerSecond > 0 && (unknown <= 0 || known > 0)) {
        summary.secondsLeft = double(summary.totalBytes - summary.bytesReceived) / summary.bytesPerSecond;
    }
    summary.isOutsideHours = m_seen.isOutsideHours;
    summary.isNetworkLost = m_seen.isNetworkLost;
    summary.problem = m_seen.problem;
    return summary;
}

Result<DownloadSettings> Downloads::Loop::settings()
{
    return m_parts.database.read([](Connection &db) -> Result<DownloadSettings> { return readDownloadSettings(db); });
}

Result<void> Downloads::Loop::setSettings(const DownloadSettings &settings)
{
    const auto checked = downloadSettingsFrom(toJson(settings));
    if (!checked) {
        return failed(checked);
    }
    if (auto usable = settings.folder.isEmpty() ? Result<void>() : prepareGallery(settings.folder); !usable) {
        return usable;
    }
    auto written = m_parts.database.write([&](Transaction &transaction) -> Result<void> {
        writeDownloadSettings(transaction, settings);
        return {};
    });
    if (written) {
        post([this, settings] {
            m_settings = settings;
            if (m_parts.limitSpeed) {
                m_parts.limitSpeed(settings.bytesPerSecond);
            }
        });
    }
    return written;
}

Downloads::Downloads(Parts parts, DownloadsSetup setup)
    : m_loop(std::make_unique<Loop>(std::move(parts), std::move(setup)))
{
}

Downloads::~Downloads() = default;

void Downloads::start()
{
    m_loop->post([loop = m_loop.get()] { loop->start(); });
}

void Downloads::setSources(DownloadSources *sources)
{
    m_loop->setSources(sources);
}

Result<std::vector<DownloadTask>> Downloads::add(std::vector<NewDownload> wanted, OnExisting onExisting)
{
    return m_loop->add(std::move(wanted), onExisting);
}

Result<DownloadPage> Downloads::list(const DownloadFilter &filter, int limit, qint64 offset)
{
    return m_loop->list(filter, limit, offset);
}

Result<DownloadTask> Downloads::find(const QString &taskId)
{
    return m_loop->find(taskId);
}

Result<DownloadSummary> Downloads::summary()
{
    return m_loop->summary();
}

Result<DownloadTask> Downloads::pause(const QString &taskId)
{
    return m_loop->ask<DownloadTask>([&] { return m_loop->pause(taskId); });
}

Result<DownloadTask> Downloads::resume(const QString &taskId)
{
    return m_loop->ask<DownloadTask>([&] { return m_loop->resume(taskId); });
}

Result<DownloadTask> Downloads::retry(const QString &taskId)
{
    return m_loop->ask<DownloadTask>([&] { return m_loop->retry(taskId); });
}

Result<DownloadTask> Downloads::cancel(const QString &taskId)
{
    return m_loop->ask<DownloadTask>([&] { return m_loop->cancel(taskId); });
}

Result<qint64> Downloads::pauseMany(const QStringList &taskIds)
{
    return m_loop->ask<qint64>([&] { return m_loop->pauseMany(taskIds); });
}

Result<qint64> Downloads::resumeMany(const QStringList &taskIds)
{
    return m_loop->ask<qint64>([&] { return m_loop->resumeMany(taskIds); });
}

Result<qint64> Downloads::retryMany(const QStringList &taskIds)
{
    return m_loop->ask<qint64>([&] { return m_loop->retryMany(taskIds); });
}

Result<qint64> Downloads::cancelMany(const QStringList &taskIds)
{
    return m_loop->ask<qint64>([&] { return m_loop->cancelMany(taskIds); });
}

Result<qint64> Downloads::removeMany(const QStringList &taskIds)
{
    return m_loop->ask<qint64>([&] { return m_loop->removeMany(taskIds); });
}

Result<qint64> Downloads::pauseAll()
{
    return m_loop->ask<qint64>([&] { return m_loop->pauseMany({}); });
}

Result<qint64> Downloads::resumeAll()
{
    return m_loop->ask<qint64>([&] { return m_loop->resumeMany({}); });
}

Result<qint64> Downloads::cancelAll()
{
    return m_loop->ask<qint64>([&] { return m_loop->cancelMany({}); });
}

Result<qint64> Downloads::retryFailed()
{
    return m_loop->ask<qint64>([&] { return m_loop->retryMany({}); });
}

Result<qint64> Downloads::removeEnded()
{
    return m_loop->ask<qint64>([&] { return m_loop->removeMany({}); });
}

Result<DownloadSettings> Downloads::settings()
{
    return m_loop->settings();
}

Result<void> Downloads::setSettings(const DownloadSettings &settings)
{
    return m_loop->setSettings(settings);
}

void Downloads::setNetworkReachable(bool isReachable)
{
    m_loop->post([loop = m_loop.get(), isReachable] { loop->setNetworkReachable(isReachable); });
}

void Downloads::signedIn(const QString &server)
{
    m_loop->post([loop = m_loop.get(), server] { loop->signedIn(server); });
}

} // namespace kinframe::transfer

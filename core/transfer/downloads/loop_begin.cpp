// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a download begins.
#include "base/files.h"
#include "base/log.h"
#include "transfer/downloads/download_loop.h"
#include "transfer/downloads/download_sources.h"
#include "transfer/part_file.h"
#include "transfer/secrets/secret_store.h"

#include <QFileInfo>
#include <QHostAddress>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// Servers on this computer are there without any network.
bool isOfThisComputer(const QString &queue)
{
    const QString host = QUrl(queue).host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

void Downloads::Loop::dispatch()
{
    const auto allowed = [this](const QString &queue, DownloadGroup group) { return mayBegin(queue, group); };
    while (countRuns([](const DownloadTask &) { return true; }) < m_setup.limits.atOnce) {
        auto row = m_picker.take(allowed);
        if (!row) {
            return;
        }
        if (!isBusy(row->task.id)) {
            begin(std::move(*row));
        }
    }
}

bool Downloads::Loop::mayBegin(const QString &queue, DownloadGroup group) const
{
    if (m_isOutsideHours || m_servers.isStopped(queue)) {
        return false;
    }
    if (m_isReachable == false && !isOfThisComputer(queue)) {
        return false;
    }
    const int ofQueue = countRuns([&](const DownloadTask &task) { return task.queue == queue; });
    const int ofGroup = countRuns([&](const DownloadTask &task) { return task.group == group; });
    if (m_servers.isLost(queue) && (ofQueue > 0 || !m_probes.contains(queue))) {
        return false;
    }
    return ofQueue < m_setup.limits.atOncePerQueue && ofGroup < m_setup.limits.atOncePerGroup;
}

int Downloads::Loop::countRuns(const std::function<bool(const DownloadTask &)> &which) const
{
    return int(std::count_if(m_runs.begin(), m_runs.end(),
                             [&](const auto &run) { return !run.second.isReceived && which(run.second.row.task); }));
}

void Downloads::Loop::begin(DownloadRow row)
{
    DownloadTask &task = row.task;
    if (task.folder.isEmpty()) {
        const auto other = otherHalf(row);
        const QString gallery = m_settings.folder.isEmpty() ? usualGallery() : m_settings.folder;
        task.folder = other && !other->task.folder.isEmpty() ? other->task.folder : gallery;
    }
    if (!m_galleries.contains(task.folder)) {
        if (const auto prepared = prepareGallery(task.folder); !prepared) {
            failFor(std::move(row), DownloadStatus::Failed, prepared.error());
            return;
        }
        m_galleries.insert(task.folder);
    }
    task.error.reset();
    task.retryAt.reset();
    task.hold = DownloadHold::None;
    if (QFileInfo::exists(arrivalPath(task.folder, task.id))) {
        arrived(std::move(row), {}); // It came before a crash: the engine gives only whole files that name.
        return;
    }
    if (isHereAlready(row)) {
        complete(std::move(row));
        return;
    }
    if (auto missing = missingRoom(row)) {
        task.status = DownloadStatus::Paused;
        task.hold = DownloadHold::Disk;
        task.error = std::move(missing);
        m_awaitsRoom = true;
        change(row);
        tellStatus(task);
        return;
    }
    m_probes.remove(task.queue);
    task.status = DownloadStatus::Running;
    ++task.attempts;
    change(row);
    tellStatus(task);
    DownloadRun run;
    run.number = ++m_lastRun;
    run.row = std::move(row);
    run.startedAt = steadyMs();
    run.state->bytes = run.row.task.bytesReceived;
    run.state->total = run.row.task.totalBytes;
    run.state->wasKnown = run.row.task.totalBytes >= 0;
    run.countedBytes = run.row.task.bytesReceived;
    const DownloadRun &begun = m_runs.insert_or_assign(run.row.task.id, std::move(run)).first->second;
    {
        const std::scoped_lock lock(m_seenMutex);
        m_seen.runs[begun.row.task.id] = begun.state;
    }
    openSource(begun);
}

bool Downloads::Loop::joins(const DownloadTask &task) const
{
    return m_settings.joinsLibrary || task.metaData[u"to"] == "library"_L1;
}

/// Then nothing is fetched, where what comes would join the library anyway. The halves of a live photo are here both or
/// not at all.
bool Downloads::Loop::isHereAlready(DownloadRow &row)
{
    DownloadTask &task = row.task;
    if (!joins(task) || !m_parts.alreadyHere || !task.checksum.known()) {
        return false;
    }
    const auto path = m_parts.alreadyHere(task.checksum);
    if (!path) {
        return false;
    }
    if (task.half != LiveHalf::None) {
        const auto other = otherHalf(row);
        if (!other || (!other->task.checksum.known() || !m_parts.alreadyHere(other->task.checksum))) {
            return false;
        }
    }
    row.path = *path;
    task.error = Error{ErrorCode::AlreadyHere, {{u"path"_s, *path}}, {}};
    return true;
}

/// What runs has its room already, also that which it has not filled yet.
std::optional<Error> Downloads::Loop::missingRoom(const DownloadRow &row) const
{
    const qint64 room = freeSpace(row.task.folder);
    if (room < 0) {
        return std::nullopt;
    }
    const qint64 taken = FileDownloader::roomOfParts(arrivalPath(row.task.folder, row.task.id));
    const qint64 here = std::max(row.task.bytesReceived, taken);
    qint64 needed = m_setup.spareBytes + std::max<qint64>(0, row.task.totalBytes - here);
    for (const auto &[id, run] : m_runs) {
        needed += run.missingRoom();
    }
    return needed > room ? std::optional(diskFull(row.task.folder, needed - room)) : std::nullopt;
}

void Downloads::Loop::openSource(const DownloadRun &run)
{
    const DownloadTask &task = run.row.task;
    const auto answer = [this, mailbox = m_mailbox, id = task.id, number = run.number](Result<DownloadSource> source) {
        mailbox->post([this, id, number, source = std::move(source)] { opened(id, number, source); });
    };
    const DownloadSource plain{task.url, run.row.headers};
    if (!task.server.isEmpty()) {
        const std::scoped_lock lock(m_sourcesMutex);
        if (m_sources != nullptr) {
            m_sources->open(task.server, task.assetId, answer);
        } else {
            answer(fail(ErrorCode::NotFound, {{u"what"_s, u"server"_s}, {u"id"_s, task.server}}));
        }
    } else if (run.row.secret.isEmpty()) {
        opened(task.id, run.number, plain);
    } else if (m_parts.secrets != nullptr) {
        m_parts.secrets->read(run.row.secret, [answer, plain](const Result<std::optional<QByteArray>> &secret) {
            if (!secret) {
                answer(failed(secret));
                return;
            }
            DownloadSource source = plain;
            for (HttpHeader &header : headersFrom(secret->value_or(QByteArray()))) {
                if (header.name == queryHeader) {
                    source.url.setQuery(QString::fromLatin1(header.value));
                } else {
                    source.headers.push_back(std::move(header));
                }
            }
            answer(std::move(source));
        });
    } else {
        answer(fail(ErrorCode::Internal, {}, u"no secrets are kept here"_s));
    }
}

void Downloads::Loop::opened(qint64 id, quint64 number, const Result<DownloadSource> &source)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end() || found->second.number != number) {
        return; // Stopped meanwhile.
    }
    if (source) {
        fetch(found->second, *source);
        return;
    }
    DownloadRun run = std::move(found->second);
    m_runs.erase(found);
    forgetRun(id);
    runFailed(std::move(run), source.error());
}

void Downloads::Loop::fetch(DownloadRun &run, const DownloadSource &source)
{
    DownloadObserver observer;
    observer.progress = [state = run.state](qint64 bytes, qint64 total) {
        // What the engine tells first are the bytes that it has kept.
        qint64 kept = -1;
        if (!state->first.compare_exchange_strong(kept, bytes) && bytes != kept) {
            state->hasAnswer = true;
        }
        state->bytes = bytes;
        state->total = total;
    };
    observer.received = [this, mailbox = m_mailbox, id = run.row.task.id, number = run.number] {
        mailbox->post([this, id, number] { received(id, number); });
    };
    observer.done = [this, mailbox = m_mailbox, id = run.row.task.id,
                     number = run.number](Result<DownloadedFile> result) {
        mailbox->post([this, id, number, result = std::move(result)] { ended(id, number, result); });
    };
    run.isFetching = true;
    m_parts.downloader.start(orderFor(run.row, source, m_setup.stallTimeout, run.state), std::move(observer),
                             run.stop.get_token());
}

} // namespace kinframe::transfer

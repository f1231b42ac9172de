// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How files that have arrived get their names in the gallery. Which ones is recorded first: after a crash in between
// they get the same names, and none gets two.
#include "base/files.h"
#include "base/log.h"
#include "transfer/downloads/download_loop.h"

#include <QFileInfo>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

std::vector<ArrivedFile> filesOf(const std::vector<DownloadRow> &halves)
{
    std::vector<ArrivedFile> files;
    for (const DownloadRow &row : halves) {
        files.push_back({row.task.id, arrivalPath(row.task.folder, row.task.id), row.path});
    }
    return files;
}

/// As they are called in the gallery; the halves of a live photo after the picture.
std::vector<QString> namesOf(const std::vector<DownloadRow> &halves)
{
    std::vector<QString> names;
    for (const DownloadRow &row : halves) {
        names.push_back(row.task.filename);
    }
    if (halves.size() == 2) {
        const size_t video = halves[0].task.half == LiveHalf::Video ? 0 : 1;
        const QString suffix = QFileInfo(names[video]).suffix();
        const QFileInfo picture(names[1 - video]);
        names[video] = picture.completeBaseName() + u'.' + (suffix.isEmpty() ? u"MOV"_s : suffix);
        if (names[0].compare(names[1], Qt::CaseInsensitive) == 0) {
            names[video] = picture.completeBaseName() + u".MOV"_s;
        }
    }
    return names;
}

} // namespace

std::optional<DownloadRow> Downloads::Loop::otherHalf(const DownloadRow &row)
{
    if (row.task.half == LiveHalf::None) {
        return std::nullopt;
    }
    const auto found = m_parts.database.read(
        [&](Connection &db) -> Result<std::optional<DownloadRow>> { return findOtherHalf(db, row); });
    if (!found || !*found) {
        return std::nullopt;
    }
    const qint64 id = (*found)->task.id;
    if (const auto changed = m_changed.find(id); changed != m_changed.end()) {
        return changed->second;
    }
    const auto run = m_runs.find(id);
    return run == m_runs.end() ? *found : run->second.row;
}

void Downloads::Loop::arrived(DownloadRow row, const HttpHead &head)
{
    DownloadTask &task = row.task;
    m_troubles.erase(task.id);
    task.bytesReceived = task.totalBytes = QFileInfo(arrivalPath(task.folder, task.id)).size();
    task.retryAt.reset();
    for (const QString &name :
         {filenameFrom(head), filenameFrom(task.url), QString(u"download-"_s + QString::number(task.id))}) {
        if (task.filename.isEmpty()) {
            task.filename = name;
        }
    }
    if (task.filename.startsWith(u'.')) {
        task.filename.prepend(u'_'); // Hidden, nobody would find it.
    }
    row.stage = DownloadStage::Arrived;
    if (task.half == LiveHalf::None) {
        save({std::move(row)});
        return;
    }
    auto other = otherHalf(row);
    const bool isWhole = other && other->stage == DownloadStage::Arrived && !isEnded(other->task.status) &&
                         other->task.status != DownloadStatus::Paused;
    if (isWhole) {
        save({std::move(row), std::move(*other)});
        return;
    }
    task.status = DownloadStatus::Enqueued;
    task.hold = DownloadHold::OtherHalf;
    change(row);
    tellStatus(task);
}

void Downloads::Loop::save(Halves files)
{
    const auto paths = freePaths(files.front().task.folder, namesOf(files), m_takenPaths);
    if (!paths) {
        failFor(std::move(files.front()), DownloadStatus::Failed, paths.error());
        return;
    }
    for (size_t i = 0; i < files.size(); ++i) {
        DownloadRow &row = files[i];
        row.path = (*paths)[i];
        row.stage = DownloadStage::Named;
        row.task.status = DownloadStatus::Running;
        row.task.hold = DownloadHold::None;
        m_takenPaths.insert(row.path.toCaseFolded());
        m_saving.insert(row.task.id);
        change(row);
    }
    m_toName.push_back(std::move(files));
}

/// All that are recorded by now, and then one sync for all of them.
void Downloads::Loop::nameThem()
{
    if (m_toName.empty()) {
        return;
    }
    m_saver->post([this, mailbox = m_mailbox, all = std::exchange(m_toName, {})] {
        std::vector<Result<Naming>> outcomes;
        std::map<QString, Result<void>> synced;
        for (const Halves &files : all) {
            outcomes.push_back(nameFiles(filesOf(files)));
            synced.try_emplace(files.front().task.folder, Result<void>());
        }
        for (auto &[folder, outcome] : synced) {
            outcome = syncFolder(folder);
        }
        for (size_t i = 0; i < all.size(); ++i) {
            const Result<void> &sync = synced.at(all[i].front().task.folder);
            const bool isDone = outcomes[i] && *outcomes[i] == Naming::Named;
            mailbox->post([this, files = all[i], naming = isDone && !sync ? failed(sync) : outcomes[i]] {
                named(files, naming);
            });
        }
    });
}

void Downloads::Loop::named(const Halves &files, const Result<Naming> &naming)
{
    for (const DownloadRow &row : files) {
        m_takenPaths.remove(row.path.toCaseFolded());
        m_saving.remove(row.task.id);
    }
    if (!naming) {
        m_galleries.remove(files.front().task.folder);
        failFor(files.front(), DownloadStatus::Failed, explainedFor(files.front().task.folder, naming.error()));
        return;
    }
    if (*naming == Naming::Taken) {
        save(files);
        return;
    }
    for (DownloadRow row : files) {
        if (*naming == Naming::Named) {
            complete(std::move(row));
            continue;
        }
        // Somebody has cleared the folder: it is fetched again.
        row.stage = DownloadStage::ToFetch;
        row.path.clear();
        row.task.status = DownloadStatus::Enqueued;
        row.task.bytesReceived = 0;
        removeArrival(row.task);
        change(row);
        tellStatus(row.task);
        mayBeNext(row.task);
    }
}

void Downloads::Loop::complete(DownloadRow row)
{
    DownloadTask &task = row.task;
    const bool isFetched = !task.error;
    task.status = DownloadStatus::Complete;
    task.hold = DownloadHold::None;
    task.filePath = row.path;
    row.stage = DownloadStage::Named;
    change(row);
    tellStatus(task);
    tell(task, u"download.complete"_s, {{u"filePath"_s, task.filePath}});
    if (joins(task) && m_parts.join && isFetched) {
        write([this, task](Transaction &transaction) { m_parts.join(transaction, task); });
    }
    dropSecret(row.secret);
    const std::scoped_lock lock(m_seenMutex);
    ++m_seen.batchFiles;
    m_seen.batchBytes += task.bytesReceived;
}

} // namespace kinframe::transfer

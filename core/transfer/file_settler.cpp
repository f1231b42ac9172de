// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_settler.h"

#include "base/clock.h"
#include "base/durable_moves.h"
#include "base/files.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <set>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kinframe::transfer {
namespace {

/// Each is an open file, of which a process may have 1024.
constexpr size_t mostWaiting = 256;

#ifdef Q_OS_LINUX
/// From so many on, one go of the disk for all that is on it is faster than one for each.
constexpr size_t worthOneGo = 8;
/// Where it takes longer than that for each of them, it is because others write very much.
constexpr qint64 patienceMs = 20;
constexpr qint64 apartMs = 60'000;

/// All of the file system that the folder is on.
bool syncVolume(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isDone = handle >= 0 && ::syncfs(handle) == 0;
    if (handle >= 0) {
        ::close(handle);
    }
    return isDone;
}

/// What has been written already, and whether any of it failed.
Result<void> checkWritten(const QFile &file)
{
    constexpr unsigned wait = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    if (::sync_file_range(file.handle(), 0, 0, wait) != 0) {
        return Failure(systemError(file.fileName(), errno));
    }
    return {};
}
#endif

} // namespace

FileSettler::FileSettler()
    : m_thread([this] { run(); })
{
}

FileSettler::~FileSettler()
{
    close();
}

bool FileSettler::settle(Finished finished)
{
    return add({std::move(finished)});
}

bool FileSettler::sync(std::shared_ptr<QFile> file, std::function<void(Result<void>)> done)
{
    return add({{std::move(file), {}, {}, std::move(done)}});
}

bool FileSettler::add(Entry entry)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed || m_entries.size() < mostWaiting; });
    if (m_isClosed) {
        return false;
    }
    m_entries.push_back(std::move(entry));
    m_changed.notify_all();
    return true;
}

void FileSettler::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void FileSettler::run()
{
    for (;;) {
        std::vector<Entry> entries;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isClosed || !m_entries.empty(); });
            entries.swap(m_entries);
            m_changed.notify_all();
        }
        if (entries.empty()) {
            return;
        }
        settleAll(entries);
        for (Entry &entry : entries) {
            entry.what.done(std::move(entry.result));
        }
    }
}

/// False where it cannot be done; nothing is settled then.
bool FileSettler::syncTogether([[maybe_unused]] std::vector<Entry> &entries)
{
#ifdef Q_OS_LINUX
    const qint64 begun = steadyMs();
    if (entries.size() < worthOneGo || begun < m_apartUntil) {
        return false;
    }
    std::set<QString> folders;
    for (const Entry &entry : entries) {
        folders.insert(QFileInfo(entry.what.file->fileName()).path());
    }
    if (!std::all_of(folders.begin(), folders.end(), &syncVolume)) {
        return false;
    }
    for (Entry &entry : entries) {
        entry.result = checkWritten(*entry.what.file);
    }
    const qint64 ended = steadyMs();
    if (ended - begun > patienceMs * qint64(entries.size())) {
        m_apartUntil = ended + apartMs;
    }
    return true;
#else
    return false;
#endif
}

void FileSettler::syncAll(std::vector<Entry> &entries)
{
    if (syncTogether(entries)) {
        return;
    }
#ifdef Q_OS_LINUX
    for (const Entry &entry : entries) {
        // The disk begins with all of them before anybody waits for the first.
        ::sync_file_range(entry.what.file->handle(), 0, 0, SYNC_FILE_RANGE_WRITE);
    }
#endif
    for (Entry &entry : entries) {
        entry.result = syncFile(*entry.what.file);
    }
}

void FileSettler::settleAll(std::vector<Entry> &entries)
{
    syncAll(entries);
    std::vector<FileMove> moves;
    std::vector<Result<void>> results;
    for (const Entry &entry : entries) {
        if (entry.isFinished()) {
            entry.what.file->close();
            moves.push_back({entry.what.file->fileName(), entry.what.target});
            results.push_back(entry.result);
        }
    }
    renameDurably(moves, results);
    size_t next = 0;
    for (Entry &entry : entries) {
        if (!entry.isFinished()) {
            continue;
        }
        entry.result = std::move(results[next++]);
        if (entry.result && !entry.what.state.isEmpty()) {
            QFile::remove(entry.what.state);
        }
    }
}

} // namespace kinframe::transfer

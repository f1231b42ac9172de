// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_settler.h"

#include "base/files.h"

#include <QFileInfo>

#include <map>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace kinframe::transfer {
namespace {

/// Each is an open file, of which a process may have 1024.
constexpr size_t mostWaiting = 256;

/// Lets the disk begin with a file while others are still to be named.
void beginWriting([[maybe_unused]] const QFile &file)
{
#ifdef Q_OS_LINUX
    ::sync_file_range(file.handle(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

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

void FileSettler::settleAll(std::vector<Entry> &entries)
{
    if (entries.size() > 1) {
        for (const Entry &entry : entries) {
            beginWriting(*entry.what.file);
        }
    }
    std::map<QString, Result<void>> folders;
    for (Entry &entry : entries) {
        QFile &file = *entry.what.file;
        entry.result = syncFile(file);
        if (!entry.isFinished()) {
            continue;
        }
        file.close();
        if (entry.result) {
            entry.result = renameOver(file.fileName(), entry.what.target);
        }
        if (entry.result) {
            folders.try_emplace(QFileInfo(entry.what.target).path());
        }
    }
    for (auto &[folder, result] : folders) {
        result = syncFolder(folder);
    }
    for (Entry &entry : entries) {
        if (entry.isFinished() && entry.result) {
            entry.result = folders.at(QFileInfo(entry.what.target).path());
        }
        if (entry.isFinished() && entry.result && !entry.what.state.isEmpty()) {
            QFile::remove(entry.what.state);
        }
    }
}

} // namespace kinframe::transfer

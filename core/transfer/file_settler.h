// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace kinframe::transfer {

/// A thread that waits for the disk so that nobody else has to. What is finished while it waits goes together in its
/// next round, with one look at each folder: a disk takes hardly longer for many small files than for one.
class FileSettler
{
public:
    /// A file with all its bytes, and the name it gets when they are safely on the disk.
    struct Finished
    {
        std::shared_ptr<QFile> file;
        QString target;
        QString state; ///< a file that is of no use afterwards; empty: none
        std::function<void(Result<void>)> done;
    };

    FileSettler();
    ~FileSettler();
    FileSettler(const FileSettler &) = delete;
    FileSettler &operator=(const FileSettler &) = delete;

    /// From any thread; waits while very many are under way. `done` is called on the settler's thread when the file is
    /// there under its name for good. False after close().
    bool settle(Finished finished);
    /// What is in the file by now, for good; it stays open and keeps its name.
    bool sync(std::shared_ptr<QFile> file, std::function<void(Result<void>)> done);
    /// Settles what was handed over, then ends the thread.
    void close();

private:
    struct Entry
    {
        Finished what;
        Result<void> result = {};
        [[nodiscard]] bool isFinished() const { return !what.target.isEmpty(); }
    };
    bool add(Entry entry);
    void run();
    void settleAll(std::vector<Entry> &entries);
    void syncAll(std::vector<Entry> &entries);
    [[nodiscard]] bool syncTogether(std::vector<Entry> &entries);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Entry> m_entries;
    bool m_isClosed = false;
    [[maybe_unused]] qint64 m_apartUntil =
        0; ///< the thread's: others keep the disk so busy that each file is better off alone
    std::thread m_thread;
};

} // namespace kinframe::transfer

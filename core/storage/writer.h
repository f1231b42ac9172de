// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bounded_queue.h"
#include "base/clock.h"
#include "base/result.h"
#include "storage/transaction.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace kinframe::storage {

/// The one thread that writes. It takes what waits, runs it in one transaction, each write under a savepoint of its
/// own, commits once (one sync of the disk for all of them), then answers.
class Writer
{
public:
    struct Task
    {
        /// Runs the write; the error rolls its savepoint back.
        std::function<Result<void>(Transaction &)> run;
        /// Told once the outcome is final: nothing for success, else why.
        std::function<void(const std::optional<Error> &)> finish;
    };

    Writer(std::unique_ptr<Connection> connection, Clock clock, qint64 lastStamp);
    /// As finish().
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Writes what is in the queue and ends the thread; the connection stays open until this goes.
    void finish();

    /// Waits while the queue is full. False after close.
    [[nodiscard]] bool submit(Task task);
    [[nodiscard]] bool isWriterThread() const;
    /// The server's own time: max(wall clock, last stamp). From any thread.
    [[nodiscard]] qint64 now() const;

private:
    void work();
    std::vector<Task> takeBatch();
    void runBatch(std::vector<Task> tasks);
    enum class Undo { ToSavepoint, All }; ///< what a write that fails takes back
    std::optional<Error> runOne(Transaction &transaction, const Task &task, Undo undo);

    std::unique_ptr<Connection> m_connection;
    Clock m_clock;
    std::atomic<qint64> m_lastStamp;
    BoundedQueue<Task> m_queue;
    std::thread m_thread;
};

} // namespace kinframe::storage

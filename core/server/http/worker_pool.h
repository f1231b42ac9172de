// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kinframe::http {

/// Threads for handlers that read, compute or wait. Every call from any thread.
class WorkerPool
{
public:
    using Job = std::function<void()>;

    /// `threads` 0: twice as many as there are cores, at least 8.
    WorkerPool(int threads, int queue);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// False, and the job is dropped, where too many wait already or the pool was stopped.
    [[nodiscard]] bool tryPost(Job job);
    /// Goes on with something begun: never refused for the queue's length, so callers must have at most one each.
    [[nodiscard]] bool post(Job job);
    /// Finishes what runs, drops what waits, and joins.
    void stop();

private:
    void run();

    const size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace kinframe::http

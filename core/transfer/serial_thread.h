// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kinframe::transfer {

/// One thread that runs tasks one after the other, in the order they were posted.
class SerialThread
{
public:
    SerialThread();
    ~SerialThread();
    SerialThread(const SerialThread &) = delete;
    SerialThread &operator=(const SerialThread &) = delete;

    /// From any thread. False after close(); the task is dropped then.
    bool post(std::function<void()> task);
    /// Runs what is queued, then ends the thread. Not from a task of its own.
    void close();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_closed = false;
    std::thread m_thread;
};

} // namespace kinframe::transfer

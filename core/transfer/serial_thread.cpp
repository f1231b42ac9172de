// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/serial_thread.h"

namespace kinframe::transfer {

SerialThread::SerialThread()
    : m_thread([this] { run(); })
{
}

SerialThread::~SerialThread()
{
    close();
}

bool SerialThread::post(std::function<void()> task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_closed) {
        return false;
    }
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() == 1) {
        // Otherwise it has been told already.
        m_changed.notify_one();
    }
    return true;
}

void SerialThread::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void SerialThread::run()
{
    std::deque<std::function<void()>> tasks;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closed || !m_tasks.empty(); });
            if (m_tasks.empty()) {
                return;
            }
            tasks.swap(m_tasks);
        }
        while (!tasks.empty()) {
            // What it holds goes before the next begins.
            const auto task = std::move(tasks.front());
            tasks.pop_front();
            task();
        }
    }
}

} // namespace kinframe::transfer

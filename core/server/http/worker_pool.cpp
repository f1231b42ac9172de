// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/worker_pool.h"

#include <algorithm>

namespace kinframe::http {

WorkerPool::WorkerPool(int threads, int queue)
    : m_capacity(size_t(std::max(queue, 1)))
{
    // Most handlers wait for the disk most of the time, which others can compute in.
    constexpr int least = 8;
    const int count = threads > 0 ? threads : std::max(least, 2 * int(std::thread::hardware_concurrency()));
    m_threads.reserve(size_t(count));
    for (int index = 0; index < count; ++index) {
        m_threads.emplace_back([this] { run(); });
    }
}

WorkerPool::~WorkerPool()
{
    stop();
}

bool WorkerPool::tryPost(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped || m_jobs.size() >= m_capacity) {
            return false;
        }
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

bool WorkerPool::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped) {
            return false;
        }
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

void WorkerPool::stop()
{
    std::deque<Job> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        dropped.swap(m_jobs);
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

void WorkerPool::run()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopped || !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace kinframe::http

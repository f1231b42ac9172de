// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace kinframe {

/// A queue between two stages that holds at most `capacity` things: the fast stage waits for the slow one instead of
/// filling the memory. Every call from any thread.
template <typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// Waits for room. False where the queue was closed or the token asked to stop; the thing is dropped then.
    bool push(T value, const std::stop_token &stop = {})
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return m_closed || m_items.size() < m_capacity; });
        if (m_closed || stop.stop_requested()) {
            return false;
        }
        m_items.push_back(std::move(value));
        m_changed.notify_all();
        return true;
    }

    /// Waits for a thing. Empty where the queue is closed and drained, or the token asked to stop.
    std::optional<T> pop(const std::stop_token &stop = {})
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return m_closed || !m_items.empty(); });
        if (m_items.empty() || stop.stop_requested()) {
            return std::nullopt;
        }
        T value = std::move(m_items.front());
        m_items.pop_front();
        m_changed.notify_all();
        return value;
    }

    /// A thing if there is one now.
    std::optional<T> tryPop()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_items.empty()) {
            return std::nullopt;
        }
        T value = std::move(m_items.front());
        m_items.pop_front();
        m_changed.notify_all();
        return value;
    }

    /// Nothing more comes in; what is in it can still be taken.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<T> m_items;
    size_t m_capacity;
    bool m_closed = false;
};

} // namespace kinframe

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>

namespace kinframe::transfer {

/// What others have for the downloads' thread to do. Outlives it in the hands of those who may still have something.
class DownloadMailbox
{
public:
    using Letter = std::function<void()>;

    /// False after close(): it is dropped then. Any thread.
    bool post(Letter letter)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isClosed) {
            return false;
        }
        m_letters.push_back(std::move(letter));
        m_changed.notify_all();
        return true;
    }

    /// All that is there; waits a while for the first.
    [[nodiscard]] std::deque<Letter> take(const std::stop_token &stop, std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, patience, [this] { return !m_letters.empty(); });
        return std::exchange(m_letters, {});
    }

    /// Gives what is left.
    [[nodiscard]] std::deque<Letter> close()
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        return std::exchange(m_letters, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Letter> m_letters;
    bool m_isClosed = false;
};

} // namespace kinframe::transfer

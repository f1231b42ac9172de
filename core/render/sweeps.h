// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>

namespace kinframe::render {

/// Tasks whose work spaces are swept after their processes: nobody removes those meanwhile. Any thread.
class Sweeps
{
public:
    /// One more sweep of that task, as long as somebody keeps what this gives. Outlived by this.
    [[nodiscard]] std::shared_ptr<void> begin(qint64 taskId);
    /// False where one still goes on after that time.
    [[nodiscard]] bool awaitEnd(qint64 taskId, std::chrono::milliseconds patience);

private:
    void end(qint64 taskId);

    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::multiset<qint64> m_tasks; ///< that are being swept
};

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kinframe {

struct UpkeepOptions
{
    std::chrono::milliseconds interval = std::chrono::seconds(20); ///< between two looks at the clocks
    Clock wall = wallMs;
    Clock steady = steadyMs;
};

/// Does small things now and then, on a thread of its own: what is due every so often, by wall time, so that a computer
/// that sleeps at night makes up for it; and what must be done when the wall clock was set or the computer has slept.
/// Filled and started by one thread; what the tasks use outlives it.
class Upkeep
{
public:
    explicit Upkeep(UpkeepOptions options = {});
    /// Waits for a task that runs.
    ~Upkeep();
    Upkeep(const Upkeep &) = delete;
    Upkeep &operator=(const Upkeep &) = delete;

    /// At once, and then each time so much time has passed. Before start().
    void every(std::chrono::milliseconds period, std::function<void()> task);
    /// When the wall clock has gone another way than time does. Before start().
    void onClockJump(std::function<void()> task) { m_jumpTasks.push_back(std::move(task)); }
    void start();

    /// One look at the clocks: what the thread does. Not beside it.
    void look();

private:
    struct Periodic
    {
        qint64 periodMs;
        std::function<void()> task;
        std::optional<qint64> doneAt; ///< wall time
    };
    struct Times
    {
        qint64 wall;
        qint64 steady;
    };
    [[nodiscard]] bool hasJumped(const Times &now) const;

    UpkeepOptions m_options;
    std::vector<Periodic> m_periodic;
    std::vector<std::function<void()>> m_jumpTasks;
    std::optional<Times> m_last;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace kinframe

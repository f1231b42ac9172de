// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/upkeep.h"

#include <cstdlib>

namespace kinframe {
namespace {

// Clocks are set right by less than that all the time.
constexpr qint64 toleranceMs = 2000;

} // namespace

Upkeep::Upkeep(UpkeepOptions options)
    : m_options(std::move(options))
{
}

Upkeep::~Upkeep() = default;

void Upkeep::every(std::chrono::milliseconds period, std::function<void()> task)
{
    m_periodic.push_back({period.count(), std::move(task), {}});
}

void Upkeep::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            look();
            m_changed.wait_for(lock, stop, m_options.interval, [] { return false; });
        }
    });
}

void Upkeep::look()
{
    const Times now{m_options.wall(), m_options.steady()};
    if (hasJumped(now)) {
        for (const auto &task : m_jumpTasks) {
            task();
        }
    }
    m_last = now;
    for (Periodic &periodic : m_periodic) {
        // A clock that was set back must not put it off for as long as that.
        const bool isDue = !periodic.doneAt || now.wall - *periodic.doneAt >= periodic.periodMs ||
                           now.wall < *periodic.doneAt - toleranceMs;
        if (isDue) {
            periodic.doneAt = now.wall;
            periodic.task();
        }
    }
}

bool Upkeep::hasJumped(const Times &now) const
{
    if (!m_last) {
        return false;
    }
    const qint64 wall = now.wall - m_last->wall;
    const qint64 steady = now.steady - m_last->steady;
    // Some systems stop the steady clock while they sleep, others do not.
    return std::abs(wall - steady) > toleranceMs || steady > 2 * m_options.interval.count() + toleranceMs;
}

} // namespace kinframe

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>

namespace kinframe::render {

/// Milliseconds of work: without pauses, and without the time in which this process itself was stopped. tick() is to be
/// called every few tenths of a second.
class StopClock
{
public:
    StopClock() { m_timer.start(); }

    void tick(bool isPaused)
    {
        const qint64 now = m_timer.elapsed();
        const qint64 passed = now - m_lastTick;
        m_lastTick = now;
        // So long a gap between two ticks is no late timer: somebody stopped us.
        constexpr qint64 longestTick = 2000;
        m_lost += isPaused ? passed : std::max<qint64>(0, passed - longestTick);
    }

    [[nodiscard]] qint64 lost() const { return m_lost; } ///< in pauses, or stopped
    [[nodiscard]] qint64 worked() const { return std::max<qint64>(0, m_timer.elapsed() - m_lost); }

private:
    QElapsedTimer m_timer;
    qint64 m_lastTick = 0;
    qint64 m_lost = 0;
};

} // namespace kinframe::render

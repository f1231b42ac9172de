// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/worker_clock.h"

#include <algorithm>

namespace kinframe::render {

WorkMoment WorkerClock::moment(qint64 at, std::optional<qint64> workedMs) const
{
    const qint64 passed = m_isKnown ? std::max<qint64>(0, at - m_told.at) : 0;
    WorkMoment moment;
    moment.at = at;
    moment.workedMs = workedMs.value_or(m_told.workedMs + (m_isRunning ? passed : 0));
    moment.pausedMs = m_told.pausedMs + std::max<qint64>(0, passed - (moment.workedMs - m_told.workedMs));
    return moment;
}

void WorkerClock::tell(const WorkMoment &told, bool isRunning, qint64 ageMs, qint64 steady)
{
    m_told = told;
    m_toldAt = steady - ageMs;
    m_isRunning = isRunning;
    m_isKnown = true;
}

void WorkerClock::correct(const WorkMoment &told, qint64 ageMs, qint64 steady)
{
    // The two files of a worker are read one after the other: the newer word counts.
    if (told.at >= m_told.at) {
        tell(told, m_isRunning, ageMs, steady);
    }
}

void WorkerClock::setAlive(bool isAlive, qint64 steady)
{
    if (isAlive == m_isAlive) {
        return;
    }
    m_told = at(steady);
    if (m_wasAlive || !isAlive) {
        m_toldAt = steady;
    }
    m_isAlive = isAlive;
    m_wasAlive = m_wasAlive || isAlive;
}

WorkMoment WorkerClock::at(qint64 steady) const
{
    const qint64 passed = m_isAlive && m_isKnown ? std::max<qint64>(0, steady - m_toldAt) : 0;
    return {m_told.at + passed, m_told.workedMs + (m_isRunning ? passed : 0),
            m_told.pausedMs + (m_isRunning ? 0 : passed)};
}

qint64 WorkerClock::workedMsAt(qint64 wall) const
{
    return m_told.workedMs + (m_isRunning ? std::max<qint64>(0, wall - m_told.at) : 0);
}

} // namespace kinframe::render

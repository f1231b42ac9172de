// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/log_event.h"

#include <optional>

namespace kinframe::render {

/// How long a chunk has worked: what its worker told last, and the time since, as long as the worker lives. `steady` is
/// what steadyMs() shows. A value.
class WorkerClock
{
public:
    /// What a worker told at that time. One of before tells no times of work: they are counted from when it ran.
    [[nodiscard]] WorkMoment moment(qint64 at, std::optional<qint64> workedMs) const;
    /// It runs, or stands, from `told` on, which was `ageMs` ago.
    void tell(const WorkMoment &told, bool isRunning, qint64 ageMs, qint64 steady);
    /// What the worker said of itself again, while it ran or stood.
    void correct(const WorkMoment &told, qint64 ageMs, qint64 steady);
    /// One that is gone, or was stopped from outside, stands still. Until it is known to live, what it told counts
    /// alone.
    void setAlive(bool isAlive, qint64 steady);

    [[nodiscard]] bool isAlive() const { return m_isAlive; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; } ///< it has told something
    [[nodiscard]] WorkMoment at(qint64 steady) const;
    /// How long it had worked at a time (ms since 1970) after what it told last.
    [[nodiscard]] qint64 workedMsAt(qint64 wall) const;

private:
    WorkMoment m_told;
    qint64 m_toldAt = 0; ///< steady
    bool m_isKnown = false;
    bool m_isRunning = false;
    bool m_isAlive = false;
    bool m_wasAlive = false;
};

} // namespace kinframe::render

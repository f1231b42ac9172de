// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "jobs/job_queue.h"
#include "library/services.h"

#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <mutex>

namespace kinframe::app {

/// Has the jobs work on as many cores as the settings say, and only then. While somebody uses the window and the work
/// is to wait for that, one core is left to it. Every call from any thread but the writer's.
class WorkPace
{
public:
    /// `kinds` are those that use cores. Applies the settings; writes.
    WorkPace(const library::Services &services, EventBus &events, QStringList kinds);
    /// Waits for what it has begun.
    ~WorkPace();
    WorkPace(const WorkPace &) = delete;
    WorkPace &operator=(const WorkPace &) = delete;

    /// Whether somebody works in the window.
    void setInUse(bool isInUse);

private:
    void applySoon();
    void apply();

    library::Services m_services;
    const QStringList m_kinds;
    std::atomic<bool> m_isInUse = false;
    std::mutex m_mutex;
    QString m_when; ///< as it was applied last
    QThreadPool m_thread;
    std::unique_ptr<EventBus::Subscription> m_subscription; ///< last: it uses the rest
};

} // namespace kinframe::app

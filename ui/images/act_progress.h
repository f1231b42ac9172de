// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QElapsedTimer>

#include <optional>
#include <stop_token>

namespace kinframe::ui {

/// An act that may last: once it has, it shows among what runs and can be stopped there; one that is over soon shows
/// nothing. On the thread of the act.
class ActProgress
{
public:
    /// `stop` is asked to stop. The registry outlives this.
    ActProgress(ProgressRegistry &registry, TaskInfo info, std::stop_source stop);

    /// So many of `info.total` are over.
    void advance(qint64 over);

private:
    ProgressRegistry &m_registry;
    TaskInfo m_info;
    QElapsedTimer m_since;
    std::optional<ScopedTask> m_task;
};

} // namespace kinframe::ui

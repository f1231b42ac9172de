// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUuid>

#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kinframe::transfer {

/// The mirrors that are brought up to date at present, each on a thread of its own, a server's once at a time. Any
/// thread but those.
class MirrorRuns
{
public:
    using Work = std::function<void(const std::stop_token &)>;

    MirrorRuns() = default;
    /// As stop().
    ~MirrorRuns();
    MirrorRuns(const MirrorRuns &) = delete;
    MirrorRuns &operator=(const MirrorRuns &) = delete;

    /// False where one runs already, or nothing begins any more.
    bool begin(qint64 serverId, Work work);
    [[nodiscard]] bool isRunning(qint64 serverId) const;
    /// Only asks; returns at once.
    void cancel(qint64 serverId);
    /// Asks and waits.
    void end(qint64 serverId);
    /// Ends all, for good.
    void stop();
    [[nodiscard]] bool isStopping() const;

private:
    struct Run
    {
        std::jthread thread;
        bool isOver = false;
    };

    mutable std::mutex m_mutex;
    std::map<qint64, Run> m_runs;
    bool m_isStopping = false;
};

} // namespace kinframe::transfer

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/mirror_runs.h"

#include "base/background_thread.h"

namespace kinframe::transfer {

MirrorRuns::~MirrorRuns()
{
    stop();
}

bool MirrorRuns::begin(qint64 serverId, Work work)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isStopping) {
        return false;
    }
    if (const auto found = m_runs.find(serverId); found != m_runs.end()) {
        if (!found->second.isOver) {
            return false;
        }
        m_runs.erase(found); // Joins a thread that has nothing left to do.
    }
    m_runs[serverId].thread = std::jthread([this, serverId, work = std::move(work)](const std::stop_token &stop) {
        giveWayToOthers();
        work(stop);
        const std::scoped_lock over(m_mutex);
        if (const auto found = m_runs.find(serverId); found != m_runs.end()) {
            found->second.isOver = true;
        }
    });
    return true;
}

bool MirrorRuns::isRunning(qint64 serverId) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_runs.find(serverId);
    return found != m_runs.end() && !found->second.isOver;
}

void MirrorRuns::cancel(qint64 serverId)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_runs.find(serverId); found != m_runs.end()) {
        found->second.thread.request_stop();
    }
}

void MirrorRuns::end(qint64 serverId)
{
    std::jthread ending;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_runs.find(serverId); found != m_runs.end()) {
            ending = std::move(found->second.thread);
            m_runs.erase(found);
        }
    }
    ending.request_stop();
}

void MirrorRuns::stop()
{
    std::map<qint64, Run> ending;
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        ending.swap(m_runs);
    }
    for (auto &[id, run] : ending) {
        run.thread.request_stop();
    }
}

bool MirrorRuns::isStopping() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isStopping;
}

} // namespace kinframe::transfer

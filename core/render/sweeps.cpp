// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/sweeps.h"

namespace kinframe::render {

std::shared_ptr<void> Sweeps::begin(qint64 taskId)
{
    const std::scoped_lock lock(m_mutex);
    m_tasks.insert(taskId);
    return {nullptr, [this, taskId](void *) { end(taskId); }};
}

void Sweeps::end(qint64 taskId)
{
    const std::scoped_lock lock(m_mutex);
    m_tasks.erase(m_tasks.find(taskId));
    m_ended.notify_all();
}

bool Sweeps::awaitEnd(qint64 taskId, std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, patience, [&] { return !m_tasks.contains(taskId); });
}

} // namespace kinframe::render

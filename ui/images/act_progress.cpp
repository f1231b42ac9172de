// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/act_progress.h"

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace std::chrono_literals;

// People see no wait in what is over sooner.
constexpr auto patience = 150ms;

} // namespace

ActProgress::ActProgress(ProgressRegistry &registry, TaskInfo info, std::stop_source stop)
    : m_registry(registry)
    , m_info(std::move(info))
{
    m_info.cancel = [stop = std::move(stop)]() mutable { stop.request_stop(); };
    m_since.start();
}

void ActProgress::advance(qint64 over)
{
    const bool isWorthIt = over < m_info.total && m_since.elapsed() > patience.count();
    if (!m_task && isWorthIt) {
        m_task.emplace(m_registry.begin(m_info));
    }
    if (m_task) {
        m_task->set(over, m_info.total);
    }
}

} // namespace kinframe::ui

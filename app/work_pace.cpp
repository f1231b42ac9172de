// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work_pace.h"

#include "base/log.h"
#include "library/settings.h"

#include <algorithm>
#include <thread>

namespace kinframe::app {

using namespace Qt::StringLiterals;
using library::Settings;

WorkPace::WorkPace(const library::Services &services, EventBus &events, QStringList kinds)
    : m_services(services)
    , m_kinds(std::move(kinds))
{
    m_thread.setMaxThreadCount(1);
    apply();
    m_subscription = events.subscribe([this](const Event &event) {
        if (event.type == u"setting.changed" && event.details.value("key"_L1).toString().startsWith(u"work.")) {
            applySoon();
        }
    });
}

WorkPace::~WorkPace()
{
    m_subscription.reset();
    m_thread.waitForDone();
}

void WorkPace::setInUse(bool isInUse)
{
    if (m_isInUse.exchange(isInUse) != isInUse) {
        applySoon();
    }
}

// What is told on the writer's thread must not write there.
void WorkPace::applySoon()
{
    m_thread.start([this] { apply(); });
}

void WorkPace::apply()
{
    const std::scoped_lock lock(m_mutex);
    const Settings settings(m_services);
    const QString when = settings.choice(library::setting::workWhen);
    const int wanted = settings.number(library::setting::workCores);
    const int all = std::max(1, int(std::thread::hardware_concurrency()));
    const int cores = when == u"idle" && m_isInUse ? 1 : wanted == 0 ? all : std::min(wanted, all);
    for (const QString &kind : m_kinds) {
        m_services.jobs.setConcurrency(kind, cores);
    }
    if (when == m_when) {
        return;
    }
    // At the start a pause that came another way stays.
    const bool isPaused = when == u"paused";
    const bool mustResume = m_when == u"paused";
    m_when = when;
    if (!isPaused && !mustResume) {
        return;
    }
    const auto done = isPaused ? m_services.jobs.pause({}) : m_services.jobs.resume({});
    if (!done) {
        qCWarning(logApp).noquote() << "work:" << done.error().forLog();
    }
}

} // namespace kinframe::app

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_watch.h"

#include "ui/base/context.h"

#include <chrono>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto gathering = 250ms;

} // namespace

RenderWatch::RenderWatch(QObject *owner)
    : QObject(owner)
{
    m_later.setSingleShot(true);
    m_later.setInterval(gathering);
    connect(&m_later, &QTimer::timeout, this, &RenderWatch::tell);
    if (Context *context = Context::of(owner)) {
        connect(context, &Context::happened, this, &RenderWatch::hear);
    }
}

void RenderWatch::hear(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (event.type == "render.task"_L1) {
            m_tasks.insert(event.details["task_id"_L1].toInteger());
        } else if (m_isAwaiting && event.type.startsWith("asset."_L1)) {
            m_hasPictures = true;
        }
    }
    if ((!m_tasks.isEmpty() || m_hasPictures) && !m_later.isActive()) {
        m_later.start();
    }
}

void RenderWatch::tell()
{
    const QSet<qint64> tasks = std::exchange(m_tasks, {});
    Q_EMIT changed(tasks, std::exchange(m_hasPictures, false));
}

} // namespace kinframe::ui

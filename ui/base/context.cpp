// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/context.h"

#include <QQmlEngine>
#include <QTimer>

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace std::chrono_literals;

constexpr char propertyName[] = "kinframeContext";
// Readers wait for the disk more than they compute; a few of them keep the window lively while it is busy.
constexpr int threads = 4;
// An import tells of hundreds of photos a second; views need to hear of them a few times.
constexpr auto gathering = 60ms;

} // namespace

Context::Context(const Services &services, qint64 userId)
    : m_services(services)
    , m_userId(userId)
{
    m_pool.setMaxThreadCount(threads);
    m_subscription = services.events.subscribe([this](const Event &event) { collect(event); });
}

Context::~Context()
{
    m_subscription.reset();
    m_pool.clear();
    m_pool.waitForDone();
}

void Context::attachTo(QQmlEngine &engine)
{
    engine.setProperty(propertyName, QVariant::fromValue(this));
}

Context *Context::of(const QObject *object)
{
    return of(qmlEngine(object));
}

Context *Context::of(const QQmlEngine *engine)
{
    return engine ? engine->property(propertyName).value<Context *>() : nullptr;
}

// On the thread that publishes.
void Context::collect(const Event &event)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back(event);
    if (m_events.size() == 1) {
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(gathering, this, &Context::deliver); }, Qt::QueuedConnection);
    }
}

void Context::deliver()
{
    std::vector<Event> events;
    {
        const std::lock_guard lock(m_mutex);
        events.swap(m_events);
    }
    Q_EMIT happened(events);
}

} // namespace kinframe::ui

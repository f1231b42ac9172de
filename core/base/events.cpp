// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/events.h"

#include <map>

namespace kinframe {

struct EventListeners
{
    std::mutex mutex;
    std::map<quint64, std::shared_ptr<const EventBus::Listener>> byKey;
    quint64 nextKey = 1;
};

EventBus::Subscription::Subscription(std::shared_ptr<EventListeners> listeners, quint64 key)
    : m_listeners(std::move(listeners))
    , m_key(key)
{
}

EventBus::Subscription::~Subscription()
{
    const std::scoped_lock lock(m_listeners->mutex);
    m_listeners->byKey.erase(m_key);
}

EventBus::EventBus()
    : m_listeners(std::make_shared<EventListeners>())
{
}

std::unique_ptr<EventBus::Subscription> EventBus::subscribe(Listener listener)
{
    const std::scoped_lock lock(m_listeners->mutex);
    const quint64 key = m_listeners->nextKey++;
    m_listeners->byKey.emplace(key, std::make_shared<const Listener>(std::move(listener)));
    return std::unique_ptr<Subscription>(new Subscription(m_listeners, key));
}

void EventBus::publish(const Event &event)
{
    // Called under the lock, so that no listener is called after its subscription ended.
    const std::scoped_lock lock(m_listeners->mutex);
    for (const auto &[key, listener] : m_listeners->byKey) {
        (*listener)(event);
    }
}

} // namespace kinframe

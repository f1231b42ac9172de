// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace kinframe {

/// Something that changed and that windows and clients want to hear of, told after it is committed.
struct Event
{
    QString type;        ///< `asset.added`, `person.changed`, `job.progress`, …
    QUuid id;            ///< what it is about; null where it is about nothing single
    QUuid user;          ///< whose it is; null: everyone's
    QJsonObject details; ///< further fields of the message
};

/// Hands events to who listens. Every call from any thread; listeners are called on the thread that publishes and
/// must return at once (they post to a thread of their own).
class EventBus
{
public:
    using Listener = std::function<void(const Event &)>;

    /// Listening lasts as long as the handle lives.
    class Subscription
    {
    public:
        ~Subscription();
        Subscription(const Subscription &) = delete;
        Subscription &operator=(const Subscription &) = delete;

    private:
        friend class EventBus;
        Subscription(std::shared_ptr<struct EventListeners> listeners, quint64 key);
        std::shared_ptr<struct EventListeners> m_listeners;
        quint64 m_key;
    };

    EventBus();
    [[nodiscard]] std::unique_ptr<Subscription> subscribe(Listener listener);
    void publish(const Event &event);

private:
    std::shared_ptr<EventListeners> m_listeners;
};

} // namespace kinframe

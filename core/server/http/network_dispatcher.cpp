// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/network_dispatcher.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSocketNotifier>

#include <algorithm>
#include <limits>

namespace kinframe::http {

/// Those of one descriptor, one for each type at most.
class NetworkDispatcher::Notifiers final : public DescriptorWatch::Watched
{
public:
    void set(QSocketNotifier::Type type, QSocketNotifier *notifier) { m_ofType[size_t(type)] = notifier; }

    [[nodiscard]] quint32 events() const
    {
        quint32 events = 0;
        for (size_t type = 0; type < m_ofType.size(); ++type) {
            events |= m_ofType[type] ? wanted[type] : 0;
        }
        return events;
    }

    void descriptorReady(quint32 events) override
    {
        // What is told may end the other notifiers, and this with them.
        const auto ofType = m_ofType;
        for (size_t type = 0; type < ofType.size(); ++type) {
            if (ofType[type] && ofType[type]->isEnabled() && (events & (wanted[type] | EPOLLERR | EPOLLHUP)) != 0) {
                QEvent ready(QEvent::SockAct);
                QCoreApplication::sendEvent(ofType[type], &ready);
            }
        }
    }

private:
    // In the order of QSocketNotifier::Type.
    static constexpr std::array<quint32, 3> wanted{EPOLLIN, EPOLLOUT, EPOLLPRI};

    std::array<QPointer<QSocketNotifier>, 3> m_ofType;
};

NetworkDispatcher::NetworkDispatcher() = default;
NetworkDispatcher::~NetworkDispatcher() = default;

std::unique_ptr<NetworkDispatcher> NetworkDispatcher::make()
{
    std::unique_ptr<NetworkDispatcher> dispatcher(new NetworkDispatcher);
    return dispatcher->m_watch.isOpen() ? std::move(dispatcher) : nullptr;
}

NetworkDispatcher *NetworkDispatcher::ofThisThread()
{
    return qobject_cast<NetworkDispatcher *>(QAbstractEventDispatcher::instance());
}

bool NetworkDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    // Whatever is posted or interrupts from here on wakes the watch.
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted;
    if (mayWait) {
        Q_EMIT aboutToBlock();
    }
    const int told = m_watch.tell(mayWait ? untilNextTimer() : 0);
    return told + fireTimers() > 0;
}

void NetworkDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    std::unique_ptr<Notifiers> &notifiers = m_notifiers[notifier->socket()];
    const bool isNew = !notifiers;
    if (isNew) {
        notifiers = std::make_unique<Notifiers>();
    }
    notifiers->set(notifier->type(), notifier);
    if (!isNew) {
        m_watch.change(int(notifier->socket()), *notifiers, notifiers->events());
    } else if (!m_watch.add(int(notifier->socket()), *notifiers, notifiers->events())) {
        qWarning("A socket cannot be watched.");
    }
}

void NetworkDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto found = m_notifiers.find(notifier->socket());
    if (found == m_notifiers.end()) {
        return;
    }
    Notifiers &notifiers = *found->second;
    notifiers.set(notifier->type(), nullptr);
    if (notifiers.events() != 0) {
        m_watch.change(int(notifier->socket()), notifiers, notifiers.events());
        return;
    }
    m_watch.forget(int(notifier->socket()), notifiers);
    m_notifiers.erase(found);
}

void NetworkDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.push_back({id, interval, steadyMs() + interval, type, object});
}

bool NetworkDispatcher::unregisterTimer(int id)
{
    return std::erase_if(m_timers, [id](const Timer &timer) { return timer.id == id; }) > 0;
}

bool NetworkDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [object](const Timer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> NetworkDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const Timer &timer : m_timers) {
        if (timer.object == object) {
            timers.append(TimerInfo(timer.id, int(timer.interval), timer.type));
        }
    }
    return timers;
}

int NetworkDispatcher::remainingTime(int id)
{
    const Timer *timer = timerOf(id);
    return timer == nullptr ? -1 : int(std::max<qint64>(timer->due - steadyMs(), 0));
}

void NetworkDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

/// Milliseconds; -1: there is none.
int NetworkDispatcher::untilNextTimer() const
{
    const auto next = std::min_element(m_timers.begin(), m_timers.end(),
                                       [](const Timer &left, const Timer &right) { return left.due < right.due; });
    if (next == m_timers.end()) {
        return -1;
    }
    return int(std::clamp<qint64>(next->due - steadyMs(), 0, std::numeric_limits<int>::max()));
}

int NetworkDispatcher::fireTimers()
{
    const qint64 now = steadyMs();
    std::vector<int> due;
    for (const Timer &timer : m_timers) {
        if (timer.due <= now) {
            due.push_back(timer.id);
        }
    }
    for (const int id : due) {
        // One before it may have ended this one.
        if (Timer *timer = timerOf(id)) {
            timer->due = now + timer->interval;
            QTimerEvent event(id);
            QCoreApplication::sendEvent(timer->object, &event);
        }
    }
    return int(due.size());
}

NetworkDispatcher::Timer *NetworkDispatcher::timerOf(int id)
{
    const auto found =
        std::find_if(m_timers.begin(), m_timers.end(), [id](const Timer &timer) { return timer.id == id; });
    return found == m_timers.end() ? nullptr : &*found;
}

} // namespace kinframe::http

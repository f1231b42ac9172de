// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/descriptor_watch.h"

#include <QAbstractEventDispatcher>

#include <atomic>
#include <memory>
#include <unordered_map>
#include <vector>

namespace kinframe::http {

/// The Qt event loop of a network thread on Linux. Qt's own would go through all of its sockets each time; this one
/// asks the system once for those that are ready, ours and Qt's alike. Nobody on such a thread runs a loop inside the
/// loop.
class NetworkDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    /// For QThread::setEventDispatcher(). nullptr where the system has no descriptor left: Qt's own must do.
    [[nodiscard]] static std::unique_ptr<NetworkDispatcher> make();
    ~NetworkDispatcher() override;
    /// This thread's, or nullptr where that is one of Qt's.
    [[nodiscard]] static NetworkDispatcher *ofThisThread();

    [[nodiscard]] DescriptorWatch &watch() { return m_watch; }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    // From any thread.
    void wakeUp() override { m_watch.wake(); }
    void interrupt() override;

private:
    class Notifiers;
    struct Timer
    {
        int id;
        qint64 interval;
        qint64 due; ///< steadyMs()
        Qt::TimerType type;
        QObject *object;
    };

    NetworkDispatcher();
    [[nodiscard]] int untilNextTimer() const;
    int fireTimers();
    [[nodiscard]] Timer *timerOf(int id);

    DescriptorWatch m_watch;
    std::unordered_map<qintptr, std::unique_ptr<Notifiers>> m_notifiers;
    std::vector<Timer> m_timers; // a handful
    std::atomic_bool m_isInterrupted = false;
};

} // namespace kinframe::http

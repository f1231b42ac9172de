// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace kinframe::http {

/// Runs tasks of other threads on the one that it lives on, in their order. Many that come together wake it once.
class Mailbox final : public QObject
{
    Q_OBJECT

public:
    ~Mailbox() override;

    using Task = std::function<void()>;

    /// From now on others wake the thread with this, and it must call drain(); before, Qt does both. Called once.
    void wakeWith(std::function<void()> wake);
    /// Runs what waits.
    void drain();

    // From any thread.
    void post(Task task);
    /// Waits until the task has run. Not from the mailbox's own thread.
    void call(const Task &task);

private:
    std::mutex m_mutex;
    std::vector<Task> m_tasks;
    std::function<void()> m_wake;
};

} // namespace kinframe::http

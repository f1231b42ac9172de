// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"

#include <future>

namespace kinframe::http {

Mailbox::~Mailbox()
{
    // Who drained it last has let go of it.
    const std::scoped_lock lock(m_mutex);
}

void Mailbox::wakeWith(std::function<void()> wake)
{
    const std::scoped_lock lock(m_mutex);
    m_wake = std::move(wake);
}

void Mailbox::post(Task task)
{
    bool mustWake = false;
    bool byQt = false;
    {
        const std::scoped_lock lock(m_mutex);
        mustWake = m_tasks.empty();
        byQt = !m_wake;
        m_tasks.push_back(std::move(task));
    }
    if (mustWake && byQt) {
        QMetaObject::invokeMethod(this, &Mailbox::drain, Qt::QueuedConnection);
    } else if (mustWake) {
        m_wake();
    }
}

void Mailbox::call(const Task &task)
{
    std::promise<void> done;
    post([&] {
        task();
        done.set_value();
    });
    done.get_future().wait();
}

void Mailbox::drain()
{
    std::vector<Task> tasks;
    {
        const std::scoped_lock lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks) {
        task();
    }
}

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"

#include <future>

namespace kinframe::http {

void Mailbox::post(Task task)
{
    bool mustWake = false;
    {
        const std::scoped_lock lock(m_mutex);
        mustWake = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    if (mustWake && m_wake) {
        m_wake();
    } else if (mustWake) {
        QMetaObject::invokeMethod(this, &Mailbox::drain, Qt::QueuedConnection);
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

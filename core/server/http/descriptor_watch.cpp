// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/descriptor_watch.h"

#include <tuple>

#include <sys/eventfd.h>
#include <unistd.h>

namespace kinframe::http {

void DescriptorWatch::Bell::descriptorReady(quint32 /*events*/)
{
    {
        // Nobody needs to read the descriptor: every write is an event of its own.
        const std::scoped_lock lock(mutex);
        isRung = false;
    }
    if (woken) {
        woken();
    }
}

DescriptorWatch::DescriptorWatch()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_bell.descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_isOpen = m_epoll >= 0 && m_bell.descriptor >= 0 && add(m_bell.descriptor, m_bell, quint32(EPOLLIN) | EPOLLET);
}

DescriptorWatch::~DescriptorWatch()
{
    // Who rang last has let go of the bell.
    const std::scoped_lock lock(m_bell.mutex);
    for (const int descriptor : {m_epoll, m_bell.descriptor}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

bool DescriptorWatch::add(int descriptor, Watched &watched, quint32 events)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &watched;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void DescriptorWatch::change(int descriptor, Watched &watched, quint32 events)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &watched;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void DescriptorWatch::forget(int descriptor, const Watched &watched)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    for (int index = m_next; index < m_count; ++index) {
        epoll_event &event = m_events[size_t(index)];
        if (event.data.ptr == &watched) {
            event.data.ptr = nullptr;
        }
    }
}

int DescriptorWatch::tell(int milliseconds)
{
    m_count = ::epoll_wait(m_epoll, m_events.data(), eventsAtOnce, milliseconds);
    for (m_next = 0; m_next < m_count;) {
        const epoll_event event = m_events[size_t(m_next++)];
        if (event.data.ptr != nullptr) {
            static_cast<Watched *>(event.data.ptr)->descriptorReady(event.events);
        }
    }
    return std::max(m_count, 0);
}

void DescriptorWatch::wake()
{
    const std::scoped_lock lock(m_bell.mutex);
    if (!m_bell.isRung) {
        m_bell.isRung = true;
        const quint64 one = 1;
        std::ignore = ::write(m_bell.descriptor, &one, sizeof(one));
    }
}

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/descriptor_watch.h"

#include <cerrno>

#include <sys/eventfd.h>
#include <unistd.h>

namespace kinframe::http {
namespace {

// While so many were ready at once, there are more by the time they are told; fewer, and Qt's loop gets its turn.
constexpr int manyEvents = 8;
// Then the thread's timers and its other sockets get their turn all the same.
constexpr int roundsAtOnce = 16;

} // namespace

DescriptorWatch::Bell::Bell(std::function<void()> woken)
    : m_woken(std::move(woken))
    , m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

DescriptorWatch::Bell::~Bell()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void DescriptorWatch::Bell::ring() const
{
    // Nobody needs to read it: every write is an event of its own.
    const quint64 one = 1;
    std::ignore = ::write(m_descriptor, &one, sizeof(one));
}

void DescriptorWatch::Bell::descriptorReady(quint32 /*events*/)
{
    m_woken();
}

DescriptorWatch::DescriptorWatch(std::function<void()> woken)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_bell(std::move(woken))
{
}

DescriptorWatch::~DescriptorWatch()
{
    m_notifier.reset();
    if (m_epoll >= 0) {
        ::close(m_epoll);
    }
}

Result<std::unique_ptr<DescriptorWatch>> DescriptorWatch::make(std::function<void()> woken)
{
    std::unique_ptr<DescriptorWatch> watch(new DescriptorWatch(std::move(woken)));
    if (watch->m_epoll < 0 || watch->m_bell.descriptor() < 0 ||
        !watch->add(watch->m_bell.descriptor(), watch->m_bell)) {
        return fail(ErrorCode::Internal, {}, qt_error_string(errno));
    }
    watch->m_notifier = std::make_unique<QSocketNotifier>(watch->m_epoll, QSocketNotifier::Read);
    QObject::connect(watch->m_notifier.get(), &QSocketNotifier::activated, watch->m_notifier.get(),
                     [raw = watch.get()] { raw->tell(); });
    return watch;
}

bool DescriptorWatch::add(int descriptor, Watched &watched)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &watched;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
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

void DescriptorWatch::stop()
{
    m_notifier->setEnabled(false);
}

void DescriptorWatch::wake() const
{
    m_bell.ring();
}

void DescriptorWatch::tell()
{
    for (int round = 0; round < roundsAtOnce; ++round) {
        m_count = ::epoll_wait(m_epoll, m_events.data(), eventsAtOnce, 0);
        for (m_next = 0; m_next < m_count;) {
            const epoll_event event = m_events[size_t(m_next++)];
            if (event.data.ptr != nullptr) {
                static_cast<Watched *>(event.data.ptr)->descriptorReady(event.events);
            }
        }
        if (m_count < manyEvents) {
            return;
        }
    }
}

} // namespace kinframe::http

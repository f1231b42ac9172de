// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <functional>
#include <mutex>

#include <sys/epoll.h>

namespace kinframe::http {

/// Tells which of many descriptors can go on. Linux only. Lives on one thread.
class DescriptorWatch
{
public:
    class Watched
    {
    public:
        /// `events` as epoll tells them.
        virtual void descriptorReady(quint32 events) = 0;

    protected:
        ~Watched() = default;
    };

    /// Both directions, each event once: what can go on goes on until the system says EAGAIN.
    static constexpr quint32 everythingOnce = quint32(EPOLLIN) | EPOLLOUT | EPOLLRDHUP | EPOLLET;

    DescriptorWatch();
    ~DescriptorWatch();
    DescriptorWatch(const DescriptorWatch &) = delete;
    DescriptorWatch &operator=(const DescriptorWatch &) = delete;
    /// False where the system had no descriptor left.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// False where the system refuses.
    [[nodiscard]] bool add(int descriptor, Watched &watched, quint32 events);
    /// Other events from now on.
    void change(int descriptor, Watched &watched, quint32 events);
    /// Before the descriptor is closed; `watched` is not called again.
    void forget(int descriptor, const Watched &watched);

    /// Waits up to so long (-1: without end) and tells what is ready; how many that were.
    int tell(int milliseconds);
    /// Called by tell() after wake().
    void setWoken(std::function<void()> woken) { m_bell.woken = std::move(woken); }
    /// From any thread: tell() waits no longer. Many that come together are one.
    void wake();

private:
    /// The descriptor that wake() writes to.
    struct Bell final : Watched
    {
        int descriptor = -1;
        std::mutex mutex; ///< of what follows
        bool isRung = false;
        std::function<void()> woken; ///< not of the mutex: set and called on this thread

        void descriptorReady(quint32 events) override;
    };

    static constexpr int eventsAtOnce = 128;

    int m_epoll;
    Bell m_bell;
    bool m_isOpen;
    std::array<epoll_event, eventsAtOnce> m_events{};
    int m_count = 0; ///< of the events that are being told
    int m_next = 0;
};

} // namespace kinframe::http

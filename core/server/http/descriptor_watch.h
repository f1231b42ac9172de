// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSocketNotifier>

#include <array>
#include <functional>
#include <memory>

#include <sys/epoll.h>

namespace kinframe::http {

/// Tells which of many descriptors can go on, many at once, inside the Qt event loop of its thread: to Qt they are one
/// descriptor. Linux only. Lives on one thread.
class DescriptorWatch
{
public:
    class Watched
    {
    public:
        /// `events` as epoll tells them, each once: what it then reads or writes goes on until the system says EAGAIN.
        virtual void descriptorReady(quint32 events) = 0;

    protected:
        ~Watched() = default;
    };

    /// On its thread. `woken` is called there after wake(). Internal where the system has no descriptor left.
    [[nodiscard]] static Result<std::unique_ptr<DescriptorWatch>> make(std::function<void()> woken);
    ~DescriptorWatch();
    DescriptorWatch(const DescriptorWatch &) = delete;
    DescriptorWatch &operator=(const DescriptorWatch &) = delete;

    /// Both directions. False where the system refuses.
    [[nodiscard]] bool add(int descriptor, Watched &watched);
    /// Before the descriptor is closed; `watched` is not called again.
    void forget(int descriptor, const Watched &watched);
    /// Nothing is told any more; the rest may then happen on another thread.
    void stop();

    /// From any thread. Many that come together are told once.
    void wake() const;

private:
    /// The descriptor that wake() writes to.
    class Bell final : public Watched
    {
    public:
        explicit Bell(std::function<void()> woken);
        ~Bell();
        Bell(const Bell &) = delete;
        Bell &operator=(const Bell &) = delete;

        [[nodiscard]] int descriptor() const { return m_descriptor; }
        void ring() const;
        void descriptorReady(quint32 events) override;

    private:
        std::function<void()> m_woken;
        int m_descriptor;
    };

    explicit DescriptorWatch(std::function<void()> woken);
    void tell();

    static constexpr int eventsAtOnce = 128;

    int m_epoll;
    Bell m_bell;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::array<epoll_event, eventsAtOnce> m_events{};
    int m_count = 0; ///< of the events that are being told
    int m_next = 0;
};

} // namespace kinframe::http

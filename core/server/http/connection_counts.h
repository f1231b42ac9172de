// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/head.h"
#include "server/http/limits.h"

#include <QHash>
#include <QHostAddress>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace kinframe::http {

/// Counts the open connections, in all and per address. Every call from any thread.
class ConnectionCounts : public std::enable_shared_from_this<ConnectionCounts>
{
public:
    /// One counted connection, for as long as it lives.
    class Slot
    {
    public:
        Slot(std::shared_ptr<ConnectionCounts> counts, QHostAddress address);
        ~Slot();
        Slot(const Slot &) = delete;
        Slot &operator=(const Slot &) = delete;

    private:
        std::shared_ptr<ConnectionCounts> m_counts;
        QHostAddress m_address;
    };

    ConnectionCounts(int total, int perAddress);

    /// nullptr where there are too many already.
    [[nodiscard]] std::unique_ptr<Slot> tryEnter(const Peer &peer);
    /// Waits until none is open; false where some still are after that time.
    [[nodiscard]] bool waitForNone(std::chrono::milliseconds time);
    [[nodiscard]] int count();

private:
    void leave(const QHostAddress &address);

    const int m_maximum;
    const int m_maximumPerAddress;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
    QHash<QHostAddress, int> m_perAddress;
};

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace kinframe::transfer {

/// What is known of the servers: which of them cannot be reached, and which want a new sign-in. Times are of a clock
/// that never goes back, in ms. One thread at a time.
class ServerStates
{
public:
    ServerStates(std::chrono::milliseconds probe, std::chrono::milliseconds longestProbe);

    /// Something came from it. True where it had been lost.
    bool answered(const QString &queue, qint64 now);
    [[nodiscard]] bool hasAnsweredSince(const QString &queue, qint64 time) const;
    /// Nothing came from it, again and again.
    void lost(const QString &queue, qint64 now);
    [[nodiscard]] bool isLost(const QString &queue) const;
    [[nodiscard]] bool anyLost() const;
    /// When one of the lost ones is to be tried again.
    [[nodiscard]] std::optional<qint64> nextProbe() const;
    /// Those whose time it is now.
    [[nodiscard]] std::vector<QString> dueProbes(qint64 now) const;
    /// Its time is now: the network is said to be back.
    void probeAll(qint64 now);
    /// One of its tasks tries it: not the next until it is known what comes of it, or some time is over.
    void probing(const QString &queue, qint64 now);

    void stop(const QString &queue) { m_servers[queue].isStopped = true; }
    /// True where it had been stopped.
    bool release(const QString &queue);
    [[nodiscard]] bool isStopped(const QString &queue) const;
    [[nodiscard]] std::vector<QString> stopped() const;

private:
    struct Server
    {
        std::optional<qint64> answeredAt;
        bool isLost = false;
        bool isStopped = false;
        qint64 probeAt = 0;
        std::chrono::milliseconds delay{0};
    };
    [[nodiscard]] const Server *find(const QString &queue) const;

    const std::chrono::milliseconds m_probe;
    const std::chrono::milliseconds m_longestProbe;
    std::map<QString, Server> m_servers;
};

} // namespace kinframe::transfer

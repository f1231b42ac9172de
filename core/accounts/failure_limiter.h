// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash> // std::hash of QString
#include <QString>

#include <mutex>
#include <unordered_map>

namespace kinframe::accounts {

/// Makes a peer that keeps failing wait: some failures are free, then the pause doubles from a second to an hour. A
/// success forgives. Holds a bounded number of peers. Every call from any thread.
class FailureLimiter
{
public:
    /// `steady` gives milliseconds that never go back.
    explicit FailureLimiter(Clock steady = steadyMs, size_t mostPeers = 10'000)
        : m_steady(std::move(steady))
        , m_mostPeers(mostPeers)
    {
    }

    /// How many ms the peer must wait still; 0: it may try.
    [[nodiscard]] qint64 waitFor(const QString &peer) const;
    void failed(const QString &peer);
    void succeeded(const QString &peer);

private:
    struct Peer
    {
        int failures = 0;
        qint64 last = 0;
        qint64 until = 0;
    };
    void makeRoom();

    Clock m_steady;
    size_t m_mostPeers;
    mutable std::mutex m_mutex;
    std::unordered_map<QString, Peer> m_peers;
};

} // namespace kinframe::accounts

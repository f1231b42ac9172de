// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/failure_limiter.h"

#include <algorithm>

namespace kinframe::accounts {
namespace {

constexpr int freeFailures = 5;
constexpr qint64 firstPauseMs = 1000;
constexpr qint64 longestPauseMs = 3'600'000;
// A typo of yesterday does not count today.
constexpr qint64 forgottenAfterMs = 2 * longestPauseMs;

} // namespace

qint64 FailureLimiter::waitFor(const QString &peer) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_peers.find(peer);
    return found == m_peers.end() ? 0 : std::max<qint64>(0, found->second.until - m_steady());
}

void FailureLimiter::failed(const QString &peer)
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_steady();
    if (!m_peers.contains(peer) && m_peers.size() >= m_mostPeers) {
        makeRoom();
    }
    Peer &entry = m_peers[peer];
    if (now - entry.last > forgottenAfterMs) {
        entry.failures = 0;
    }
    entry.last = now;
    if (++entry.failures > freeFailures) {
        const int doublings = std::min(entry.failures - freeFailures - 1, 20);
        entry.until = now + std::min(firstPauseMs << doublings, longestPauseMs);
    }
}

void FailureLimiter::succeeded(const QString &peer)
{
    const std::scoped_lock lock(m_mutex);
    m_peers.erase(peer);
}

void FailureLimiter::makeRoom()
{
    const qint64 now = m_steady();
    std::erase_if(m_peers, [now](const auto &entry) { return now - entry.second.last > forgottenAfterMs; });
    if (m_peers.size() >= m_mostPeers) {
        const auto oldest = std::ranges::min_element(m_peers, {}, [](const auto &entry) { return entry.second.last; });
        m_peers.erase(oldest);
    }
}

} // namespace kinframe::accounts

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection_counts.h"

namespace kinframe::http {

ConnectionCounts::Slot::Slot(std::shared_ptr<ConnectionCounts> counts, QHostAddress address)
    : m_counts(std::move(counts))
    , m_address(address)
{
}

ConnectionCounts::Slot::~Slot()
{
    m_counts->leave(m_address);
}

ConnectionCounts::ConnectionCounts(int total, int perAddress)
    : m_maximum(total)
    , m_maximumPerAddress(perAddress)
{
}

std::unique_ptr<ConnectionCounts::Slot> ConnectionCounts::tryEnter(const Peer &peer)
{
    const std::scoped_lock lock(m_mutex);
    if (m_count >= m_maximum || (!peer.isLoopback && m_perAddress.value(peer.address) >= m_maximumPerAddress)) {
        return nullptr;
    }
    ++m_count;
    ++m_perAddress[peer.address];
    return std::make_unique<Slot>(shared_from_this(), peer.address);
}

bool ConnectionCounts::waitForNone(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_count == 0; });
}

int ConnectionCounts::count()
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

void ConnectionCounts::leave(const QHostAddress &address)
{
    const std::scoped_lock lock(m_mutex);
    --m_count;
    if (--m_perAddress[address] == 0) {
        m_perAddress.remove(address);
    }
    m_changed.notify_all();
}

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/server_states.h"

#include <algorithm>

namespace kinframe::transfer {

ServerStates::ServerStates(std::chrono::milliseconds probe, std::chrono::milliseconds longestProbe)
    : m_probe(probe)
    , m_longestProbe(longestProbe)
{
}

const ServerStates::Server *ServerStates::find(const QString &queue) const
{
    const auto server = m_servers.find(queue);
    return server == m_servers.end() ? nullptr : &server->second;
}

bool ServerStates::answered(const QString &queue, qint64 now)
{
    Server &server = m_servers[queue];
    server.answeredAt = now;
    server.delay = m_probe;
    return std::exchange(server.isLost, false);
}

bool ServerStates::hasAnsweredSince(const QString &queue, qint64 time) const
{
    const Server *server = find(queue);
    return server != nullptr && server->answeredAt && *server->answeredAt >= time;
}

void ServerStates::lost(const QString &queue, qint64 now)
{
    Server &server = m_servers[queue];
    server.delay = server.isLost ? std::min(server.delay * 2, m_longestProbe) : m_probe;
    server.isLost = true;
    server.probeAt = now + server.delay.count();
}

bool ServerStates::isLost(const QString &queue) const
{
    const Server *server = find(queue);
    return server != nullptr && server->isLost;
}

bool ServerStates::anyLost() const
{
    return std::any_of(m_servers.begin(), m_servers.end(), [](const auto &server) { return server.second.isLost; });
}

std::optional<qint64> ServerStates::nextProbe() const
{
    std::optional<qint64> next;
    for (const auto &[queue, server] : m_servers) {
        if (server.isLost && (!next || server.probeAt < *next)) {
            next = server.probeAt;
        }
    }
    return next;
}

std::vector<QString> ServerStates::dueProbes(qint64 now) const
{
    std::vector<QString> due;
    for (const auto &[queue, server] : m_servers) {
        if (server.isLost && server.probeAt <= now) {
            due.push_back(queue);
        }
    }
    return due;
}

void ServerStates::probeAll(qint64 now)
{
    for (auto &[queue, server] : m_servers) {
        server.probeAt = now;
        server.delay = m_probe;
    }
}

void ServerStates::probing(const QString &queue, qint64 now)
{
    m_servers[queue].probeAt = now + m_longestProbe.count();
}

bool ServerStates::release(const QString &queue)
{
    const auto server = m_servers.find(queue);
    return server != m_servers.end() && std::exchange(server->second.isStopped, false);
}

bool ServerStates::isStopped(const QString &queue) const
{
    const Server *server = find(queue);
    return server != nullptr && server->isStopped;
}

std::vector<QString> ServerStates::stopped() const
{
    std::vector<QString> queues;
    for (const auto &[queue, server] : m_servers) {
        if (server.isStopped) {
            queues.push_back(queue);
        }
    }
    return queues;
}

} // namespace kinframe::transfer

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/reply.h"
#include "server/http/request.h"

#include <memory>

namespace kinframe::http {

class NetworkLoop;

/// What a worker thread does for one connection, one thing at a time; what comes of it is told to the connection on its
/// own thread. Lives there, and keeps nothing alive: the connection stays while the errand is under way.
class PoolErrand
{
public:
    PoolErrand(NetworkLoop &loop, quint64 connection)
        : m_loop(loop)
        , m_connection(connection)
    {
    }

    /// Ends in Connection::handlerAnswered(). False where too many requests wait already.
    [[nodiscard]] bool callHandler(int route, std::shared_ptr<const Request> request);
    /// Ends in Connection::pieceCame(). False where the server stops.
    [[nodiscard]] bool pullPiece(std::shared_ptr<Reply::Pull> pull);

    [[nodiscard]] bool isUnderWay() const { return m_isUnderWay; }
    void done() { m_isUnderWay = false; }

private:
    NetworkLoop &m_loop;
    const quint64 m_connection;
    bool m_isUnderWay = false;
};

} // namespace kinframe::http

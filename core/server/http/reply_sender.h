// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/deadline.h"
#include "server/http/exchange.h"
#include "server/http/pool_errand.h"
#include "server/http/reply_pump.h"

#include <optional>

namespace kinframe::http {

class NetworkLoop;

/// Sends the replies of one connection, one at a time, and has the pieces of a stream made where its handler ran.
class ReplySender
{
public:
    enum class Step {
        Done,   ///< the system has every byte
        Waits,  ///< for the client or for a worker thread
        Again,  ///< call again after others had their turn
        Broken, ///< cut the connection
    };

    /// All outlive the sender, which sets the deadline for what the client must take.
    ReplySender(NetworkLoop &loop, Channel &channel, PoolErrand &errand, Deadline &deadline);

    void begin(WireReply reply, const Exchange &exchange, bool keepAlive);
    /// Sends on. Where a worker thread makes the next piece, after give().
    [[nodiscard]] Step send();
    void give(Result<QByteArray> piece) { m_pump->give(std::move(piece)); }
    /// The deadline has passed: whether the client takes too little.
    [[nodiscard]] bool isOverdue();
    void end() { m_pump.reset(); }

    [[nodiscard]] int status() const { return m_pump->status(); }
    /// Handed to the channel so far.
    [[nodiscard]] qint64 bodyBytes() const { return m_pump ? m_pump->bodyBytes() : 0; }

private:
    [[nodiscard]] bool makePiece();

    NetworkLoop &m_loop;
    Channel &m_channel;
    PoolErrand &m_errand;
    Deadline &m_deadline;
    std::optional<ReplyPump> m_pump;
    int m_route = -1;
    bool m_isSending = false;
};

} // namespace kinframe::http

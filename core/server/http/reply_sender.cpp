// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reply_sender.h"

#include "server/http/handler_call.h"
#include "server/http/head_text.h"
#include "server/http/network_loop.h"

#include <QScopedValueRollback>

namespace kinframe::http {

ReplySender::ReplySender(NetworkLoop &loop, Channel &channel, PoolErrand &errand, Deadline &deadline)
    : m_loop(loop)
    , m_channel(channel)
    , m_errand(errand)
    , m_deadline(deadline)
{
}

void ReplySender::begin(WireReply reply, const Exchange &exchange, bool keepAlive)
{
    const Limits &limits = m_loop.context().limits;
    const QScopedValueRollback guard(m_isSending, true);
    const bool isChunked = reply.length < 0 && exchange.head().minorVersion > 0;
    std::string &head = m_loop.headBuffer();
    writeHead(head, reply, exchange.head(), keepAlive, exchange.verdict().rate);
    m_route = exchange.verdict().route;
    m_deadline.set(limits.writeStall, m_channel.progress());
    m_pump.emplace(std::move(reply), isChunked, limits.queuedBytes);
    m_pump->begin(m_channel, head);
}

ReplySender::Step ReplySender::send()
{
    // Writing to a TLS socket tells of bytes written before it returns.
    if (m_isSending || m_errand.isUnderWay()) {
        return Step::Waits;
    }
    const QScopedValueRollback guard(m_isSending, true);
    for (;;) {
        switch (m_pump->pump(m_channel)) {
        case ReplyPump::Step::Done:
            return Step::Done;
        case ReplyPump::Step::Waiting:
            return Step::Waits;
        case ReplyPump::Step::Again:
            return Step::Again;
        case ReplyPump::Step::Broken:
            return Step::Broken;
        case ReplyPump::Step::WantsPiece:
            if (!makePiece()) {
                return Step::Waits;
            }
        }
    }
}

/// False where a worker thread does it.
bool ReplySender::makePiece()
{
    if (m_route < 0 || m_loop.context().routes.at(m_route).place == Place::Inline) {
        m_pump->give(callPull(*m_pump->pull()));
    } else if (m_errand.pullPiece(m_pump->pull())) {
        return false;
    } else {
        m_pump->give(fail(ErrorCode::ShuttingDown));
    }
    return true;
}

bool ReplySender::isOverdue()
{
    const Limits &limits = m_loop.context().limits;
    // It may be our handler that is slow, not the client.
    if (m_channel.isFull() && m_deadline.wasTooSlow(m_channel.progress(), limits.minimumRate)) {
        return true;
    }
    m_deadline.set(limits.writeStall, m_channel.progress());
    return false;
}

} // namespace kinframe::http

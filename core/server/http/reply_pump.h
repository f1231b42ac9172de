// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/outlet.h"
#include "server/http/wire_reply.h"

namespace kinframe::http {

/// Brings one reply out, as fast as the client takes it and no faster.
class ReplyPump
{
public:
    enum class Step {
        Done,       ///< the system has every byte
        Waiting,    ///< for the client: call again when the socket has written
        WantsPiece, ///< call pull() somewhere, then give()
        Again,      ///< call again after others had their turn
        Broken,     ///< the reply cannot be finished: cut the connection
    };

    /// `head` is the status line with the headers. `isChunked`: the pulled pieces are framed.
    ReplyPump(WireReply reply, QByteArray head, bool isChunked, qint64 queueLimit);

    [[nodiscard]] Step pump(Outlet &outlet);
    [[nodiscard]] const std::shared_ptr<Reply::Pull> &pull() const { return m_pull; }
    void give(Result<QByteArray> piece);
    /// Of the body, handed to the outlet so far.
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }

private:
    enum class Moved { Yes, No };
    [[nodiscard]] bool writeHead(Outlet &outlet);
    [[nodiscard]] bool writePiece(Outlet &outlet);

    WireReply m_reply;
    QByteArray m_head;
    bool m_isChunked;
    qint64 m_queueLimit;
    std::shared_ptr<Reply::Pull> m_pull; ///< shared with the thread that it is called on
    bool m_failed = false;
    qint64 m_bodyBytes = 0;
};

} // namespace kinframe::http

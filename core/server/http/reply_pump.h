// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/wire_reply.h"

#include <string>

namespace kinframe::http {

/// Brings one reply out, as fast as the client takes it and no faster.
class ReplyPump
{
public:
    enum class Step {
        Done,       ///< the system has every byte
        Waiting,    ///< for the client: call again when the channel has written
        WantsPiece, ///< call pull() somewhere, then give()
        Again,      ///< call again after others had their turn
        Broken,     ///< the reply cannot be finished: cut the connection
    };

    /// `isChunked`: the pulled pieces are framed. `queueLimit` bytes may wait in the channel.
    ReplyPump(WireReply reply, bool isChunked, qint64 queueLimit);

    /// Before pump(): `head` is the status line with the headers. A small body is added to it and goes out with it.
    void begin(Channel &channel, std::string &head);
    [[nodiscard]] Step pump(Channel &channel);
    [[nodiscard]] const std::shared_ptr<Reply::Pull> &pull() const { return m_pull; }
    void give(Result<QByteArray> piece);

    [[nodiscard]] int status() const { return m_reply.status; }
    /// Of the body, handed to the channel so far.
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }

private:
    [[nodiscard]] bool hasPieces() const { return m_next < m_reply.pieces.size(); }
    [[nodiscard]] Channel::FileStep writePiece(Channel &channel);
    [[nodiscard]] Channel::FileStep writeSpan(Channel &channel, WireReply::Piece &piece);
    [[nodiscard]] Channel::FileStep writeBytes(Channel &channel, WireReply::Piece &piece);
    void dropPiece();

    WireReply m_reply;
    size_t m_next = 0; ///< of the reply's pieces
    bool m_isChunked;
    qint64 m_queueLimit;
    std::shared_ptr<Reply::Pull> m_pull; ///< shared with the thread that it is called on
    bool m_failed = false;
    qint64 m_bodyBytes = 0;
};

} // namespace kinframe::http

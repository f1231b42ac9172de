// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reply_pump.h"

#include "base/log.h"

namespace kinframe::http {
namespace {

constexpr qint64 writtenAtOnce = 256 * 1024;
// A body up to this size goes out in one write with its head.
constexpr qsizetype joinedWithHead = 16 * 1024;
// After so much others of the same thread get their turn.
constexpr qint64 turnBytes = 8 * 1024 * 1024;

} // namespace

ReplyPump::ReplyPump(WireReply reply, QByteArray head, bool isChunked, qint64 queueLimit)
    : m_reply(std::move(reply))
    , m_head(std::move(head))
    , m_isChunked(isChunked)
    , m_queueLimit(queueLimit)
{
    if (!m_reply.hasBody) {
        m_reply.pieces.clear();
    } else if (m_reply.pull) {
        m_pull = std::make_shared<Reply::Pull>(std::move(m_reply.pull));
    }
}

ReplyPump::Step ReplyPump::pump(Outlet &outlet)
{
    if (m_failed || (!m_head.isEmpty() && !writeHead(outlet))) {
        return Step::Broken;
    }
    const qint64 turnEnd = m_bodyBytes + turnBytes;
    while (!m_reply.pieces.empty()) {
        if (outlet.queued() >= m_queueLimit) {
            return Step::Waiting;
        }
        if (m_bodyBytes >= turnEnd) {
            return Step::Again;
        }
        if (!writePiece(outlet)) {
            return Step::Broken;
        }
    }
    if (outlet.queued() >= m_queueLimit) {
        return Step::Waiting;
    }
    if (m_pull) {
        return Step::WantsPiece;
    }
    return outlet.queued() == 0 ? Step::Done : Step::Waiting;
}

bool ReplyPump::writeHead(Outlet &outlet)
{
    if (!m_reply.pieces.empty() && m_reply.pieces.front().length == 0 &&
        m_reply.pieces.front().bytes.size() <= joinedWithHead) {
        m_bodyBytes += m_reply.pieces.front().bytes.size();
        m_head += m_reply.pieces.front().bytes;
        m_reply.pieces.pop_front();
    }
    const bool written = outlet.write(m_head, m_reply.pieces.empty() ? Outlet::More::No : Outlet::More::Follows);
    m_head.clear();
    return written;
}

bool ReplyPump::writePiece(Outlet &outlet)
{
    WireReply::Piece &piece = m_reply.pieces.front();
    if (piece.length > 0) {
        const qint64 before = piece.length;
        const Outlet::FileStep step = outlet.sendFile(*m_reply.file, piece.first, piece.length);
        m_bodyBytes += before - piece.length;
        if (step == Outlet::FileStep::Shrunk) {
            qCWarning(logServer).noquote() << "a file got shorter while it was sent:" << m_reply.file->fileName();
        }
        if (step != Outlet::FileStep::Moved) {
            return false;
        }
        if (piece.length > 0) {
            return true;
        }
    } else {
        const QByteArrayView rest = QByteArrayView(piece.bytes).sliced(piece.first);
        const QByteArrayView part = rest.first(std::min(rest.size(), writtenAtOnce));
        if (!outlet.write(part)) {
            return false;
        }
        m_bodyBytes += part.size();
        piece.first += part.size();
        if (piece.first < piece.bytes.size()) {
            return true;
        }
    }
    m_reply.pieces.pop_front();
    return true;
}

void ReplyPump::give(Result<QByteArray> piece)
{
    if (!piece) {
        qCWarning(logServer).noquote() << "a reply broke off:" << piece.error().forLog();
        m_failed = true;
        return;
    }
    if (piece->isEmpty()) {
        m_pull.reset();
        if (m_isChunked) {
            m_reply.pieces.push_back({"0\r\n\r\n"});
        }
        return;
    }
    if (m_isChunked) {
        *piece = QByteArray::number(piece->size(), 16) + "\r\n" + *piece + "\r\n";
    }
    m_reply.pieces.push_back({std::move(*piece)});
}

} // namespace kinframe::http

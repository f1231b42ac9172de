// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reply_pump.h"

#include "base/log.h"
#include "server/http/limits.h"

namespace kinframe::http {
namespace {

using FileStep = Channel::FileStep;

constexpr qint64 writtenAtOnce = 256 * kibibyte;
// A body up to this size goes out in one write with its head.
constexpr qsizetype joinedWithHead = 16 * kibibyte;
// After so much others of the same thread get their turn.
constexpr qint64 turnBytes = 8 * mebibyte;

} // namespace

ReplyPump::ReplyPump(WireReply reply, bool isChunked, qint64 queueLimit)
    : m_reply(std::move(reply))
    , m_isChunked(isChunked)
    , m_queueLimit(queueLimit)
{
    if (!m_reply.hasBody) {
        m_reply.pieces.clear();
    } else if (m_reply.pull) {
        m_pull = std::make_shared<Reply::Pull>(std::move(m_reply.pull));
    }
}

void ReplyPump::begin(Channel &channel, std::string &head)
{
    if (hasPieces() && m_reply.pieces.front().length == 0 && m_reply.pieces.front().bytes.size() <= joinedWithHead) {
        const QByteArray &body = m_reply.pieces.front().bytes;
        head.append(body.constData(), size_t(body.size()));
        m_bodyBytes += body.size();
        dropPiece();
    }
    m_failed = !channel.write(QByteArrayView(head.data(), qsizetype(head.size())),
                              hasPieces() ? Channel::More::Follows : Channel::More::No);
}

ReplyPump::Step ReplyPump::pump(Channel &channel)
{
    const qint64 turnEnd = m_bodyBytes + turnBytes;
    while (!m_failed && hasPieces()) {
        if (channel.queued() >= m_queueLimit) {
            return Step::Waiting;
        }
        if (m_bodyBytes >= turnEnd) {
            return Step::Again;
        }
        const FileStep step = writePiece(channel);
        if (step == FileStep::Full) {
            return Step::Waiting;
        }
        m_failed = step != FileStep::Moved;
    }
    if (m_failed) {
        return Step::Broken;
    }
    if (channel.queued() >= m_queueLimit) {
        return Step::Waiting;
    }
    if (m_pull) {
        return Step::WantsPiece;
    }
    return channel.queued() == 0 ? Step::Done : Step::Waiting;
}

FileStep ReplyPump::writePiece(Channel &channel)
{
    WireReply::Piece &piece = m_reply.pieces[m_next];
    return piece.length > 0 ? writeSpan(channel, piece) : writeBytes(channel, piece);
}

FileStep ReplyPump::writeSpan(Channel &channel, WireReply::Piece &piece)
{
    const qint64 before = piece.length;
    const FileStep step = channel.sendFile(*m_reply.file, piece.first, piece.length);
    m_bodyBytes += before - piece.length;
    if (step == FileStep::Shrunk) {
        qCWarning(logServer).noquote() << "a file got shorter while it was sent:" << m_reply.file->path();
    }
    if (piece.length == 0) {
        dropPiece();
    }
    return step;
}

FileStep ReplyPump::writeBytes(Channel &channel, WireReply::Piece &piece)
{
    const QByteArrayView rest = QByteArrayView(piece.bytes).sliced(piece.first);
    const QByteArrayView part = rest.first(std::min(rest.size(), writtenAtOnce));
    if (!channel.write(part)) {
        return FileStep::Broken;
    }
    m_bodyBytes += part.size();
    piece.first += part.size();
    if (piece.first == piece.bytes.size()) {
        dropPiece();
    }
    return FileStep::Moved;
}

/// What was sent needs no room any more; of a stream only a piece or two are ever here.
void ReplyPump::dropPiece()
{
    m_reply.pieces[m_next++] = {};
    if (!hasPieces()) {
        m_reply.pieces.clear();
        m_next = 0;
    }
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

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection_counts.h"
#include "server/http/deadline.h"
#include "server/http/exchange.h"
#include "server/http/head_scanner.h"
#include "server/http/outlet.h"
#include "server/http/reply_pump.h"
#include "server/http/request_parser.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace kinframe::http {

class NetworkLoop;

/// One client: frames its requests, one at a time and in order, and brings the replies out. Lives on a network thread;
/// outlives a client that leaves until the handler of its request has answered.
class Connection final : public QObject
{
    Q_OBJECT

public:
    Connection(NetworkLoop &loop, quint64 id, std::unique_ptr<QTcpSocket> socket, Peer peer,
               std::unique_ptr<ConnectionCounts::Slot> slot);
    ~Connection() override;

    [[nodiscard]] quint64 id() const { return m_id; }
    void start();
    /// Keeps the deadlines; called every so often with steadyMs().
    void tick(qint64 now);
    /// Answers what has begun, then closes.
    void stopSoon();
    /// Closes at once.
    void abort();

    // Answers of other threads come in here, on this one.
    void handlerAnswered(WireReply reply);
    void pieceCame(Result<QByteArray> piece);

private:
    enum class State { Handshake, Head, Body, Handling, Replying, Lingering, Closed };

    void advance();
    [[nodiscard]] bool step();
    [[nodiscard]] bool fill();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool beginRequest(qsizetype headLength);
    [[nodiscard]] bool beginBody();
    [[nodiscard]] bool readBody();
    [[nodiscard]] bool dispatch();
    [[nodiscard]] bool upgrade();
    [[nodiscard]] bool refuse(const Refusal &refusal);
    [[nodiscard]] bool refuse(const Error &error);
    [[nodiscard]] bool reply(WireReply reply);

    void pumpReply();
    void requestPiece();
    void finishReply();
    void close();
    void clientGone();
    void retireIfFree();
    void setDeadline(std::chrono::milliseconds time);
    void deadlinePassed();

    NetworkLoop &m_loop;
    const quint64 m_id;
    std::unique_ptr<QTcpSocket> m_socket;
    const Peer m_peer;
    std::unique_ptr<ConnectionCounts::Slot> m_slot;
    Outlet m_outlet;
    HeadScanner m_scanner;
    RequestParser m_parser;

    State m_state = State::Head;
    QByteArray m_input;
    std::optional<Exchange> m_exchange;
    std::optional<ReplyPump> m_pump;
    int m_replyStatus = 0;
    bool m_keepAlive = true;
    bool m_bodyPending = false; ///< bytes of the refused request may still come
    bool m_isBusy = false;      ///< another thread will call handlerAnswered or pieceCame
    bool m_isAdvancing = false;
    bool m_isPumping = false;
    bool m_headBegun = false;

    Deadline m_deadline;
    qint64 m_bodyBytes = 0;
};

} // namespace kinframe::http

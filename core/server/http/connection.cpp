// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "base/log.h"
#include "server/http/handler_call.h"
#include "server/http/network_loop.h"
#include "server/http/status.h"
#include "server/http/web_socket_handshake.h"

#include <QScopedValueRollback>
#include <QSslSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 readAtOnce = 64 * kibibyte;
// Steps for one client (a request takes two or three) before others of the same thread get their turn.
constexpr int stepsAtOnce = 100;
constexpr int statusClientGone = 499;

} // namespace

Connection::Connection(NetworkLoop &loop, quint64 id, std::unique_ptr<QTcpSocket> socket, Peer peer,
                       std::unique_ptr<ConnectionCounts::Slot> slot)
    : m_loop(loop)
    , m_id(id)
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
    , m_slot(std::move(slot))
    , m_outlet(*m_socket, m_peer.isTls)
    , m_scanner(loop.context().limits)
    , m_parser(loop.context().limits)
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::advance);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::clientGone);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Connection::pumpReply);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        m_state = State::Handshake;
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &Connection::pumpReply);
        connect(secure, &QSslSocket::encrypted, this, [this] {
            m_state = State::Head;
            advance();
        });
    }
}

Connection::~Connection()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

void Connection::start()
{
    setDeadline(m_loop.context().limits.head);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        secure->startServerEncryption();
    } else {
        advance();
    }
}

void Connection::advance()
{
    // A reply that is ready at once ends up here again, from below.
    if (m_isAdvancing) {
        return;
    }
    const QScopedValueRollback guard(m_isAdvancing, true);
    for (int steps = 0; step(); ++steps) {
        if (steps == stepsAtOnce) {
            QMetaObject::invokeMethod(this, &Connection::advance, Qt::QueuedConnection);
            return;
        }
    }
}

/// True where another step may follow at once.
bool Connection::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::Lingering:
        m_socket->skip(m_socket->bytesAvailable());
        return false;
    case State::Handshake:
    case State::Handling:
    case State::Replying:
    case State::Closed:
        return false;
    }
    return false;
}

bool Connection::fill()
{
    const qint64 available = std::min(m_socket->bytesAvailable(), readAtOnce);
    if (available <= 0) {
        return false;
    }
    const qsizetype before = m_input.size();
    m_input.resize(before + available);
    const qint64 count = m_socket->read(m_input.data() + before, available);
    m_input.truncate(before + std::max<qint64>(count, 0));
    return count > 0;
}

bool Connection::readHead()
{
    if (m_input.isEmpty() && !fill()) {
        return false;
    }
    if (!m_headBegun) {
        // Some clients end a request with a line too many.
        while (m_input.startsWith("\r\n")) {
            m_input.remove(0, 2);
        }
        if (m_input.isEmpty() || m_input == "\r") {
            return fill();
        }
        m_headBegun = true;
        m_exchange.emplace(m_loop.nextRequestId());
        setDeadline(m_loop.context().limits.head);
    }
    const auto end = m_scanner.scan(m_input);
    if (!end) {
        return refuse(end.error());
    }
    return end->has_value() ? beginRequest(**end) : fill();
}

bool Connection::beginRequest(qsizetype headLength)
{
    auto head = m_parser.parseHead(QByteArrayView(m_input).first(headLength));
    m_input.remove(0, headLength);
    m_scanner.reset();
    m_headBegun = false;
    if (!head) {
        return refuse(head.error());
    }
    head->peer = m_peer;
    m_keepAlive = head->keepAlive && !m_loop.context().isStopping;
    m_bodyPending = head->hasBody();
    m_exchange->setHead(std::move(*head));
    m_exchange->setVerdict(m_loop.context().policy.judge(m_exchange->ownHead()));
    const Verdict &verdict = m_exchange->verdict();
    if (verdict.refusal) {
        return refuse(*verdict.refusal);
    }
    if (!verdict.options.isEmpty()) {
        return reply(m_exchange->answerOptions());
    }
    if (m_loop.context().routes.at(verdict.route).isWebSocket) {
        return upgrade();
    }
    return m_bodyPending ? beginBody() : dispatch();
}

bool Connection::beginBody()
{
    const ServerContext &context = m_loop.context();
    const Verdict &verdict = m_exchange->verdict();
    auto reader = BodyReader::make(context.routes.at(verdict.route).body, m_exchange->head(), verdict.bodyLimit,
                                   context.limits, context.spoolFolder);
    if (!reader) {
        return refuse(reader.error());
    }
    m_exchange->bodyReader = std::move(*reader);
    m_state = State::Body;
    m_bodyBytes = 0;
    setDeadline(context.limits.bodyStall);
    // Where the body comes already, the client did not wait to be asked.
    if (m_exchange->head().expectsContinue && m_input.isEmpty() && m_socket->bytesAvailable() == 0 &&
        !m_outlet.write("HTTP/1.1 100 Continue\r\n\r\n")) {
        abort();
        return false;
    }
    return true;
}

bool Connection::readBody()
{
    if (m_parser.isDone()) {
        m_bodyPending = false;
        return dispatch();
    }
    if (m_input.isEmpty() && !fill()) {
        return false;
    }
    const auto used = m_parser.parseBody(m_input, [this](QByteArrayView bytes) {
        m_bodyBytes += bytes.size();
        return m_exchange->bodyReader->add(bytes);
    });
    if (!used) {
        return refuse(used.error());
    }
    m_input.remove(0, *used);
    return *used > 0 || fill();
}

bool Connection::dispatch()
{
    ServerContext &context = m_loop.context();
    const int index = m_exchange->verdict().route;
    const Route &route = context.routes.at(index);
    const auto request = m_exchange->makeRequest(context.routes);
    if (!request) {
        return refuse(request.error());
    }
    m_state = State::Handling;
    m_deadline.clear();
    if (route.way == Way::Routed && !m_loop.router().reaches(index, **request)) {
        return refuse(Error{ErrorCode::Internal, {}, u"the router knows no such route"_s});
    }
    const Door &door = context.routes.doorAt(index);
    if (route.place == Place::Inline) {
        return reply(callHandler(route.handler, **request, door));
    }
    const bool posted = context.pool.tryPost([loop = &m_loop, id = m_id, request = *request, &route, &door] {
        auto answer = std::make_shared<WireReply>(callHandler(route.handler, *request, door));
        loop->post(id, [answer](Connection &connection) { connection.handlerAnswered(std::move(*answer)); });
    });
    if (!posted) {
        Refusal busy{.status = 503, .error = {ErrorCode::RateLimited, {{u"seconds"_s, u"1"_s}}, {}}};
        busy.retryAfter = 1;
        busy.route = index;
        return refuse(busy);
    }
    m_isBusy = true;
    return false;
}

bool Connection::upgrade()
{
    if (auto refusal = checkWebSocketHandshake(m_exchange->head())) {
        refusal->route = m_exchange->verdict().route;
        return refuse(*refusal);
    }
    m_exchange->log(101, 0);
    m_socket->disconnect(this);
    m_loop.webSockets().adopt(std::move(m_socket), webSocketHandshake(m_exchange->head()) + m_input,
                              m_exchange->verdict().principal, std::move(m_slot));
    m_state = State::Closed;
    m_deadline.clear();
    retireIfFree();
    return false;
}

bool Connection::refuse(const Error &error)
{
    Refusal refusal{.status = statusOf(error), .error = error};
    refusal.route = m_exchange->verdict().route;
    return refuse(refusal);
}

bool Connection::refuse(const Refusal &refusal)
{
    if (refusal.mustClose) {
        m_bodyPending = true;
    }
    m_exchange->bodyReader.reset();
    WireReply answer = m_exchange->refuse(refusal, m_loop.context().routes);
    if (refusal.status == 426) {
        answer.headers.add("Upgrade", "websocket");
    }
    return reply(std::move(answer));
}

/// True where the reply is out already and the next request may be read.
bool Connection::reply(WireReply reply)
{
    const bool isOld = m_exchange->head().minorVersion == 0;
    // Without chunks the end of the connection is the end of the body.
    const bool endsByClosing = reply.length < 0 && isOld;
    if (m_bodyPending || m_loop.context().isStopping || endsByClosing) {
        m_keepAlive = false;
    }
    m_replyStatus = reply.status;
    m_state = State::Replying;
    const bool isChunked = reply.length < 0 && !isOld;
    QByteArray head = headText(reply, m_exchange->head(), m_keepAlive, m_exchange->extraHeaders());
    m_pump.emplace(std::move(reply), std::move(head), isChunked, m_loop.context().limits.queuedBytes);
    setDeadline(m_loop.context().limits.writeStall);
    pumpReply();
    return m_state == State::Head;
}

void Connection::handlerAnswered(WireReply answer)
{
    m_isBusy = false;
    if (m_state == State::Closed) {
        retireIfFree();
    } else if (reply(std::move(answer))) {
        advance();
    }
}

void Connection::pieceCame(Result<QByteArray> piece)
{
    m_isBusy = false;
    if (m_state == State::Closed) {
        retireIfFree();
        return;
    }
    m_pump->give(std::move(piece));
    pumpReply();
}

void Connection::pumpReply()
{
    // Writing to a TLS socket tells of bytes written before it returns.
    if (m_isPumping) {
        return;
    }
    while (m_state == State::Replying && !m_isBusy) {
        m_isPumping = true;
        const ReplyPump::Step next = m_pump->pump(m_outlet);
        m_isPumping = false;
        if (m_state != State::Replying) {
            return; // the socket broke while it was written to
        }
        switch (next) {
        case ReplyPump::Step::Done:
            finishReply();
            return;
        case ReplyPump::Step::Waiting:
            return;
        case ReplyPump::Step::WantsPiece:
            requestPiece();
            break;
        case ReplyPump::Step::Again:
            QMetaObject::invokeMethod(this, &Connection::pumpReply, Qt::QueuedConnection);
            return;
        case ReplyPump::Step::Broken:
            abort();
            return;
        }
    }
}

void Connection::requestPiece()
{
    ServerContext &context = m_loop.context();
    const int route = m_exchange->verdict().route;
    if (route < 0 || context.routes.at(route).place == Place::Inline) {
        m_pump->give(callPull(*m_pump->pull()));
        return;
    }
    m_isBusy = context.pool.post([loop = &m_loop, id = m_id, pull = m_pump->pull()] {
        auto piece = std::make_shared<Result<QByteArray>>(callPull(*pull));
        loop->post(id, [piece](Connection &connection) { connection.pieceCame(std::move(*piece)); });
    });
    if (!m_isBusy) {
        m_pump->give(fail(ErrorCode::ShuttingDown));
    }
}

void Connection::finishReply()
{
    m_exchange->log(m_replyStatus, m_pump->bodyBytes());
    m_pump.reset();
    m_exchange.reset();
    if (!m_keepAlive) {
        close();
        return;
    }
    m_state = State::Head;
    if (m_input.isEmpty()) {
        m_input = QByteArray();
    }
    setDeadline(m_loop.context().limits.idle);
    advance();
}

void Connection::close()
{
    m_state = State::Lingering;
    setDeadline(m_loop.context().limits.linger);
    if (!m_bodyPending && m_input.isEmpty() && m_socket->bytesAvailable() == 0) {
        m_socket->disconnectFromHost();
        return;
    }
    // Closing with bytes unread would reset the connection, and the client might lose the answer: our half ends now,
    // the client's is read until it ends too.
    m_input.clear();
    m_socket->skip(m_socket->bytesAvailable());
#ifdef Q_OS_UNIX
    if (!m_peer.isTls) {
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    }
#endif
}

void Connection::abort()
{
    m_socket->abort();
    clientGone();
}

void Connection::clientGone()
{
    if (m_state == State::Closed) {
        return;
    }
    if (m_exchange) {
        m_exchange->cancel();
        m_exchange->log(statusClientGone, m_pump ? m_pump->bodyBytes() : 0);
    }
    m_state = State::Closed;
    m_deadline.clear();
    retireIfFree();
}

void Connection::retireIfFree()
{
    if (!m_isBusy) {
        m_loop.retire(*this);
    }
}

void Connection::stopSoon()
{
    if (m_state == State::Handshake || (m_state == State::Head && !m_headBegun)) {
        close();
    }
}

void Connection::setDeadline(std::chrono::milliseconds time)
{
    m_deadline.set(time, m_state == State::Body ? m_bodyBytes : m_outlet.progress());
}

void Connection::tick(qint64 now)
{
    if (m_deadline.hasPassed(now)) {
        deadlinePassed();
    }
}

void Connection::deadlinePassed()
{
    const Limits &limits = m_loop.context().limits;
    switch (m_state) {
    case State::Head:
        if (!m_headBegun) {
            close();
        } else if (refuse(m_deadline.refusal(-1))) {
            advance();
        }
        return;
    case State::Body:
        if (!m_deadline.wasTooSlow(m_bodyBytes, limits.minimumRate)) {
            setDeadline(limits.bodyStall);
        } else if (refuse(m_deadline.refusal(m_exchange->verdict().route))) {
            advance();
        }
        return;
    case State::Replying:
        // Nothing queued: it is our handler that is slow, not the client.
        if (m_outlet.queued() == 0 || !m_deadline.wasTooSlow(m_outlet.progress(), limits.minimumRate)) {
            setDeadline(limits.writeStall);
        } else {
            abort();
        }
        return;
    case State::Handshake:
    case State::Lingering:
        abort();
        return;
    case State::Handling:
    case State::Closed:
        return;
    }
}

} // namespace kinframe::http

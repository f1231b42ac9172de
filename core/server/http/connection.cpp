// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/handler_call.h"
#include "server/http/network_loop.h"
#include "server/http/web_socket_handshake.h"

#include <QScopedValueRollback>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

// Steps for one client (a request takes one or more) before others of the same thread get their turn.
constexpr int stepsAtOnce = 50;
constexpr int statusClientGone = 499;

} // namespace

Connection::Connection(NetworkLoop &loop, quint64 id, std::unique_ptr<Channel> channel, Peer peer,
                       std::unique_ptr<ConnectionCounts::Slot> slot)
    : m_loop(loop)
    , m_id(id)
    , m_channel(std::move(channel))
    , m_peer(std::move(peer))
    , m_slot(std::move(slot))
    , m_intake(loop, m_peer, *m_channel, m_deadline)
    , m_errand(loop, id)
    , m_sender(loop, *m_channel, m_errand, m_deadline)
    , m_state(m_peer.isTls ? State::Handshake : State::Reading)
{
}

void Connection::start()
{
    setDeadline(m_loop.context().limits.head);
    m_channel->begin(*this);
}

void Connection::channelReadable()
{
    if (m_state == State::Handshake) {
        m_state = State::Reading;
    }
    advance();
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
            m_loop.post(m_id, [](Connection &connection) { connection.advance(); });
            return;
        }
    }
    if (m_channel->hasEnded()) {
        clientGone();
    }
}

/// True where another step may follow at once.
bool Connection::step()
{
    if (m_state == State::Reading) {
        return read();
    }
    return m_state == State::Lingering && m_intake.reader().skip();
}

bool Connection::read()
{
    const auto step = m_intake.step(m_exchange);
    if (!step) {
        return refuse(step.error());
    }
    return *step == Intake::Step::Ready ? dispatch() : *step == Intake::Step::Goes;
}

bool Connection::dispatch()
{
    const RouteSet &routes = m_loop.context().routes;
    const Verdict &verdict = m_exchange->verdict();
    if (!verdict.options.isEmpty()) {
        return reply(m_exchange->answerOptions());
    }
    const int index = verdict.route;
    const Route &route = routes.at(index);
    if (route.isWebSocket) {
        return upgrade();
    }
    const auto request = m_exchange->makeRequest(routes);
    if (!request) {
        return refuse(m_exchange->refusalOf(request.error()));
    }
    m_state = State::Handling;
    m_deadline.clear();
    if (route.way == Way::Routed && !m_loop.router().reaches(index, **request)) {
        return refuse(m_exchange->refusalOf({ErrorCode::Internal, {}, u"the router knows no such route"_s}));
    }
    if (route.place == Place::Inline) {
        return reply(callHandler(route.handler, **request));
    }
    if (!m_errand.callHandler(index, *request)) {
        Refusal busy{.status = 503, .error = {ErrorCode::RateLimited, {{u"seconds"_s, u"1"_s}}, {}}};
        busy.retryAfter = 1;
        busy.route = index;
        return refuse(busy);
    }
    return false;
}

bool Connection::upgrade()
{
    if (auto refusal = checkWebSocketHandshake(m_exchange->head())) {
        refusal->route = m_exchange->verdict().route;
        return refuse(*refusal);
    }
    m_exchange->log(101, 0);
    if (auto socket = m_channel->release()) {
        m_loop.webSockets().adopt(std::move(socket),
                                  webSocketHandshake(m_exchange->head()) + m_intake.reader().takeInput(),
                                  m_exchange->verdict().principal, std::move(m_slot));
    }
    m_state = State::Closed;
    m_deadline.clear();
    retireIfFree();
    return false;
}

bool Connection::refuse(const Refusal &refusal)
{
    m_mustDrain = m_mustDrain || refusal.mustClose;
    m_exchange->bodyReader.reset();
    WireReply answer = m_exchange->refuse(refusal, m_loop.context().routes);
    if (refusal.status == 426) {
        answer.headers.add("Upgrade", "websocket");
    }
    return reply(std::move(answer));
}

/// True where the reply is out already and another step may follow.
bool Connection::reply(WireReply reply)
{
    m_mustDrain = m_mustDrain || m_intake.isBodyPending();
    const Head &head = m_exchange->head();
    // Without chunks the end of the connection is the end of the body.
    const bool endsByClosing = reply.length < 0 && head.minorVersion == 0;
    m_keepAlive = head.keepAlive && !m_mustDrain && !m_loop.context().isStopping && !endsByClosing;
    m_state = State::Replying;
    m_sender.begin(std::move(reply), *m_exchange, m_keepAlive);
    send();
    return m_state == State::Reading || m_state == State::Lingering;
}

void Connection::handlerAnswered(WireReply answer)
{
    m_errand.done();
    if (m_state == State::Closed) {
        retireIfFree();
    } else if (reply(std::move(answer))) {
        advance();
    }
}

void Connection::pieceCame(Result<QByteArray> piece)
{
    m_errand.done();
    if (m_state == State::Closed) {
        retireIfFree();
        return;
    }
    m_sender.give(std::move(piece));
    send();
}

void Connection::send()
{
    if (m_state != State::Replying) {
        return;
    }
    const ReplySender::Step step = m_sender.send();
    if (m_state != State::Replying) {
        return; // the channel broke while it was written to
    }
    switch (step) {
    case ReplySender::Step::Done:
        finishReply();
        return;
    case ReplySender::Step::Waits:
        return;
    case ReplySender::Step::Again:
        m_loop.post(m_id, [](Connection &connection) { connection.send(); });
        return;
    case ReplySender::Step::Broken:
        abort();
        return;
    }
}

void Connection::finishReply()
{
    m_exchange->log(m_sender.status(), m_sender.bodyBytes());
    m_sender.end();
    m_exchange.reset();
    if (!m_keepAlive) {
        close();
        return;
    }
    m_state = State::Reading;
    setDeadline(m_loop.context().limits.idle);
    advance();
}

void Connection::close()
{
    m_state = State::Lingering;
    setDeadline(m_loop.context().limits.linger);
    if (!m_mustDrain && !m_intake.reader().hasInput()) {
        m_channel->close();
        return;
    }
    // Closing with bytes unread would reset the connection, and the client might lose the answer: our half ends now,
    // the client's is read until it ends too.
    m_channel->endWriting();
    advance();
}

void Connection::clientGone()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_channel->abort();
    if (m_exchange) {
        m_exchange->cancel();
        m_exchange->log(statusClientGone, m_sender.bodyBytes());
    }
    m_deadline.clear();
    retireIfFree();
}

void Connection::retireIfFree()
{
    if (!m_errand.isUnderWay()) {
        m_loop.retire(*this);
    }
}

void Connection::stopSoon()
{
    if (m_state == State::Handshake || (m_state == State::Reading && !m_exchange)) {
        close();
    }
}

void Connection::tick(qint64 now)
{
    if (!m_deadline.hasPassed(now)) {
        return;
    }
    if (m_state == State::Reading && !m_exchange) {
        close();
    } else if (m_state == State::Reading) {
        const auto refusal = m_intake.overdue(*m_exchange);
        if (refusal && refuse(*refusal)) {
            advance();
        }
    } else if (m_state != State::Replying || m_sender.isOverdue()) {
        abort();
    }
}

} // namespace kinframe::http

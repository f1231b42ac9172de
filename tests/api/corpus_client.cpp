// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/corpus_client.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int slowStepMs = 50;
constexpr qsizetype slowStepBytes = 7;
constexpr qsizetype slowBytes = 140;

/// QTcpSocket can only close both directions.
void shutDownSending(QTcpSocket &socket)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socket.socketDescriptor()), SD_SEND);
#else
    ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
#endif
}

} // namespace

CorpusClient::CorpusClient(HostileRequest request, const QString &host, quint16 port, int patienceMs)
    : m_request(std::move(request))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_ranOut = true;
        end();
    });
    connect(&m_pace, &QTimer::timeout, this, &CorpusClient::sendSlowly);
    connect(&m_socket, &QTcpSocket::connected, this, &CorpusClient::send);
    connect(&m_socket, &QTcpSocket::readyRead, this, &CorpusClient::receive);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &CorpusClient::end);
    connect(&m_socket, &QTcpSocket::disconnected, this, &CorpusClient::end);
    m_patience.start(patienceMs);
    m_socket.connectToHost(host, port);
}

QString CorpusClient::complaint() const
{
    const std::vector<int> &statuses = m_answers.statuses();
    if (!m_isConnected) {
        return u"the connection was refused"_s;
    }
    if (m_ranOut) {
        return u"neither answered nor closed"_s;
    }
    if (m_answers.isBroken()) {
        return u"answered with bytes that are no HTTP"_s;
    }
    if (std::find(statuses.begin(), statuses.end(), 500) != statuses.end()) {
        return u"answered 500"_s;
    }
    if (m_request.expectation == Expectation::Refused && statuses.size() > 1) {
        return u"answered %1 times"_s.arg(statuses.size());
    }
    const bool isAccepted = !statuses.empty() && statuses.front() < 400;
    if (m_request.expectation != Expectation::Anything && isAccepted) {
        return u"answered %1"_s.arg(statuses.front());
    }
    return {};
}

void CorpusClient::send()
{
    m_isConnected = true;
    if (m_request.delivery == Delivery::Slow) {
        m_pace.start(slowStepMs);
        return;
    }
    m_socket.write(m_request.bytes);
    if (m_request.delivery == Delivery::Whole) {
        return;
    }
    // The system's buffer may be full: what it does not take now is not sent, which is as hostile.
    m_socket.flush();
    if (m_request.delivery == Delivery::CloseEarly) {
        end();
    } else {
        shutDownSending(m_socket);
    }
}

void CorpusClient::sendSlowly()
{
    if (m_sent >= slowBytes) {
        end();
        return;
    }
    m_socket.write(m_request.bytes.mid(m_sent, slowStepBytes));
    m_sent += slowStepBytes;
}

void CorpusClient::receive()
{
    m_answers.add(m_socket.readAll());
    if (hasEnough()) {
        end();
    }
}

/// A refused client has to be sent away; any other may go as soon as it has an answer.
bool CorpusClient::hasEnough() const
{
    return m_answers.isBroken() || (m_request.expectation != Expectation::Refused && !m_answers.statuses().empty());
}

void CorpusClient::end()
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_pace.stop();
    m_patience.stop();
    if (m_socket.bytesAvailable() > 0) {
        m_answers.add(m_socket.readAll());
    }
    m_socket.abort();
    Q_EMIT finished();
}

} // namespace kinframe::test

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

namespace kinframe::http::test {

using namespace Qt::StringLiterals;

namespace {

// Long enough for a loaded machine: nothing is judged by it but "never".
constexpr int patience = 15'000;

} // namespace

Result<accounts::Principal> KeyAuthenticator::authenticate(const Head &head)
{
    const Credentials credentials = credentialsOf(head);
    const QByteArray key = !credentials.apiKey.isEmpty() ? credentials.apiKey : credentials.bearer;
    accounts::Principal principal;
    if (credentials.isEmpty() && head.trustsLoopback) {
        principal.name = u"owner"_s;
        principal.isAdmin = true;
        return principal;
    }
    if (key == "admin-key") {
        principal.userId = 1;
        principal.isAdmin = true;
    } else if (key == "user-key" || (!credentials.cookies.empty() && credentials.cookies.front() == "user-key")) {
        principal.userId = 2;
        principal.uuid = QUuid(u"00000000-0000-4000-8000-000000000002"_s);
    } else if (key == "reader-key") {
        principal.userId = 3;
        principal.permissions = {u"asset.read"_s};
    } else {
        return fail(ErrorCode::Unauthorized);
    }
    return principal;
}

QByteArray Answer::header(const QByteArray &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? QByteArray() : found->second;
}

RawClient::RawClient(quint16 port, Tls tls)
{
    if (tls == Tls::Yes) {
        auto secure = std::make_unique<QSslSocket>();
        secure->setPeerVerifyMode(QSslSocket::VerifyNone);
        secure->connectToHostEncrypted(u"127.0.0.1"_s, port);
        secure->waitForEncrypted(patience);
        m_socket = std::move(secure);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(u"127.0.0.1"_s, port);
        m_socket->waitForConnected(patience);
    }
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(patience)) {
    }
}

bool RawClient::readMore()
{
    // With TLS waiting may end with nothing to read yet: part of a record came.
    QDeadlineTimer deadline(patience);
    while (m_socket->bytesAvailable() == 0 && !deadline.hasExpired()) {
        if (!m_socket->waitForReadyRead(int(deadline.remainingTime())) &&
            m_socket->state() != QAbstractSocket::ConnectedState) {
            break;
        }
    }
    const QByteArray bytes = m_socket->readAll();
    m_input += bytes;
    return !bytes.isEmpty();
}

QByteArray RawClient::line()
{
    qsizetype end = -1;
    while ((end = m_input.indexOf("\r\n")) < 0) {
        if (!readMore()) {
            return {};
        }
    }
    const QByteArray text = m_input.first(end);
    m_input.remove(0, end + 2);
    return text;
}

QByteArray RawClient::read(qsizetype count)
{
    while (m_input.size() < count && readMore()) {
    }
    return std::exchange(m_input, {});
}

QByteArray RawClient::chunks()
{
    QByteArray body;
    for (;;) {
        bool isNumber = false;
        const qsizetype size = line().toLongLong(&isNumber, 16);
        while (m_input.size() < size + 2 && readMore()) {
        }
        if (!isNumber || m_input.size() < size + 2) {
            return "broken chunks";
        }
        body += m_input.first(size);
        m_input.remove(0, size + 2);
        if (size == 0) {
            return body;
        }
    }
}

Answer RawClient::receive(const QByteArray &method)
{
    Answer answer;
    do {
        const QByteArray status = line();
        if (!status.startsWith("HTTP/1.1 ")) {
            return answer;
        }
        answer.status = status.sliced(9, 3).toInt();
        for (QByteArray header = line(); !header.isEmpty(); header = line()) {
            const qsizetype colon = header.indexOf(':');
            answer.headers.emplace(header.first(colon).toLower(), header.sliced(colon + 1).trimmed());
        }
        m_continues += answer.status == 100 ? 1 : 0;
    } while (answer.status == 100);
    answer.isWhole = true;
    if (method == "HEAD" || answer.status < 200 || answer.status == 204 || answer.status == 304) {
        return answer;
    }
    if (answer.header("transfer-encoding") == "chunked") {
        answer.body = chunks();
    } else if (!answer.header("content-length").isEmpty()) {
        const qsizetype length = answer.header("content-length").toLongLong();
        while (m_input.size() < length && readMore()) {
        }
        answer.isWhole = m_input.size() >= length;
        answer.body = m_input.first(std::min(length, m_input.size()));
        m_input.remove(0, answer.body.size());
    } else {
        while (readMore()) {
        }
        answer.body = std::exchange(m_input, {});
    }
    return answer;
}

Answer RawClient::ask(const QByteArray &bytes)
{
    send(bytes);
    return receive(bytes.startsWith("HEAD") ? "HEAD" : "GET");
}

bool RawClient::isClosedByServer()
{
    while (m_socket->state() == QAbstractSocket::ConnectedState && readMore()) {
    }
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

void RawClient::reset()
{
    m_socket->abort();
}

Gate::Gate(std::vector<Route> routes, const std::function<void(ServerOptions &)> &adjust)
{
    ServerOptions options;
    options.spoolFolder = m_folder.path();
    options.routes = std::move(routes);
    options.authenticator = &m_authenticator;
    options.limits.freeSpace = 0;
    if (adjust) {
        adjust(options);
    }
    m_server = std::make_unique<Server>(std::move(options));
    const auto started = m_server->start();
    if (!started) {
        QFAIL(qPrintable(started.error().forLog()));
    }
}

QStringList Gate::spooled() const
{
    return QDir(folder()).entryList({u"upload-*"_s}, QDir::Files);
}

QByteArray get(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body, qsizetype size)
{
    QByteArray text;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray part = body.mid(at, size);
        text += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return text + "0\r\n\r\n";
}

Route openRoute(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.handler = std::move(handler);
    route.access = Access::Open;
    route.place = Place::Inline;
    return route;
}

} // namespace kinframe::http::test

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/qt_http_adapter.h"

#include "server/http/percent.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QMetaMethod>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstring>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

// What a rule's handler is given besides the match and the request; none of it is used.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
using Answerer = QTcpSocket *;
#elif QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
using Answerer = QHttpServerResponder &&;
#else
using Answerer = QHttpServerResponder &;
#endif

QHttpServerRequest::Method methodOf(const QByteArray &name)
{
    using Method = QHttpServerRequest::Method;
    if (name == "GET" || name == "HEAD") {
        return Method::Get;
    }
    if (name == "POST") {
        return Method::Post;
    }
    if (name == "PUT") {
        return Method::Put;
    }
    if (name == "PATCH") {
        return Method::Patch;
    }
    if (name == "DELETE") {
        return Method::Delete;
    }
    return name == "OPTIONS" ? Method::Options : Method::Unknown;
}

/// The pattern as the regular expression that QHttpServer matches paths with.
QString ruleOf(const RoutePattern &pattern)
{
    QString rule;
    for (const RoutePattern::Segment &segment : pattern.segments()) {
        rule += u'/';
        rule += segment.isArgument ? u"[^/]+"_s : QRegularExpression::escape(QString::fromUtf8(segment.text));
    }
    return rule.isEmpty() ? u"/"_s : rule;
}

/// The path again, made from what the gate understood of it. Arguments are encoded twice, so that QUrl leaves a slash
/// or a percent sign in them alone.
QByteArray pathOf(const RoutePattern &pattern, const Request &request)
{
    QByteArray path;
    for (const RoutePattern::Segment &segment : pattern.segments()) {
        path += '/';
        path += segment.isArgument ? percentEncoded(percentEncoded(request.argument(segment.text).toUtf8()))
                                   : percentEncoded(segment.text);
    }
    return path.isEmpty() ? QByteArray("/") : path;
}

} // namespace

/// What QHttpServer takes for the connection to a client.
class QtHttpAdapter::Facade final : public QTcpSocket
{
public:
    explicit Facade(QObject *parent)
        : QTcpSocket(parent)
    {
        setOpenMode(QIODevice::ReadWrite);
        setSocketState(QAbstractSocket::ConnectedState);
        setPeerAddress(QHostAddress::LocalHost);
        setLocalAddress(QHostAddress::LocalHost);
    }
    ~Facade() override { setSocketState(QAbstractSocket::UnconnectedState); }

    void present(const QByteArray &request)
    {
        m_input = request;
        m_read = 0;
        Q_EMIT readyRead();
    }

    qint64 bytesAvailable() const override { return QTcpSocket::bytesAvailable() + m_input.size() - m_read; }
    /// QHttpServer gives the connection up: it did not understand the request.
    void disconnectFromHost() override { m_isBroken = true; }
    [[nodiscard]] bool isBroken() const { return m_isBroken || m_read < m_input.size(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 count = std::min<qint64>(size, m_input.size() - m_read);
        std::memcpy(data, m_input.constData() + m_read, size_t(count));
        m_read += count;
        return count;
    }
    qint64 writeData(const char * /*data*/, qint64 size) override { return size; }

private:
    QByteArray m_input;
    qint64 m_read = 0;
    bool m_isBroken = false;
};

/// The server whose connections are facades.
class QtHttpAdapter::Feeder final : public QTcpServer
{
public:
    void feed(QTcpSocket *facade)
    {
        m_next = facade;
        // The signal is private to QTcpServer, but QHttpServer listens to no other.
        QMetaMethod::fromSignal(&QTcpServer::pendingConnectionAvailable).invoke(this, Qt::DirectConnection);
    }
    bool hasPendingConnections() const override { return m_next != nullptr; }
    QTcpSocket *nextPendingConnection() override { return std::exchange(m_next, nullptr); }

private:
    QTcpSocket *m_next = nullptr;
};

struct QtHttpAdapter::State
{
    const RouteSet &routes;
    QHttpServer server;
    Feeder *feeder = nullptr; ///< owned by the server
    Facade *facade = nullptr; ///< owned by the server
    int wanted = -1;
    int found = -1;

    void setFound(int route) { found = route; }
};

/// One route's rule. Only the one that the gate found is compared with the path: the table of all would be gone through
/// expression by expression.
class QtHttpAdapter::Rule final : public QHttpServerRouterRule
{
public:
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    Rule(State &state, int route, const QString &pattern, QHttpServerRequest::Methods methods)
        : QHttpServerRouterRule(pattern, methods,
                                [&state, route](const QRegularExpressionMatch &, const QHttpServerRequest &, Answerer) {
                                    state.setFound(route);
                                })
#else
    Rule(State &state, int route, const QString &pattern, QHttpServerRequest::Methods methods)
        : QHttpServerRouterRule(pattern, methods, &state.server,
                                [&state, route](const QRegularExpressionMatch &, const QHttpServerRequest &, Answerer) {
                                    state.setFound(route);
                                })
#endif
        , m_state(state)
        , m_route(route)
    {
    }

protected:
    bool matches(const QHttpServerRequest &request, QRegularExpressionMatch *match) const override
    {
        return m_state.wanted == m_route && QHttpServerRouterRule::matches(request, match);
    }

private:
    State &m_state;
    int m_route;
};

QtHttpAdapter::QtHttpAdapter(const RouteSet &routes)
    : m_state(new State{.routes = routes, .server = QHttpServer()})
{
}

QtHttpAdapter::~QtHttpAdapter() = default;

Result<std::unique_ptr<QtHttpAdapter>> QtHttpAdapter::make(const RouteSet &routes)
{
    std::unique_ptr<QtHttpAdapter> adapter(new QtHttpAdapter(routes));
    State &state = *adapter->m_state;
    auto feeder = std::make_unique<Feeder>();
    // QHttpServer takes only servers that listen; once it has it, nobody shall reach it from outside.
    if (!feeder->listen(QHostAddress::LocalHost, 0)) {
        return fail(ErrorCode::AddressUnavailable, {{u"address"_s, u"127.0.0.1"_s}}, feeder->errorString());
    }
    state.feeder = feeder.release();
    state.server.bind(state.feeder);
    state.feeder->close();
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    state.server.setMissingHandler([](const QHttpServerRequest &, QHttpServerResponder &&) {});
#else
    state.server.setMissingHandler(&state.server, [](const QHttpServerRequest &, QHttpServerResponder &) {});
#endif
    for (int route = 0; route < routes.size(); ++route) {
        if (routes.at(route).way == Way::Routed && !adapter->addRoute(route)) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"route"_s},
                                                     {u"value"_s, QString::fromLatin1(routes.at(route).pattern)},
                                                     {u"expected"_s, u"a pattern that QHttpServer takes"_s}});
        }
    }
    adapter->renewFacade();
    return adapter;
}

bool QtHttpAdapter::addRoute(int route)
{
    const auto withoutArguments = [] {};
    auto rule = std::make_unique<Rule>(*m_state, route, ruleOf(m_state->routes.patternAt(route)),
                                       methodOf(m_state->routes.at(route).method));
    return bool(m_state->server.router()->addRule<decltype(withoutArguments)>(std::move(rule)));
}

void QtHttpAdapter::renewFacade()
{
    if (m_state->facade != nullptr) {
        m_state->facade->deleteLater();
    }
    m_state->facade = new Facade(m_state->feeder);
    m_state->feeder->feed(m_state->facade);
}

bool QtHttpAdapter::reaches(int route, const Request &request)
{
    if (m_state->facade->isBroken()) {
        renewFacade();
    }
    m_state->wanted = route;
    m_state->found = -1;
    const QByteArray method = request.method() == "HEAD" ? QByteArray("GET") : request.method();
    m_state->facade->present(method + ' ' + pathOf(m_state->routes.patternAt(route), request) +
                             " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    m_state->wanted = -1;
    return m_state->found == route;
}

} // namespace kinframe::http

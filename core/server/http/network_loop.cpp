// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/network_loop.h"

#include "base/clock.h"
#ifdef Q_OS_LINUX
#include "server/http/network_dispatcher.h"
#include "server/http/plain_channel.h"
#endif
#include "server/http/qt_channel.h"

#include <QSslSocket>

#include <algorithm>

namespace kinframe::http {
namespace {

constexpr qint64 readAtOnce = 64 * kibibyte;
constexpr std::chrono::milliseconds coarsestTick{1000};
constexpr std::chrono::milliseconds finestTick{20};

std::chrono::milliseconds tickFor(const Limits &limits)
{
    const auto shortest = std::min({limits.head, limits.idle, limits.bodyStall, limits.writeStall, limits.linger});
    return std::clamp(shortest / 4, finestTick, coarsestTick);
}

/// One to one and without a visible order, so that an id tells nothing of the others.
quint64 scrambled(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

std::unique_ptr<QTcpSocket> makeSocket(const ServerContext &context)
{
    if (!context.tls) {
        return std::make_unique<QTcpSocket>();
    }
    auto secure = std::make_unique<QSslSocket>();
    secure->setSslConfiguration(*context.tls);
    return secure;
}

} // namespace

NetworkLoop::NetworkLoop(ServerContext &context, int index)
    : m_context(context)
    , m_readBuffer(size_t(readAtOnce))
    , m_nextRequest(context.idSeed + (quint64(index) << 48))
{
    m_mailbox.setParent(this); // goes to the thread with this
}

NetworkLoop::~NetworkLoop() = default;

std::unique_ptr<QAbstractEventDispatcher> NetworkLoop::makeDispatcher()
{
#ifdef Q_OS_LINUX
    return NetworkDispatcher::make();
#else
    return nullptr;
#endif
}

Result<void> NetworkLoop::begin()
{
#ifdef Q_OS_LINUX
    if (auto *dispatcher = NetworkDispatcher::ofThisThread()) {
        dispatcher->watch().setWoken([this] { m_mailbox.drain(); });
        m_mailbox.wakeWith([dispatcher] { dispatcher->wakeUp(); });
    }
#endif
    auto router = QtHttpAdapter::make(m_context.routes);
    if (!router) {
        return failed(router);
    }
    m_router = std::move(*router);
    m_webSockets = std::make_unique<WebSocketPeers>();
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &NetworkLoop::tick);
    m_clock->start(tickFor(m_context.limits));
    return {};
}

void NetworkLoop::adopt(qintptr descriptor)
{
    ++m_load;
    m_mailbox.post([this, descriptor] { open(descriptor); });
}

std::unique_ptr<Channel> NetworkLoop::makeChannel(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    auto *dispatcher = NetworkDispatcher::ofThisThread();
    if (dispatcher != nullptr && !m_context.tls) {
        return PlainChannel::make(dispatcher->watch(), int(descriptor));
    }
#endif
    std::unique_ptr<QTcpSocket> socket = makeSocket(m_context);
    if (!socket->setSocketDescriptor(descriptor)) {
        return nullptr;
    }
    return std::make_unique<QtChannel>(std::move(socket));
}

void NetworkLoop::open(qintptr descriptor)
{
    std::unique_ptr<Channel> channel = makeChannel(descriptor);
    if (!channel) {
        --m_load;
        return;
    }
    Peer peer = channel->peer();
    auto slot = m_context.counts->tryEnter(peer);
    if (!slot || m_context.isStopping) {
        // Written at once or not at all: a flood must not make us remember who is refused.
        if (!peer.isTls) {
            std::ignore = channel->write("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\n"
                                         "Content-Length: 0\r\nConnection: close\r\n\r\n");
        }
        --m_load;
        return;
    }
    const quint64 id = m_nextConnection++;
    auto connection = std::make_unique<Connection>(*this, id, std::move(channel), std::move(peer), std::move(slot));
    Connection &begun = *connection;
    m_connections.emplace(id, std::move(connection));
    begun.start();
}

void NetworkLoop::post(quint64 connection, std::function<void(Connection &)> function)
{
    m_mailbox.post([this, connection, function = std::move(function)] {
        if (const auto found = m_connections.find(connection); found != m_connections.end()) {
            function(*found->second);
        }
    });
}

void NetworkLoop::broadcast(const QString &text, const QUuid &user)
{
    m_mailbox.post([this, text, user] {
        if (m_webSockets) {
            m_webSockets->send(text, user);
        }
    });
}

quint64 NetworkLoop::nextRequestId()
{
    return scrambled(m_nextRequest++);
}

void NetworkLoop::retire(Connection &connection)
{
    const auto found = m_connections.find(connection.id());
    if (found != m_connections.end()) {
        // It may be one of its own functions that calls this.
        found->second.release()->deleteLater();
        m_connections.erase(found);
        --m_load;
    }
}

void NetworkLoop::tick()
{
    const qint64 now = steadyMs();
    for (auto at = m_connections.begin(); at != m_connections.end();) {
        // A connection may retire itself, which ends its own place in the map only.
        Connection &connection = *at->second;
        ++at;
        connection.tick(now);
    }
}

void NetworkLoop::stopSoon()
{
    if (m_webSockets) {
        m_webSockets->closeAll();
    }
    for (auto at = m_connections.begin(); at != m_connections.end();) {
        Connection &connection = *at->second;
        ++at;
        connection.stopSoon();
    }
}

void NetworkLoop::end()
{
    for (auto at = m_connections.begin(); at != m_connections.end();) {
        Connection &connection = *at->second;
        ++at;
        connection.abort();
    }
    m_clock.reset();
    m_webSockets.reset();
}

void NetworkLoop::clear()
{
    m_connections.clear();
    m_router.reset();
}

} // namespace kinframe::http

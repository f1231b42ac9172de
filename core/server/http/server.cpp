// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "base/ids.h"
#include "base/log.h"
#include "server/http/acceptor.h"
#include "server/http/network_loop.h"
#include "server/http/server_context.h"
#include "server/http/web_socket_hub.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostThreads = 4;

Failure badCertificate(const QString &reason)
{
    return fail(ErrorCode::FileDamaged, {{u"path"_s, u"certificate.pem"_s}, {u"reason"_s, reason}});
}

Result<std::optional<QSslConfiguration>> tlsOf(const ServerOptions &options)
{
    if (options.tlsCertificate.isEmpty()) {
        return std::nullopt;
    }
    const QList<QSslCertificate> chain = QSslCertificate::fromData(options.tlsCertificate, QSsl::Pem);
    if (chain.isEmpty()) {
        return badCertificate(u"it holds no certificate"_s);
    }
    QSslKey key(options.tlsKey, QSsl::Ec, QSsl::Pem);
    if (key.isNull()) {
        key = QSslKey(options.tlsKey, QSsl::Rsa, QSsl::Pem);
    }
    if (key.isNull()) {
        return badCertificate(u"its key cannot be read"_s);
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    return configuration;
}

quint64 randomSeed()
{
    const QByteArray bytes = randomBytes(sizeof(quint64));
    quint64 seed = 0;
    std::memcpy(&seed, bytes.constData(), sizeof(seed));
    return seed;
}

/// An object with the thread that it lives on.
template <typename Object>
struct Threaded
{
    std::unique_ptr<QThread> thread = std::make_unique<QThread>();
    std::unique_ptr<Object> object;

    /// `dispatcher` nullptr: Qt's own.
    Threaded(std::unique_ptr<Object> inhabitant, const QString &name,
             std::unique_ptr<QAbstractEventDispatcher> dispatcher = nullptr)
        : object(std::move(inhabitant))
    {
        thread->setObjectName(name);
        if (dispatcher) {
            thread->setEventDispatcher(dispatcher.release());
        }
        object->moveToThread(thread.get());
        thread->start();
    }
    Threaded(Threaded &&) noexcept = default;
    Threaded &operator=(Threaded &&) noexcept = default;
    ~Threaded()
    {
        if (thread) {
            thread->quit();
            thread->wait();
        }
    }
};

} // namespace

struct Server::Running
{
    ServerContext context;
    std::vector<Threaded<NetworkLoop>> loops;
    std::optional<Threaded<Acceptor>> acceptor;
    std::unique_ptr<WebSocketHub> hub;

    std::vector<NetworkLoop *> loopPointers()
    {
        std::vector<NetworkLoop *> pointers;
        for (Threaded<NetworkLoop> &loop : loops) {
            pointers.push_back(loop.object.get());
        }
        return pointers;
    }
};

Server::Server(ServerOptions options)
    : m_options(std::move(options))
{
}

Server::~Server()
{
    stop();
}

Result<void> Server::start()
{
#ifdef SIGPIPE
    // sendfile cannot be told otherwise that a client who left is no reason to die; Qt does the same, but only once it
    // has written to a socket itself.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    auto tls = tlsOf(m_options);
    if (!tls) {
        return failed(tls);
    }
    auto routes = RouteSet::make(m_options.routes);
    if (!routes) {
        return failed(routes);
    }
    PolicySetup setup{m_options.limits, m_options.allowedHosts, m_options.trustLoopback, m_options.spoolFolder,
                      m_options.authenticator};
    m_running.reset(new Running{
        {m_options.limits, std::move(*routes), std::move(setup), std::move(*tls), randomSeed()}, {}, {}, {}});
    auto started = startThreads();
    if (!started) {
        stop();
    }
    return started;
}

Result<void> Server::startThreads()
{
    const int cores = std::max(1, QThread::idealThreadCount());
    const int count = m_options.threads > 0 ? m_options.threads : std::min(mostThreads, cores);
    Result<void> begun;
    for (int index = 0; index < count && begun; ++index) {
        Threaded<NetworkLoop> &loop =
            m_running->loops.emplace_back(std::make_unique<NetworkLoop>(m_running->context, index),
                                          u"network %1"_s.arg(index), NetworkLoop::makeDispatcher());
        loop.object->mailbox().call([&] { begun = loop.object->begin(); });
    }
    if (!begun) {
        return begun;
    }
    m_running->hub = std::make_unique<WebSocketHub>(m_options.events, m_running->loopPointers());
    Acceptor &acceptor =
        *m_running->acceptor.emplace(std::make_unique<Acceptor>(m_running->loopPointers()), u"acceptor"_s).object;
    acceptor.mailbox().call([&] {
        begun = acceptor.begin(m_options.host, m_options.port);
        m_port = acceptor.serverPort();
    });
    return begun;
}

QString Server::url() const
{
    const bool isIpv6 = m_options.host.contains(u':');
    return (m_options.tlsCertificate.isEmpty() ? u"http://"_s : u"https://"_s) +
           (isIpv6 ? u'[' + m_options.host + u']' : m_options.host) + u':' + QString::number(m_port);
}

int Server::connectionCount() const
{
    return m_running ? m_running->context.counts->count() : 0;
}

void Server::stop()
{
    if (!m_running) {
        return;
    }
    m_running->context.isStopping = true;
    if (m_running->acceptor) {
        Acceptor *acceptor = m_running->acceptor->object.get();
        acceptor->mailbox().call([acceptor] { acceptor->close(); });
        m_running->acceptor.reset();
    }
    m_running->hub.reset();
    for (NetworkLoop *loop : m_running->loopPointers()) {
        loop->mailbox().call([loop] { loop->stopSoon(); });
    }
    if (!m_running->context.counts->waitForNone(m_options.limits.stop)) {
        qCWarning(logServer) << "connections that did not end in time are cut:" << connectionCount();
    }
    for (NetworkLoop *loop : m_running->loopPointers()) {
        loop->mailbox().call([loop] { loop->end(); });
    }
    m_running->context.pool.stop();
    for (NetworkLoop *loop : m_running->loopPointers()) {
        loop->mailbox().call([loop] { loop->clear(); });
    }
    m_running.reset();
    m_port = 0;
}

} // namespace kinframe::http

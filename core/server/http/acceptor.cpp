// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/acceptor.h"

#include "base/log.h"
#include "server/http/network_loop.h"

#include <QTimer>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

constexpr int backlog = 511;
// After the system refused, for example because this process has no descriptors left.
constexpr std::chrono::milliseconds pauseAfterFailure{200};

QHostAddress addressOf(const QString &host)
{
    if (host.isEmpty() || host == u"localhost"_s) {
        return QHostAddress(QHostAddress::LocalHost);
    }
    return QHostAddress(host);
}

} // namespace

Acceptor::Acceptor(std::vector<NetworkLoop *> loops)
    : m_loops(std::move(loops))
{
    m_mailbox.setParent(this); // goes to the thread with this
    setListenBacklogSize(backlog);
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(logServer).noquote() << "a connection could not be accepted:" << errorString();
        pauseAccepting();
        QTimer::singleShot(pauseAfterFailure, this, &QTcpServer::resumeAccepting);
    });
}

Result<void> Acceptor::begin(const QString &host, quint16 port)
{
    const QHostAddress address = addressOf(host);
    if (!address.isNull() && listen(address, port)) {
        return {};
    }
    if (!address.isNull() && serverError() == QAbstractSocket::AddressInUseError) {
        return fail(ErrorCode::PortInUse, {{u"port"_s, QString::number(port)}}, errorString());
    }
    return fail(ErrorCode::AddressUnavailable, {{u"address"_s, host}}, errorString());
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    const auto least = std::min_element(m_loops.begin(), m_loops.end(), [](const auto *left, const auto *right) {
        return left->load() < right->load();
    });
    (*least)->adopt(descriptor);
}

} // namespace kinframe::http

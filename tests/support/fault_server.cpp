// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_server.h"

#include "support/fault_connection.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>

namespace kinframe::test {

QByteArray Asked::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

FaultServer::FaultServer()
{
    std::promise<Started> promise;
    auto started = promise.get_future();
    m_thread = std::thread([this, promise = std::move(promise)]() mutable { run(std::move(promise)); });
    const auto [port, loop] = started.get();
    m_port = port;
    m_loop = loop;
}

FaultServer::~FaultServer()
{
    QMetaObject::invokeMethod(m_loop, "quit", Qt::QueuedConnection);
    m_thread.join();
}

void FaultServer::run(std::promise<Started> started)
{
    QEventLoop loop;
    QTcpServer listener;
    QObject::connect(&listener, &QTcpServer::newConnection, &listener, [this, &listener] {
        while (QTcpSocket *socket = listener.nextPendingConnection()) {
            auto *connection = new FaultConnection(*this, socket);
            connection->setParent(&listener);
        }
    });
    listener.listen(QHostAddress::LocalHost);
    started.set_value({listener.serverPort(), &loop});
    loop.exec();
}

void FaultServer::serve(const QByteArray &path, std::vector<Answer> answers)
{
    const std::scoped_lock lock(m_mutex);
    m_scripts[path] = {std::move(answers), {}};
}

QUrl FaultServer::url(const QByteArray &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromLatin1(path)));
}

std::vector<Asked> FaultServer::asked(const QByteArray &path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto script = m_scripts.find(path);
    return script == m_scripts.end() ? std::vector<Asked>() : script->second.asked;
}

int FaultServer::mostAtOnce() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mostOpen;
}

qint64 FaultServer::bytesSent() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sent;
}

Answer FaultServer::next(const Asked &asked)
{
    const std::scoped_lock lock(m_mutex);
    Script &script = m_scripts[asked.target];
    script.asked.push_back(asked);
    if (script.answers.empty()) {
        Answer unknown;
        unknown.status = 404;
        unknown.body = "nothing is scripted here";
        return unknown;
    }
    return script.answers.at(std::min(script.asked.size(), script.answers.size()) - 1);
}

void FaultServer::count(int open, qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_open += open;
    m_mostOpen = std::max(m_mostOpen, m_open);
    m_sent += bytes;
}

QByteArray testBytes(qsizetype count, quint32 seed)
{
    QByteArray bytes(count, Qt::Uninitialized);
    quint32 state = seed;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24U);
    }
    return bytes;
}

} // namespace kinframe::test

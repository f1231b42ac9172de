// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int answerWithinMs = 1000;
constexpr qint64 longestMessage = 1'000'000;
constexpr auto answer = "ok\n";

/// The same for every spelling of the folder, and for this user alone.
QString nameFor(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QDir(folder).absolutePath() : canonical;
    const QString whose = QDir::homePath() + u'\n' + path;
    const QByteArray hash = QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return u"kinframe-"_s + QString::fromLatin1(hash);
}

} // namespace

Instance::Instance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(folder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Instance::receive);
}

bool Instance::handOver(const QStringList &files) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerWithinMs)) {
        return false;
    }
    const QJsonObject message{{u"files"_s, QJsonArray::fromStringList(files)}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    // A window that hangs does not answer; then this start says that the library is busy.
    return socket.waitForReadyRead(answerWithinMs) && socket.readAll() == answer;
}

bool Instance::listen()
{
    // Qt would take the place of another one that listens.
    QLocalSocket other;
    other.connectToServer(m_name);
    return m_server.isListening() || (!other.waitForConnected(answerWithinMs) && m_server.listen(m_name));
}

bool Instance::listenAlone()
{
    if (m_server.isListening()) {
        return true;
    }
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void Instance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestMessage) {
                    socket->abort();
                }
                return;
            }
            const QJsonObject message = QJsonDocument::fromJson(socket->readLine(longestMessage)).object();
            socket->write(answer);
            socket->flush();
            Q_EMIT started(message.value("files"_L1).toVariant().toStringList());
        });
    }
}

} // namespace kinframe::ui

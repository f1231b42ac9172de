// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace kinframe::test {

/// One client's connection: reads requests and plays the scripted answers. The server's thread only.
class FaultConnection : public QObject
{
    Q_OBJECT

public:
    FaultConnection(FaultServer &server, QTcpSocket *socket);
    ~FaultConnection() override;

private:
    void read();
    [[nodiscard]] bool parse(Asked &asked);
    void begin(const Asked &asked);
    void applyRange(const Asked &asked);
    [[nodiscard]] QByteArray head() const;
    void pump();
    void send(QByteArray piece);
    void finish();
    void closeConnection();

    FaultServer &m_server;
    QTcpSocket *m_socket;
    QTimer m_drip;
    QByteArray m_input;
    Answer m_answer;
    QByteArray m_body; ///< as it goes over the wire
    QByteArray m_rangeHeader;
    qint64 m_sent = 0;
    bool m_answering = false;
    bool m_bodiless = false;
};

} // namespace kinframe::test

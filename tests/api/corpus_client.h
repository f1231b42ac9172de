// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer_reader.h"
#include "api/malformed_corpus.h"

#include <QObject>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

namespace kinframe::test {

/// Sends one hostile request over a connection of its own and judges what comes of it.
class CorpusClient : public QObject
{
    Q_OBJECT

public:
    /// `patienceMs`: how long the server may take to end the matter.
    CorpusClient(HostileRequest request, const QString &host, quint16 port, int patienceMs);

    [[nodiscard]] const HostileRequest &request() const { return m_request; }
    [[nodiscard]] const std::vector<int> &statuses() const { return m_answers.statuses(); }
    /// What the server did that it must not; empty where it did well.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void finished();

private:
    void send();
    void sendSlowly();
    void receive();
    void end();
    [[nodiscard]] bool hasEnough() const;

    HostileRequest m_request;
    QTcpSocket m_socket;
    QTimer m_patience;
    QTimer m_pace;
    AnswerReader m_answers;
    qsizetype m_sent = 0;
    bool m_isConnected = false;
    bool m_ranOut = false;
    bool m_isOver = false;
};

} // namespace kinframe::test

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/mailbox.h"

#include <QTcpServer>

#include <vector>

namespace kinframe::http {

class NetworkLoop;

/// Takes connections from the system and hands each to the network thread that has the fewest. Lives on a thread of its
/// own.
class Acceptor final : public QTcpServer
{
    Q_OBJECT

public:
    explicit Acceptor(std::vector<NetworkLoop *> loops);

    [[nodiscard]] Mailbox &mailbox() { return m_mailbox; }
    /// PortInUse or AddressUnavailable.
    [[nodiscard]] Result<void> begin(const QString &host, quint16 port);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::vector<NetworkLoop *> m_loops;
    Mailbox m_mailbox;
};

} // namespace kinframe::http

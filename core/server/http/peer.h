// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

namespace kinframe::http {

/// Who is at the other end of a connection. IPv4-mapped addresses are written as IPv4.
struct Peer
{
    /// The two ends as the system tells them.
    [[nodiscard]] static Peer of(const QHostAddress &remote, quint16 port, const QHostAddress &local, bool isTls);

    QHostAddress address;
    quint16 port = 0;
    QString addressText;      ///< of `address`
    QString localAddressText; ///< of the address of this computer that the connection came in on
    QByteArray countedAs;     ///< whose the requests without credentials are, for the rate
    bool isLoopback = false;
    bool isTls = false;
};

} // namespace kinframe::http

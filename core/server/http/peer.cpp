// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/peer.h"

namespace kinframe::http {
namespace {

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const QHostAddress ipv4(address.toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4 : address;
}

} // namespace

Peer Peer::of(const QHostAddress &remote, quint16 port, const QHostAddress &local, bool isTls)
{
    Peer peer;
    peer.address = plainAddress(remote);
    peer.port = port;
    peer.addressText = peer.address.toString();
    peer.localAddressText = plainAddress(local).toString();
    peer.countedAs = "address " + peer.addressText.toLatin1();
    peer.isLoopback = peer.address.isLoopback();
    peer.isTls = isTls;
    return peer;
}

} // namespace kinframe::http

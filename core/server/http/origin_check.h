// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/host_port.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>
#include <set>

namespace kinframe::http {

/// What the check needs of a request.
struct OriginFacts
{
    QByteArrayView host;                  ///< Host; empty where absent
    std::optional<QByteArrayView> origin; ///< Origin
    QString localAddress;                 ///< the address of this computer that the connection came in on
    bool tls = false;
    /// A bearer token or an x-api-key came along: no browser adds those by itself, so the Origin does not matter.
    bool hasKey = false;
};

enum class OriginVerdict {
    Allowed,
    BadHost,       ///< 400: absent or no host at all
    ForeignHost,   ///< 403: a name that is not ours, as after DNS rebinding
    ForeignOrigin, ///< 403: another site's page is asking
};

/// Holds requests to the names this computer is known by. Immutable, so any thread may use it.
class OriginCheck
{
public:
    /// Host names and addresses that are allowed besides the loopback ones and the address a connection came in on.
    explicit OriginCheck(const QStringList &hosts = {});

    [[nodiscard]] OriginVerdict check(const OriginFacts &facts) const;

private:
    [[nodiscard]] bool isOurs(const HostPort &host, const QString &localAddress) const;

    std::set<QByteArray> m_hosts;
};

} // namespace kinframe::http

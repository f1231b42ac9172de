// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>
#include <set>

namespace kinframe::http {

/// A Host header taken apart.
struct HostPort
{
    QByteArray host;             ///< lower case, without a last dot; addresses in their shortest form, without brackets
    bool isAddress = false;      ///< an IPv4 or IPv6 literal
    std::optional<quint16> port; ///< none where none was written

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// Nothing where it breaks the grammar: user info, a zone, an empty host, a port over 65535, …
[[nodiscard]] std::optional<HostPort> parseHostPort(QByteArrayView text);

/// Whether an address (as HostPort has it) is this computer's loopback, IPv4-mapped ones too.
[[nodiscard]] bool isLoopbackAddress(QByteArrayView address);

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

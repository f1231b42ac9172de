// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/origin_check.h"

#include "server/http/host_port.h"

namespace kinframe::http {
namespace {

constexpr quint16 httpPort = 80;
constexpr quint16 httpsPort = 443;

/// A configured name may come as a name, an address with or without brackets, or with a port.
std::optional<HostPort> parseConfigured(const QString &text)
{
    const QString name = text.trimmed();
    if (name.count(u':') > 1 && !name.startsWith(u'[')) {
        return parseHostPort(QByteArray('[' + name.toLatin1() + ']'));
    }
    return parseHostPort(asciiHost(name));
}

/// `Origin` is a scheme, a host and perhaps a port; pages without an origin of their own send `null`.
bool isSameOrigin(QByteArrayView origin, const HostPort &host, bool tls)
{
    constexpr QByteArrayView http("http://");
    constexpr QByteArrayView https("https://");
    const bool isHttps = origin.startsWith(https);
    if (!isHttps && (tls || !origin.startsWith(http))) {
        return false;
    }
    const std::optional<HostPort> theirs = parseHostPort(origin.sliced(isHttps ? https.size() : http.size()));
    const quint16 standardPort = isHttps ? httpsPort : httpPort;
    return theirs && theirs->host == host.host &&
           theirs->port.value_or(standardPort) == host.port.value_or(standardPort);
}

} // namespace

OriginCheck::OriginCheck(const QStringList &hosts)
{
    m_hosts.insert("localhost");
    for (const QString &host : hosts) {
        if (const std::optional<HostPort> parsed = parseConfigured(host)) {
            m_hosts.insert(parsed->host);
        }
    }
}

OriginVerdict OriginCheck::check(const OriginFacts &facts) const
{
    const std::optional<HostPort> host = parseHostPort(facts.host);
    if (!host) {
        return OriginVerdict::BadHost;
    }
    if (!isOurs(*host, facts.localAddress)) {
        return OriginVerdict::ForeignHost;
    }
    if (facts.origin && !facts.hasKey && !isSameOrigin(*facts.origin, *host, facts.tls)) {
        return OriginVerdict::ForeignOrigin;
    }
    return OriginVerdict::Allowed;
}

bool OriginCheck::isOurs(const HostPort &host, const QString &localAddress) const
{
    if (m_hosts.contains(host.host)) {
        return true;
    }
    return host.isAddress && (isLoopbackAddress(host.host) || host.host == canonicalAddress(localAddress));
}

} // namespace kinframe::http

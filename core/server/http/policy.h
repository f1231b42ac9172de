// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/authenticator.h"
#include "server/http/limits.h"
#include "server/http/origin_check.h"
#include "server/http/rate_limiter.h"
#include "server/http/refusal.h"
#include "server/http/route_set.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace kinframe::http {

struct PolicySetup
{
    Limits limits;
    QStringList hosts; ///< names and addresses of this server besides the loopback ones and the connection's own
    bool trustLoopback = false;
    QString spoolFolder;
    Authenticator *authenticator = nullptr; ///< outlives the policy; nullptr: nobody has credentials
};

/// What the policy says about a request, before a byte of its body is read.
struct Verdict
{
    std::optional<Refusal> refusal;
    QByteArray options; ///< not empty: the Allow of an answer to OPTIONS
    int route = -1;
    std::vector<QString> arguments;
    QueryString query;
    std::optional<accounts::Principal> principal;
    std::optional<RateVerdict> rate;
    qint64 bodyLimit = 0;
};

/// Holds every request to the rules that do not depend on what it is about. Any thread.
class Policy
{
public:
    Policy(PolicySetup setup, const RouteSet &routes);

    /// Sets `head.trustsLoopback`.
    [[nodiscard]] Verdict judge(Head &head);
    /// Counts what never becomes a request, for whoever sent it.
    [[nodiscard]] RateVerdict countNone(const Peer &peer);

private:
    [[nodiscard]] std::optional<Refusal> judgeOrigin(const Head &head, const Credentials &credentials) const;
    [[nodiscard]] std::optional<Refusal> judgePath(const Head &head, Verdict &verdict) const;
    [[nodiscard]] std::optional<Refusal> judgeUser(const Head &head, const Credentials &credentials,
                                                   Verdict &verdict) const;
    [[nodiscard]] std::optional<Refusal> judgeRate(const Head &head, Verdict &verdict);
    [[nodiscard]] std::optional<Refusal> judgeBody(const Head &head, Verdict &verdict) const;
    [[nodiscard]] std::optional<Refusal> judgeSpace(qint64 needed) const;
    [[nodiscard]] RateVerdict count(QByteArrayView key, const Peer &peer);

    PolicySetup m_setup;
    const RouteSet &m_routes;
    OriginCheck m_origins;
    RateLimiter m_rates;
};

} // namespace kinframe::http

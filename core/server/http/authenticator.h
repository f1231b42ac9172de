// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"
#include "server/http/head.h"

#include <QByteArray>

#include <vector>

namespace kinframe::http {

/// What a request's head offers to prove who asks; empty where it does not.
struct Credentials
{
    QByteArray bearer;               ///< `Authorization: Bearer …`, `x-immich-user-token` or `x-immich-session-token`
    QByteArray apiKey;               ///< `x-api-key`
    std::vector<QByteArray> cookies; ///< `immich_access_token` and `kinframe_token`: one of them may be stale

    [[nodiscard]] bool isEmpty() const { return bearer.isEmpty() && apiKey.isEmpty() && cookies.empty(); }
    /// Sent by a program, not added by a browser on its own: another site's page cannot cause it.
    [[nodiscard]] bool hasKey() const { return !bearer.isEmpty() || !apiKey.isEmpty(); }
};

[[nodiscard]] Credentials credentialsOf(const Head &head);

/// Tells who asks. Called on network threads, on every request: must answer within a millisecond or two.
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    /// Unauthorized where the credentials are missing, wrong or expired. Where `head.trustsLoopback` is set and there
    /// are none, the owner. A signed link may be recognised here too: the path and query are in the head.
    [[nodiscard]] virtual Result<accounts::Principal> authenticate(const Head &head) = 0;
};

} // namespace kinframe::http

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArrayView>

#include <memory>

namespace kinframe::http {

struct RateLimits
{
    int perMinute = 6000;     ///< 0: no limit
    int credentials = 16'384; ///< remembered at once; beyond it the longest unused is forgotten
};

/// The values of the X-RateLimit headers.
struct RateVerdict
{
    bool allowed = true;
    int limit = 0;
    int remaining = 0;
    qint64 resetSeconds = 0; ///< epoch seconds: from then on the oldest requests no longer count
    int retryAfter = 0;      ///< seconds until the next one can be allowed; 0 where this one was
};

/// Counts requests of the last 60 seconds per credential, to the second. A refused request does not count.
/// Any thread.
class RateLimiter
{
public:
    enum class Refusal { Allowed, Never };

    explicit RateLimiter(RateLimits limits = {}, Clock steady = steadyMs, Clock wall = wallMs);
    ~RateLimiter();
    RateLimiter(const RateLimiter &) = delete;
    RateLimiter &operator=(const RateLimiter &) = delete;

    /// `key` is the credential's id, or the client's address where it has none. Requests from this computer are
    /// counted with Refusal::Never.
    [[nodiscard]] RateVerdict count(QByteArrayView key, Refusal refusal = Refusal::Allowed);
    void setPerMinute(int perMinute);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kinframe::http

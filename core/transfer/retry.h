// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_message.h"

#include <chrono>
#include <optional>

namespace kinframe::transfer {

/// How often and when a thing that failed for now is tried again.
struct RetryPolicy
{
    int retries = 3;
    std::chrono::milliseconds firstDelay{1'000};
    std::chrono::milliseconds longestDelay{30'000};
    /// A server may ask for more patience than this; it is not given.
    std::chrono::milliseconds longestRetryAfter{300'000};

    /// Before the retry of that number (from 0). `jitter` is from [0, 1): it spreads those who failed together.
    [[nodiscard]] std::chrono::milliseconds delay(int retry, std::optional<std::chrono::milliseconds> retryAfter,
                                                  double jitter) const;
};

/// How long the server asks to be left alone, by its Retry-After in seconds or as a date; `nowMs` is wall time.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpHead &head, qint64 nowMs);

} // namespace kinframe::transfer

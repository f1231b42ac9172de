// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/retry.h"

namespace kinframe::transfer {

using std::chrono::milliseconds;

milliseconds RetryPolicy::delay(int retry, std::optional<milliseconds> asked, double jitter) const
{
    const qint64 doubled = firstDelay.count() << std::clamp(retry, 0, 20);
    const qint64 whole = std::min<qint64>(doubled, longestDelay.count());
    const auto own = milliseconds(whole / 2 + qint64(double(whole) / 2 * jitter));
    if (!asked) {
        return own;
    }
    const milliseconds patience = std::min(*asked, longestRetryAfter);
    // Everybody was told the same moment; coming a little later than it avoids a crowd.
    return std::max(own, patience + milliseconds(qint64(double(firstDelay.count()) * jitter)));
}

std::optional<milliseconds> retryAfter(const HttpHead &head, qint64 nowMs)
{
    const QByteArray value = head.header("Retry-After").trimmed();
    if (value.isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        // A year is as good as for ever, and cannot overflow.
        return milliseconds(std::clamp<qint64>(seconds, 0, 31'536'000) * 1000);
    }
    const auto date = httpDate(value);
    return date ? std::optional(milliseconds(std::max<qint64>(*date * 1000 - nowMs, 0))) : std::nullopt;
}

} // namespace kinframe::transfer

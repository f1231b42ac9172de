// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/retry_policy.h"

#include <algorithm>
#include <cmath>

namespace kinframe::jobs {
namespace {

constexpr double longestDelayMs = 15 * 60 * 1000;

qint64 delayBefore(const KindOptions &kind, int failures, double spread)
{
    const double grown = double(kind.retryDelay.count()) * std::pow(4.0, failures - 1);
    return qint64(std::min(grown, longestDelayMs) * (0.8 + 0.4 * spread));
}

} // namespace

bool canGetBetter(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::BadInput:
    case ErrorKind::NotFound:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
        return false;
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::Unavailable:
    case ErrorKind::NoSpace:
    case ErrorKind::Canceled:
    case ErrorKind::Internal:
        break;
    }
    return true;
}

qint64 timeoutOf(const KindOptions &kind, const Job &job)
{
    return kind.timeout.count() * (job.timeouts > 0 ? 2 : 1);
}

Sentence judge(const KindOptions &kind, Job job, Verdict verdict, const Error &error, qint64 now, double spread)
{
    if (verdict == Verdict::Release) {
        return {std::move(job), false};
    }
    if (verdict == Verdict::Crash) {
        job.error = error;
        return {std::move(job), true};
    }
    // It came back, so it is not what brought the program down.
    job.crashes = 0;
    int &counted = verdict == Verdict::Timeout ? job.timeouts : job.attempts;
    const int most = verdict == Verdict::Timeout ? kind.maxTimeouts : kind.maxAttempts;
    ++counted;
    job.error = error;
    job.runAt = now + delayBefore(kind, counted, spread);
    const bool isFinal = counted >= most || (verdict == Verdict::Attempt && !canGetBetter(error));
    return {std::move(job), isFinal};
}

} // namespace kinframe::jobs

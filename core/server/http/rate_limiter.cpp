// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/rate_limiter.h"

#include <QHash>

#include <array>
#include <atomic>
#include <list>
#include <mutex>

namespace kinframe::http {
namespace {

constexpr qint64 windowSeconds = 60;
/// Enough that the few network threads seldom meet at one lock.
constexpr std::size_t shardCount = 16;

/// The requests of the last 60 seconds, one slot for each.
struct Window
{
    QByteArray key;
    std::array<quint32, windowSeconds> counts{};
    qint64 newest = 0; ///< the second that the newest slot stands for
    qint64 oldest = 0; ///< before it nothing was counted that still counts
    qint64 total = 0;

    quint32 &slot(qint64 second) { return counts[static_cast<std::size_t>(second % windowSeconds)]; }

    void advance(qint64 second)
    {
        if (second <= newest) {
            return;
        }
        for (qint64 passed = std::max(newest + 1, second - windowSeconds + 1); passed <= second; ++passed) {
            total -= std::exchange(slot(passed), 0);
        }
        newest = second;
    }

    void add()
    {
        ++slot(newest);
        ++total;
    }

    /// The second from which on fewer than `count` of those counted now still count.
    qint64 fewerThan(qint64 count)
    {
        oldest = std::max(oldest, newest - windowSeconds + 1);
        while (oldest < newest && slot(oldest) == 0) {
            ++oldest;
        }
        qint64 left = total;
        for (qint64 second = oldest; second <= newest; ++second) {
            left -= slot(second);
            if (left < count) {
                return second + windowSeconds;
            }
        }
        return newest + windowSeconds;
    }
};

struct Shard
{
    std::mutex mutex;
    std::list<Window> windows; ///< the latest used first
    QHash<QByteArray, std::list<Window>::iterator> places;

    Window &windowOf(QByteArrayView key, qint64 second, qsizetype capacity)
    {
        if (const auto place = places.constFind(QByteArray::fromRawData(key.data(), key.size()));
            place != places.constEnd()) {
            windows.splice(windows.begin(), windows, *place);
            return windows.front();
        }
        if (places.size() >= capacity) {
            places.remove(windows.back().key);
            windows.pop_back();
        }
        windows.push_front(Window{.key = key.toByteArray(), .newest = second, .oldest = second});
        places.insert(windows.front().key, windows.begin());
        return windows.front();
    }
};

} // namespace

struct RateLimiter::State
{
    std::atomic<int> perMinute;
    qsizetype shardCapacity;
    Clock steady;
    Clock wall;
    std::array<Shard, shardCount> shards;
};

RateLimiter::RateLimiter(RateLimits limits, Clock steady, Clock wall)
    : m_state(std::make_unique<State>())
{
    m_state->perMinute = limits.perMinute;
    m_state->shardCapacity = std::max<qsizetype>(1, limits.credentials / static_cast<int>(shardCount));
    m_state->steady = std::move(steady);
    m_state->wall = std::move(wall);
}

RateLimiter::~RateLimiter() = default;

void RateLimiter::setPerMinute(int perMinute)
{
    m_state->perMinute = perMinute;
}

RateVerdict RateLimiter::count(QByteArrayView key, Refusal refusal)
{
    const int limit = m_state->perMinute;
    const qint64 second = m_state->steady() / 1000;
    Shard &shard = m_state->shards[qHash(key) % shardCount];
    const std::lock_guard lock(shard.mutex);
    Window &window = shard.windowOf(key, second, m_state->shardCapacity);
    window.advance(second);
    RateVerdict verdict;
    verdict.limit = limit;
    verdict.allowed = limit <= 0 || refusal == Refusal::Never || window.total < limit;
    if (verdict.allowed) {
        window.add();
    }
    verdict.remaining = static_cast<int>(std::max<qint64>(0, limit - window.total));
    const qint64 free = window.fewerThan(verdict.allowed ? window.total : limit);
    verdict.resetSeconds = m_state->wall() / 1000 + (free - window.newest);
    verdict.retryAfter = verdict.allowed ? 0 : static_cast<int>(free - window.newest);
    return verdict;
}

} // namespace kinframe::http

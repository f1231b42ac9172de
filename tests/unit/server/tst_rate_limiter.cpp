// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/rate_limiter.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace kinframe;
using namespace kinframe::http;
using Refusal = RateLimiter::Refusal;

namespace {

constexpr qint64 epochSeconds = 1'800'000'000;

/// A limiter whose time stands still until told.
struct Bench
{
    qint64 now = 500'000;
    RateLimiter limiter;

    explicit Bench(RateLimits limits)
        : limiter(
              limits, [this] { return now; }, [this] { return epochSeconds * 1000 + now - 500'000; })
    {
    }

    int allowedOf(int count, const QByteArray &key = "key")
    {
        int allowed = 0;
        for (int index = 0; index < count; ++index) {
            allowed += limiter.count(key).allowed ? 1 : 0;
        }
        return allowed;
    }
};

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesPastTheLimit();
    void forgetsAfterAMinute();
    void tellsWhenItAllowsAgain();
    void keepsCredentialsApart();
    void neverRefusesSome();
    void forgetsTheLongestUnused();
    void takesNewLimits();
    void survivesTimeGoingBack();
    void countsExactlyFromManyThreads();
};

void TestRateLimiter::refusesPastTheLimit()
{
    Bench bench({.perMinute = 3});
    QCOMPARE(bench.limiter.count("key").remaining, 2);
    QCOMPARE(bench.limiter.count("key").remaining, 1);
    const RateVerdict last = bench.limiter.count("key");
    QVERIFY(last.allowed);
    QCOMPARE(last.remaining, 0);
    QCOMPARE(last.limit, 3);
    QCOMPARE(last.resetSeconds, epochSeconds + 60);
    QCOMPARE(last.retryAfter, 0);
    const RateVerdict refused = bench.limiter.count("key");
    QVERIFY(!refused.allowed);
    QCOMPARE(refused.remaining, 0);
    QCOMPARE(refused.retryAfter, 60);
}

void TestRateLimiter::forgetsAfterAMinute()
{
    Bench bench({.perMinute = 3});
    QCOMPARE(bench.allowedOf(2), 2);
    bench.now += 30'000;
    QCOMPARE(bench.allowedOf(2), 1);
    bench.now += 29'999;
    QCOMPARE(bench.allowedOf(1), 0);
    bench.now += 1;
    QCOMPARE(bench.allowedOf(5), 2);
    bench.now += 30'000;
    QCOMPARE(bench.allowedOf(5), 1);
    bench.now += 3'600'000;
    QCOMPARE(bench.allowedOf(5), 3);
}

void TestRateLimiter::tellsWhenItAllowsAgain()
{
    Bench bench({.perMinute = 2});
    QCOMPARE(bench.allowedOf(1), 1);
    bench.now += 20'000;
    const RateVerdict second = bench.limiter.count("key");
    QCOMPARE(second.resetSeconds, epochSeconds + 60);
    bench.now += 10'000;
    const RateVerdict refused = bench.limiter.count("key");
    QVERIFY(!refused.allowed);
    QCOMPARE(refused.retryAfter, 30);
    QCOMPARE(refused.resetSeconds, epochSeconds + 60);
    bench.now += refused.retryAfter * 1000;
    QVERIFY(bench.limiter.count("key").allowed);
    QCOMPARE(bench.limiter.count("key").retryAfter, 20);
}

void TestRateLimiter::keepsCredentialsApart()
{
    Bench bench({.perMinute = 2});
    QCOMPARE(bench.allowedOf(5, "one"), 2);
    QCOMPARE(bench.allowedOf(5, "two"), 2);
}

void TestRateLimiter::neverRefusesSome()
{
    Bench bench({.perMinute = 2});
    for (int index = 0; index < 10; ++index) {
        QVERIFY(bench.limiter.count("key", Refusal::Never).allowed);
    }
    QCOMPARE(bench.limiter.count("key", Refusal::Never).remaining, 0);
    const RateVerdict refused = bench.limiter.count("key");
    QVERIFY(!refused.allowed);
    QCOMPARE(refused.retryAfter, 60);
}

void TestRateLimiter::forgetsTheLongestUnused()
{
    // One credential in each of the limiter's parts.
    Bench bench({.perMinute = 1, .credentials = 1});
    QCOMPARE(bench.allowedOf(2, "mine"), 1);
    for (int index = 0; index < 2000; ++index) {
        bench.allowedOf(1, QByteArray::number(index));
    }
    QCOMPARE(bench.allowedOf(2, "mine"), 1);
}

void TestRateLimiter::takesNewLimits()
{
    Bench bench({.perMinute = 1});
    QCOMPARE(bench.allowedOf(5), 1);
    bench.limiter.setPerMinute(4);
    QCOMPARE(bench.allowedOf(5), 3);
    bench.limiter.setPerMinute(2);
    QVERIFY(!bench.limiter.count("key").allowed);
    bench.limiter.setPerMinute(0);
    QCOMPARE(bench.allowedOf(100), 100);
}

void TestRateLimiter::survivesTimeGoingBack()
{
    Bench bench({.perMinute = 2});
    QCOMPARE(bench.allowedOf(2), 2);
    bench.now -= 400'000;
    QCOMPARE(bench.allowedOf(2), 0);
    bench.now = 0;
    QCOMPARE(bench.allowedOf(3, "other"), 2);
    bench.now = 60'000;
    QCOMPARE(bench.allowedOf(3, "other"), 2);
}

void TestRateLimiter::countsExactlyFromManyThreads()
{
    Bench bench({.perMinute = 6000});
    std::atomic<int> allowed = 0;
    std::vector<std::thread> threads;
    for (int index = 0; index < 4; ++index) {
        threads.emplace_back([&] { allowed += bench.allowedOf(5000); });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(allowed.load(), 6000);
}

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_rate_limiter.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/failure_limiter.h"
#include "accounts/passwords.h"
#include "accounts/token_cache.h"

#include <QTest>

#include <future>

using namespace kinframe;
using namespace kinframe::accounts;
using namespace Qt::StringLiterals;

class TestFailureLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someFailuresAreFree();
    void thePauseDoublesToAnHour();
    void aSuccessForgives();
    void peersAreApart();
    void itIsForgottenInTime();
    void itStaysBounded();
    void theCacheStaysBounded();
    void theCacheTakesNothingStale();
    void passwordsAreHashedWithTheirOwnSalt();
};

void TestFailureLimiter::someFailuresAreFree()
{
    qint64 now = 1000;
    FailureLimiter limiter([&] { return now; });
    for (int i = 0; i < 5; ++i) {
        limiter.failed(u"p"_s);
        QCOMPARE(limiter.waitFor(u"p"_s), 0);
    }
    limiter.failed(u"p"_s);
    QCOMPARE(limiter.waitFor(u"p"_s), 1000);
    now += 400;
    QCOMPARE(limiter.waitFor(u"p"_s), 600);
    now += 600;
    QCOMPARE(limiter.waitFor(u"p"_s), 0);
}

void TestFailureLimiter::thePauseDoublesToAnHour()
{
    FailureLimiter limiter([] { return 0; });
    for (int i = 0; i < 8; ++i) {
        limiter.failed(u"p"_s);
    }
    QCOMPARE(limiter.waitFor(u"p"_s), 4000);
    for (int i = 0; i < 1000; ++i) {
        limiter.failed(u"p"_s);
    }
    QCOMPARE(limiter.waitFor(u"p"_s), 3'600'000);
}

void TestFailureLimiter::aSuccessForgives()
{
    FailureLimiter limiter([] { return 0; });
    for (int i = 0; i < 8; ++i) {
        limiter.failed(u"p"_s);
    }
    limiter.succeeded(u"p"_s);
    QCOMPARE(limiter.waitFor(u"p"_s), 0);
    limiter.failed(u"p"_s);
    QCOMPARE(limiter.waitFor(u"p"_s), 0);
}

void TestFailureLimiter::peersAreApart()
{
    FailureLimiter limiter([] { return 0; });
    for (int i = 0; i < 8; ++i) {
        limiter.failed(u"bad"_s);
    }
    QVERIFY(limiter.waitFor(u"bad"_s) > 0);
    QCOMPARE(limiter.waitFor(u"good"_s), 0);
}

void TestFailureLimiter::itIsForgottenInTime()
{
    qint64 now = 0;
    FailureLimiter limiter([&] { return now; });
    for (int i = 0; i < 8; ++i) {
        limiter.failed(u"p"_s);
    }
    now += 24 * 3'600'000;
    limiter.failed(u"p"_s);
    QCOMPARE(limiter.waitFor(u"p"_s), 0);
}

void TestFailureLimiter::itStaysBounded()
{
    qint64 now = 0;
    FailureLimiter limiter([&] { return ++now; }, 100);
    const auto failOften = [&](const QString &peer) {
        for (int i = 0; i < 8; ++i) {
            limiter.failed(peer);
        }
    };
    for (int i = 0; i < 101; ++i) {
        failOften(QString::number(i));
    }
    // The one whose last failure is oldest had to go.
    QCOMPARE(limiter.waitFor(u"0"_s), 0);
    QVERIFY(limiter.waitFor(u"1"_s) > 0);
    QVERIFY(limiter.waitFor(u"100"_s) > 0);
}

void TestFailureLimiter::theCacheStaysBounded()
{
    TokenCache cache(3);
    for (int i = 0; i < 3; ++i) {
        cache.put(QByteArray::number(i), {}, cache.generation());
    }
    QVERIFY(cache.get("0"));
    cache.put("3", {}, cache.generation());
    QVERIFY(cache.get("0"));
    QVERIFY(!cache.get("1"));
    QVERIFY(cache.get("2"));
    QVERIFY(cache.get("3"));
}

void TestFailureLimiter::theCacheTakesNothingStale()
{
    TokenCache cache;
    TokenCache::Entry entry;
    entry.principal.userId = 7;
    const quint64 before = cache.generation();
    cache.forgetUser(7);
    cache.put("x", entry, before);
    QVERIFY(!cache.get("x"));
    cache.put("x", entry, cache.generation());
    QVERIFY(cache.get("x"));
    cache.forgetUser(8);
    QVERIFY(cache.get("x"));
    cache.forgetUser(7);
    QVERIFY(!cache.get("x"));
}

void TestFailureLimiter::passwordsAreHashedWithTheirOwnSalt()
{
    // At the cost of the product, once.
    Passwords passwords;
    const auto first = passwords.hash(u"correct horse"_s);
    const auto second = passwords.hash(u"correct horse"_s);
    QVERIFY(first && second);
    QVERIFY(first->startsWith(u"$argon2id$v=19$m=65536,t=2,p=1$"));
    QVERIFY(*first != *second);
    const auto isRight = [&](const QString &password, const QString &hash) {
        std::promise<bool> told;
        passwords.verifyLater(password, hash, [&](const Result<bool> &right) { told.set_value(right && *right); });
        return told.get_future().get();
    };
    QVERIFY(isRight(u"correct horse"_s, *first));
    QVERIFY(isRight(u"correct horse"_s, *second));
    QVERIFY(!isRight(u"Correct horse"_s, *first));
    QVERIFY(!isRight(u"correct horse"_s, {}));
    QVERIFY(!isRight(u"correct horse"_s, u"not a hash"_s));
}

QTEST_GUILESS_MAIN(TestFailureLimiter)
#include "tst_failure_limiter.moc"

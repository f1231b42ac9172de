// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/speed_limit.h"

#include <QTest>

#include <numeric>

using kinframe::transfer::SpeedLimit;

namespace {

constexpr qint64 piece = 16 * 1024;

/// Takes pieces whenever it may from `from` to `to`, sleeping as long as it is told to; the bytes of each 100 ms.
std::vector<qint64> run(SpeedLimit &limit, qint64 from, qint64 to)
{
    std::vector<qint64> taken(size_t((to - from) / 100));
    for (qint64 now = from; now < to;) {
        if (limit.mayTake(now)) {
            limit.took(piece);
            taken.at(size_t((now - from) / 100)) += piece;
        } else {
            now += limit.waitMs(now);
        }
    }
    return taken;
}

qint64 sum(const std::vector<qint64> &values)
{
    return std::accumulate(values.begin(), values.end(), qint64(0));
}

} // namespace

class TestSpeedLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALimit();
    void soManyASecond_data();
    void soManyASecond();
    void smooth();
    void idleTimeIsNotMadeUpFor();
    void aSlowLimitStillGives();
    void changes();
};

void TestSpeedLimit::withoutALimit()
{
    SpeedLimit limit;
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(limit.mayTake(5));
        limit.took(1'000'000'000);
    }
    QCOMPARE(limit.waitMs(5), 0);
}

void TestSpeedLimit::soManyASecond_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::newRow("slow") << qint64(50'000);
    QTest::newRow("usual") << qint64(2'000'000);
    QTest::newRow("fast") << qint64(200'000'000);
}

void TestSpeedLimit::soManyASecond()
{
    QFETCH(qint64, rate);
    SpeedLimit limit;
    limit.set(rate, 1000);
    const qint64 taken = sum(run(limit, 1000, 21'000));
    // But for the last portion, of a fiftieth of a second.
    QVERIFY2(qAbs(taken - rate * 20) <= rate / 50 + 2 * piece, qPrintable(QString::number(taken)));
}

void TestSpeedLimit::smooth()
{
    SpeedLimit limit;
    limit.set(10'000'000, 0);
    for (const qint64 taken : run(limit, 0, 5000)) {
        // A tenth of a second's share, but for the pieces and portions at its edges.
        QVERIFY2(taken > 700'000 && taken < 1'300'000, qPrintable(QString::number(taken)));
    }
}

void TestSpeedLimit::idleTimeIsNotMadeUpFor()
{
    SpeedLimit limit;
    limit.set(1'000'000, 0);
    run(limit, 0, 1000);
    // An hour of nothing, then no more than a tenth of a second above the limit.
    const qint64 taken = sum(run(limit, 3'600'000, 3'601'000));
    QVERIFY2(taken <= 1'000'000 + 100'000 + 2 * piece, qPrintable(QString::number(taken)));
}

void TestSpeedLimit::aSlowLimitStillGives()
{
    SpeedLimit limit;
    limit.set(1, 0);
    QVERIFY(!limit.mayTake(0));
    QVERIFY(limit.waitMs(0) > 0);
    QVERIFY(limit.mayTake(1));
    limit.took(piece);
    QVERIFY(!limit.mayTake(piece * 1000 - 10));
    QVERIFY(limit.mayTake(piece * 1000 + 10));
}

void TestSpeedLimit::changes()
{
    SpeedLimit limit;
    limit.set(1000, 0);
    QVERIFY(limit.mayTake(1));
    limit.took(1'000'000);
    QVERIFY(limit.waitMs(1) > 900'000);
    // What is owed to a slow time is not waited for in a fast one, nor the other way.
    limit.set(1'000'000, 1);
    QVERIFY(limit.waitMs(1) <= 200);
    limit.set(0, 2);
    QVERIFY(limit.mayTake(2));
}

QTEST_APPLESS_MAIN(TestSpeedLimit)
#include "tst_speed_limit.moc"

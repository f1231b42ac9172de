// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/chunk_plan.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestChunkPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void everyFrameComesToItsTurn();
    void whoComesFirst();
    void ownersTakeTurns();
    void whoMakesRoomForWhom();
    void whatAConfigurationHasIsNotAskedFor();
    void whatIsAskedForAndNotThere();
    void roomBesideOthers();
};

void TestChunkPlan::sizes_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("places");
    QTest::addColumn<double>("startup");
    QTest::addColumn<double>("each");
    QTest::addColumn<bool>("othersWait");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("one frame") << 1 << 1 << 0.0 << 0.0 << false << 1 << 1;
    QTest::newRow("nothing is known yet") << 1000 << 1 << 0.0 << 0.0 << false << 20 << 1000;
    QTest::newRow("as many as there are places") << 4 << 4 << 0.0 << 0.0 << false << 1 << 1;
    // A second to start, a hundredth for a frame: thousands would be worth it.
    QTest::newRow("light frames in one place") << 5000 << 1 << 1000.0 << 12.0 << false << 500 << 5000;
    QTest::newRow("light frames, few left") << 20 << 1 << 1000.0 << 12.0 << false << 20 << 20;
    QTest::newRow("heavy frames") << 100 << 1 << 1000.0 << 3'600'000.0 << false << 1 << 1;
    QTest::newRow("frames of a minute, others wait") << 100 << 1 << 1000.0 << 60'000.0 << true << 1 << 2;
    QTest::newRow("frames of a minute, alone") << 100 << 1 << 1000.0 << 60'000.0 << false << 5 << 10;
    QTest::newRow("the end is shared") << 10 << 5 << 1000.0 << 10'000.0 << false << 1 << 2;
}

void TestChunkPlan::sizes()
{
    QFETCH(const int, left);
    QFETCH(const int, places);
    QFETCH(const double, startup);
    QFETCH(const double, each);
    QFETCH(const bool, othersWait);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const int size = chunkSize(left, places, {startup, each}, othersWait);
    QVERIFY2(size >= least && size <= most, qPrintable(QString::number(size)));
}

void TestChunkPlan::everyFrameComesToItsTurn()
{
    for (const double each : {0.0, 3.0, 500.0, 100'000.0}) {
        for (const int places : {1, 3, 64}) {
            int left = 777;
            for (int chunks = 0; left > 0; ++chunks) {
                QVERIFY(chunks < 777);
                const int size = chunkSize(left, places, {1000, each}, false);
                QVERIFY(size >= 1 && size <= left);
                left -= size;
            }
        }
    }
}

void TestChunkPlan::whoComesFirst()
{
    const std::vector<Candidate> candidates{{1, 10, 5}, {2, 10, 5}, {3, 20, 5}, {4, 20, 9}, {5, 30, 0}};
    const auto ids = [&](const QHash<qint64, int> &cores) {
        QList<qint64> order;
        for (const Candidate &candidate : inTurn(candidates, cores)) {
            order += candidate.taskId;
        }
        return order;
    };
    QCOMPARE(ids({}), (QList<qint64>{4, 1, 2, 3, 5}));
    QCOMPARE(ids({{10, 8}}), (QList<qint64>{4, 3, 1, 2, 5}));
    QCOMPARE(ids({{10, 8}, {20, 9}}), (QList<qint64>{4, 1, 2, 3, 5}));
}

void TestChunkPlan::ownersTakeTurns()
{
    std::vector<Candidate> candidates{{1, 10, 5, 7}, {2, 10, 5, 7}, {3, 20, 5, 6}, {4, 30, 5, 0}, {5, 30, 4, 0}};
    QList<qint64> order;
    for (const Candidate &candidate : inTurn(candidates, {})) {
        order += candidate.taskId;
    }
    QCOMPARE(order, (QList<qint64>{4, 3, 1, 2, 5}));
}

void TestChunkPlan::whoMakesRoomForWhom()
{
    const Candidate running{1, 10, 5, 0};
    QVERIFY(makesRoomFor(running, {2, 20, 5, 0}));
    QVERIFY(makesRoomFor(running, {2, 10, 6, 0}));
    QVERIFY(makesRoomFor(running, {2, 20, 6, 0}));
    QVERIFY(!makesRoomFor(running, {2, 10, 5, 0}));
    QVERIFY(!makesRoomFor(running, {2, 20, 4, 0}));
    QVERIFY(!makesRoomFor(running, running));
}

void TestChunkPlan::whatAConfigurationHasIsNotAskedFor()
{
    Task task;
    task.hardware = usualHardware().front(); // 8 cores, 16 GB
    const Needs here{2, 8000, 0};
    const Fitted fit = fitted(task, {here, here, here});
    QVERIFY(fit.fits);
    QVERIFY(!fit.notice);
    QCOMPARE(fit.needs.cores, 2);
    QCOMPARE(fit.needs.memoryMb, 8000);
    const Needs large{64, 256'000, 4};
    QCOMPARE(fitted(task, {large, large, large}).needs.cores, 8);
    QCOMPARE(fitted(task, {large, large, large}).needs.memoryMb, 16 * 1024);
}

void TestChunkPlan::whatIsAskedForAndNotThere()
{
    Task task;
    task.request.ram = 64;
    const Needs here{2, 8000, 0};
    const Fitted tooMuch = fitted(task, {here, here, here});
    QVERIFY(!tooMuch.fits);
    QCOMPARE(tooMuch.notice->code, ErrorCode::RunnerTooSmall);
    QCOMPARE(tooMuch.notice->fact(u"ram"_s), u"64"_s);
    QCOMPARE(tooMuch.needs.memoryMb, 8000);
    task.request.ram = 4;
    QVERIFY(fitted(task, {here, here, here}).fits);
    task.request.gpus = 1;
    QVERIFY(!fitted(task, {here, here, here}).fits);
    QCOMPARE(fitted(task, {here, here, here}).needs.gpus, 0);
}

void TestChunkPlan::roomBesideOthers()
{
    const Needs total{4, 16'000, 1};
    const auto room = [&](const Needs &free, const Needs &wanted) { return isFree({total, free, total}, wanted); };
    QVERIFY(room(total, {4, 16'000, 1}));
    // All the memory, though the system itself has some of it: alone, it may.
    QVERIFY(room({4, 15'000, 1}, {4, 16'000, 1}));
    QVERIFY(!room({3, 15'000, 1}, {4, 1000, 0}));
    QVERIFY(!room({3, 1000, 1}, {1, 2000, 0}));
    QVERIFY(room({3, 2000, 0}, {1, 2000, 0}));
    QVERIFY(!room({3, 2000, 0}, {1, 1000, 1}));
    QVERIFY(!room({-4, 2000, 0}, {1, 0, 0}));
}

QTEST_GUILESS_MAIN(TestChunkPlan)
#include "tst_chunk_plan.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/split_plan.h"

#include <QTest>

using namespace kinframe::transfer;

namespace {

constexpr qint64 mega = 1024 * 1024;
constexpr qint64 size = 1000 * mega;

} // namespace

class TestSplitPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterALookAtTheSpeed();
    void notWhatIsHereSoon();
    void notSmallFiles();
    void oneMeansNever();
    void theEndIsSharedToo();
    void whereThereIsNoPlace();
    void whatTheServerWants();
    void piecesBecomeSmaller();
    void slowPiecesAreSmall();
};

void TestSplitPlan::afterALookAtTheSpeed()
{
    SplitPlan plan({});
    QVERIFY(!plan.wantsMore(5000, 0, size, 1));
    plan.begin(5000, 0);
    QVERIFY(!plan.wantsMore(5100, mega, size, 1));
    QVERIFY(plan.wantsMore(5250, 2 * mega, size, 1));
    QVERIFY(plan.wantsMore(5250, 2 * mega, size, 5));
    QVERIFY(!plan.wantsMore(5250, 2 * mega, size, 6));
}

void TestSplitPlan::notWhatIsHereSoon()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    // 1000 MB of which 500 came in half a second: the rest takes as long.
    QVERIFY(!plan.wantsMore(500, 500 * mega, size, 1));
    QVERIFY(plan.wantsMore(500, 300 * mega, size, 1));
}

void TestSplitPlan::notSmallFiles()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    QVERIFY(!plan.wantsMore(1000, 1000, 31 * mega, 1));
    QVERIFY(plan.wantsMore(1000, 1000, 32 * mega, 1));
}

void TestSplitPlan::oneMeansNever()
{
    SplitPolicy policy;
    policy.ranges = 1;
    SplitPlan plan(policy);
    plan.begin(0, 0);
    QVERIFY(!plan.wantsMore(1000, 1000, size, 1));
}

void TestSplitPlan::theEndIsSharedToo()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    // Six together bring in no time what one alone would take long for.
    QVERIFY(!plan.wantsMore(1000, 900 * mega, size, 1));
    plan.split();
    QVERIFY(plan.wantsMore(1000, 900 * mega, size, 1));
    QVERIFY(!plan.wantsMore(1000, 900 * mega, size, 6));
}

void TestSplitPlan::whereThereIsNoPlace()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    plan.noPlace(1001);
    QVERIFY(!plan.wantsMore(1400, 9 * mega, size, 1));
    QVERIFY(plan.wantsMore(1501, 9 * mega, size, 1));
}

void TestSplitPlan::whatTheServerWants()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    plan.limit(2);
    QVERIFY(plan.wantsMore(1000, mega, size, 1));
    QVERIFY(!plan.wantsMore(1000, mega, size, 2));
    plan.limit(0);
    QVERIFY(!plan.wantsMore(1000, mega, size, 1));
}

void TestSplitPlan::piecesBecomeSmaller()
{
    const SplitPlan plan({});
    QCOMPARE(plan.pieceOf(1000 * mega), 16 * mega);
    QCOMPARE(plan.pieceOf(60 * mega), 5 * mega);
    QCOMPARE(plan.pieceOf(mega), mega);
    QCOMPARE(plan.keptOf(60 * mega, true), 10 * mega);
    QCOMPARE(plan.keptOf(6000 * mega, true), 64 * mega);
    QCOMPARE(plan.keptOf(60 * mega, false), 30 * mega);
    QVERIFY(plan.mayTakeFrom(2 * mega));
    QVERIFY(!plan.mayTakeFrom(2 * mega - 1));
}

void TestSplitPlan::slowPiecesAreSmall()
{
    SplitPlan plan({});
    plan.begin(0, 0);
    // Half a MB a second: five seconds of it.
    QVERIFY(plan.wantsMore(4000, 2 * mega, size, 1));
    QCOMPARE(plan.pieceOf(900 * mega), 5 * mega / 2);
    // With five that are as fast together each has a fifth of it, but not less than the least.
    QVERIFY(plan.wantsMore(8000, 4 * mega, size, 5));
    QCOMPARE(plan.pieceOf(900 * mega), mega);
}

QTEST_APPLESS_MAIN(TestSplitPlan)
#include "tst_split_plan.moc"

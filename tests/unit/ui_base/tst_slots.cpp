// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/slots.h"

#include <QTest>

using namespace kinframe::ui;

class TestSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsToWhatIsInView();
    void growsBySteps();
    void keepsWhatStaysInView();
    void emptiesWhatIsTooMuch();
    void followsItsItems();
    void forgets();
};

void TestSlots::growsToWhatIsInView()
{
    Slots inUse;
    const Slots::Change change = inUse.show({10, 13});
    QCOMPARE(change.added, 4);
    QVERIFY(change.changed.empty());
    QCOMPARE(inUse.slotOf(12), 2);
    QCOMPARE(inUse.slotOf(14), -1);
}

void TestSlots::growsBySteps()
{
    Slots inUse;
    Slots::Change change = inUse.show({10, 19}, 4);
    QCOMPARE(change.added, 4);
    QVERIFY(change.isShort);
    QCOMPARE(inUse.slotOf(13), 3);
    change = inUse.show({10, 19}, 6);
    QCOMPARE(change.added, 6);
    QVERIFY(!change.isShort && change.changed.empty());
    QCOMPARE(inUse.slotOf(19), 9);
}

void TestSlots::keepsWhatStaysInView()
{
    Slots inUse;
    (void)inUse.show({0, 5});
    const Slots::Change change = inUse.show({2, 7});
    QCOMPARE(change.added, 0);
    QCOMPARE(change.changed, (std::vector<int>{0, 1}));
    for (int item = 2; item <= 5; ++item) {
        QCOMPARE(inUse.itemOf(item), item);
    }
    QCOMPARE(inUse.itemOf(0), 6);
    QCOMPARE(inUse.itemOf(1), 7);
}

void TestSlots::emptiesWhatIsTooMuch()
{
    Slots inUse;
    (void)inUse.show({0, 5});
    const Slots::Change fewer = inUse.show({4, 4});
    QCOMPARE(fewer.changed.size(), 5U);
    QCOMPARE(inUse.size(), 6);
    QCOMPARE(inUse.itemOf(4), 4);
    QVERIFY(inUse.show({4, 4}).changed.empty()); // empty ones are not told again
    QVERIFY(inUse.show({0, -1}).changed.size() == 1);
}

void TestSlots::followsItsItems()
{
    Slots inUse;
    (void)inUse.show({0, 3});
    inUse.follow({1, -1, 2, 9}); // one came above, one is gone
    const Slots::Change change = inUse.show({0, 3});
    QCOMPARE(inUse.itemOf(0), 1);
    QCOMPARE(inUse.itemOf(2), 2);
    QCOMPARE(change.changed, (std::vector<int>{1, 3})); // only those that show another one
    QCOMPARE(change.added, 0);
}

void TestSlots::forgets()
{
    Slots inUse;
    (void)inUse.show({0, 2});
    inUse.forget();
    QCOMPARE(inUse.slotOf(1), -1);
    QCOMPARE(inUse.show({0, 2}).changed.size(), 3U);
}

QTEST_APPLESS_MAIN(TestSlots)
#include "tst_slots.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/progress.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskLastsAsLongAsItsScope();
    void publishesFiveTimesASecondAtMost();
    void knowsSpeedAndTimeLeft();
    void unknownTotalsHaveNoTimeLeft();
    void cancels();
    void movesKeepOneTask();
};

void TestProgress::aTaskLastsAsLongAsItsScope()
{
    EventBus bus;
    ProgressRegistry registry(bus);
    std::vector<Event> events;
    const auto subscription = bus.subscribe([&](const Event &event) { events.push_back(event); });
    const QUuid user = QUuid::createUuid();
    {
        ScopedTask task = registry.begin(
            {.kind = u"import"_s, .title = u"importing"_s, .facts = {{u"path"_s, u"/a"_s}}, .total = 3, .user = user});
        task.advance();
        QCOMPARE(registry.snapshot().size(), 1U);
        QCOMPARE(registry.snapshot()[0].done, 1);
        QCOMPARE(registry.snapshot()[0].id, task.id());
    }
    QVERIFY(registry.snapshot().empty());
    QVERIFY(events.size() >= 2);
    QCOMPARE(events.front().type, u"job.progress"_s);
    QCOMPARE(events.front().user, user);
    QCOMPARE(events.front().details.value(u"facts"_s).toObject().value(u"path"_s).toString(), u"/a"_s);
    QVERIFY(!events.front().details.value(u"ended"_s).toBool());
    QVERIFY(events.back().details.value(u"ended"_s).toBool());
    QCOMPARE(events.back().details.value(u"done"_s).toInt(), 1);
}

void TestProgress::publishesFiveTimesASecondAtMost()
{
    EventBus bus;
    qint64 now = 1000;
    ProgressRegistry registry(bus, [&] { return now; });
    int events = 0;
    const auto subscription = bus.subscribe([&](const Event &) { ++events; });
    ScopedTask task = registry.begin({.kind = u"k"_s, .total = 1000});
    QCOMPARE(events, 1);
    for (int i = 0; i < 1000; ++i) {
        ++now;
        task.advance();
    }
    QCOMPARE(events, 6);
    QCOMPARE(registry.snapshot()[0].done, 1000);
}

void TestProgress::knowsSpeedAndTimeLeft()
{
    EventBus bus;
    qint64 now = 0;
    ProgressRegistry registry(bus, [&] { return now; });
    ScopedTask task = registry.begin({.kind = u"k"_s, .total = 1000});
    for (int i = 0; i < 30; ++i) {
        now += 1000;
        task.advance(10);
    }
    const TaskState steady = registry.snapshot()[0];
    QCOMPARE(steady.perSecond, 10.0);
    QCOMPARE(*steady.secondsLeft, 70.0);
    // Ten times as fast for long enough is what counts in the end.
    for (int i = 0; i < 6; ++i) {
        now += 1000;
        task.advance(100);
    }
    const TaskState faster = registry.snapshot()[0];
    QVERIFY(faster.perSecond > 50 && faster.perSecond < 100);
    QVERIFY(*faster.secondsLeft < 2.0);
}

void TestProgress::unknownTotalsHaveNoTimeLeft()
{
    EventBus bus;
    qint64 now = 0;
    ProgressRegistry registry(bus, [&] { return now; });
    ScopedTask task = registry.begin({.kind = u"k"_s});
    now += 1000;
    task.advance(10);
    QCOMPARE(registry.snapshot()[0].total, -1);
    QVERIFY(!registry.snapshot()[0].secondsLeft);
    QVERIFY(!registry.snapshot()[0].toJson().contains(u"secondsLeft"_s));
}

void TestProgress::cancels()
{
    EventBus bus;
    ProgressRegistry registry(bus);
    int canceled = 0;
    ScopedTask task = registry.begin({.kind = u"k"_s, .cancel = [&] { ++canceled; }});
    const ScopedTask other = registry.begin({.kind = u"k"_s});
    QVERIFY(registry.cancel(task.id()));
    QCOMPARE(canceled, 1);
    QVERIFY(registry.snapshot()[0].canCancel);
    QVERIFY(!registry.cancel(other.id()));
    QVERIFY(!registry.cancel(QUuid::createUuid()));
}

void TestProgress::movesKeepOneTask()
{
    EventBus bus;
    ProgressRegistry registry(bus);
    ScopedTask first = registry.begin({.kind = u"a"_s});
    ScopedTask second = std::move(first);
    QCOMPARE(registry.snapshot().size(), 1U);
    second = registry.begin({.kind = u"b"_s});
    QCOMPARE(registry.snapshot().size(), 1U);
    QCOMPARE(registry.snapshot()[0].kind, u"b"_s);
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/events.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyListens();
    void whoStoppedListeningHearsNothing();
    void aHandleMayOutliveTheBus();
    void everyoneHearsEverythingInOrder();
    void noCallAfterTheEndOfASubscription();
};

void TestEvents::nobodyListens()
{
    EventBus bus;
    bus.publish({u"asset.added"_s, QUuid::createUuid(), {}, {}});
}

void TestEvents::whoStoppedListeningHearsNothing()
{
    EventBus bus;
    int first = 0;
    int second = 0;
    auto leaving = bus.subscribe([&](const Event &) { ++first; });
    const auto staying = bus.subscribe([&](const Event &) { ++second; });
    bus.publish({u"one"_s, {}, {}, {}});
    leaving.reset();
    bus.publish({u"two"_s, {}, {}, {}});
    QCOMPARE(first, 1);
    QCOMPARE(second, 2);
}

void TestEvents::aHandleMayOutliveTheBus()
{
    std::unique_ptr<EventBus::Subscription> handle;
    {
        EventBus bus;
        handle = bus.subscribe([](const Event &) {});
    }
    handle.reset();
}

void TestEvents::everyoneHearsEverythingInOrder()
{
    EventBus bus;
    QStringList first;
    QList<Event> second;
    const auto one = bus.subscribe([&](const Event &event) { first += event.type; });
    const auto two = bus.subscribe([&](const Event &event) { second += event; });
    const QUuid id = QUuid::createUuid();
    const QUuid user = QUuid::createUuid();
    bus.publish({u"asset.added"_s, id, user, {{u"count"_s, 3}}});
    bus.publish({u"asset.processed"_s, id, user, {}});
    QCOMPARE(first, QStringList({u"asset.added"_s, u"asset.processed"_s}));
    QCOMPARE(second.size(), 2);
    QCOMPARE(second[0].id, id);
    QCOMPARE(second[0].user, user);
    QCOMPARE(second[0].details.value("count"_L1).toInt(), 3);
}

void TestEvents::noCallAfterTheEndOfASubscription()
{
    EventBus bus;
    std::atomic<bool> publishing = true;
    std::jthread publisher([&] {
        while (publishing) {
            bus.publish({u"tick"_s, {}, {}, {}});
        }
    });
    for (int i = 0; i < 500; ++i) {
        // On the heap, so that the sanitizers see a call that comes too late.
        auto alive = std::make_unique<std::atomic<int>>(0);
        auto subscription = bus.subscribe([heard = alive.get()](const Event &) { ++*heard; });
        subscription.reset();
        const int heard = *alive;
        std::this_thread::yield();
        QCOMPARE(alive->load(), heard);
    }
    publishing = false;
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"

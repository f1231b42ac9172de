// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bounded_queue.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace kinframe;

class TestBoundedQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedQueueTakesNothing();
    void closingWakesWhoWaitsToTake();
    void closingWakesWhoWaitsForRoom();
    void stoppingWakesWhoWaitsToTake();
    void stoppingWakesWhoWaitsForRoom();
    void aStoppedTokenTakesNothingOut();
    void keepsTheOrder();
    void holdsThingsThatOnlyMove();
    void neverHoldsMoreThanItsCapacity();
};

void TestBoundedQueue::aClosedQueueTakesNothing()
{
    BoundedQueue<int> queue(2);
    QVERIFY(queue.push(1));
    queue.close();
    queue.close();
    QVERIFY(!queue.push(2));
    QCOMPARE(queue.pop(), 1);
    QCOMPARE(queue.pop(), std::nullopt);
    QCOMPARE(queue.pop(), std::nullopt);
}

void TestBoundedQueue::closingWakesWhoWaitsToTake()
{
    BoundedQueue<int> queue(1);
    std::atomic<int> empty = 0;
    std::vector<std::jthread> takers;
    for (int i = 0; i < 3; ++i) {
        takers.emplace_back([&] { empty += queue.pop() ? 0 : 1; });
    }
    queue.close();
    takers.clear();
    QCOMPARE(empty.load(), 3);
}

void TestBoundedQueue::closingWakesWhoWaitsForRoom()
{
    BoundedQueue<int> queue(1);
    QVERIFY(queue.push(1));
    std::atomic<int> refused = 0;
    std::vector<std::jthread> givers;
    for (int i = 0; i < 3; ++i) {
        givers.emplace_back([&] { refused += queue.push(2) ? 0 : 1; });
    }
    queue.close();
    givers.clear();
    QCOMPARE(refused.load(), 3);
    QCOMPARE(queue.pop(), 1);
    QCOMPARE(queue.pop(), std::nullopt);
}

void TestBoundedQueue::stoppingWakesWhoWaitsToTake()
{
    BoundedQueue<int> queue(1);
    std::stop_source stop;
    std::optional<int> taken = 1;
    std::jthread taker([&] { taken = queue.pop(stop.get_token()); });
    stop.request_stop();
    taker.join();
    QCOMPARE(taken, std::nullopt);
    QVERIFY(queue.push(5));
}

void TestBoundedQueue::stoppingWakesWhoWaitsForRoom()
{
    BoundedQueue<int> queue(1);
    QVERIFY(queue.push(1));
    std::stop_source stop;
    bool pushed = true;
    std::jthread giver([&] { pushed = queue.push(2, stop.get_token()); });
    stop.request_stop();
    giver.join();
    QVERIFY(!pushed);
    QCOMPARE(queue.pop(), 1);
}

void TestBoundedQueue::aStoppedTokenTakesNothingOut()
{
    BoundedQueue<int> queue(1);
    QVERIFY(queue.push(1));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(queue.pop(stop.get_token()), std::nullopt);
    QVERIFY(!queue.push(2, stop.get_token()));
    QCOMPARE(queue.pop(), 1);
}

void TestBoundedQueue::keepsTheOrder()
{
    constexpr int count = 10'000;
    BoundedQueue<int> queue(3);
    std::jthread giver([&] {
        for (int i = 0; i < count; ++i) {
            queue.push(i);
        }
        queue.close();
    });
    int expected = 0;
    while (const auto value = queue.pop()) {
        QCOMPARE(*value, expected++);
    }
    QCOMPARE(expected, count);
}

void TestBoundedQueue::holdsThingsThatOnlyMove()
{
    BoundedQueue<std::unique_ptr<int>> queue(1);
    QVERIFY(queue.push(std::make_unique<int>(7)));
    const auto value = queue.pop();
    QVERIFY(value);
    QCOMPARE(**value, 7);
}

void TestBoundedQueue::neverHoldsMoreThanItsCapacity()
{
    constexpr int capacity = 4;
    constexpr int givers = 3;
    constexpr int each = 5000;
    BoundedQueue<int> queue(capacity);
    std::atomic<int> given = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < givers; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < each; ++n) {
                queue.push(n);
                ++given;
            }
        });
    }
    int taken = 0;
    int most = 0;
    while (taken < givers * each) {
        // Counted before the next is taken: all that was given and not taken lies in the queue now.
        most = std::max(most, given.load() - taken);
        QVERIFY(queue.pop());
        ++taken;
    }
    QVERIFY2(most <= capacity, qPrintable(QString::number(most)));
}

QTEST_GUILESS_MAIN(TestBoundedQueue)
#include "tst_bounded_queue.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"
#include "server/http/network_dispatcher.h"
#include "support/patience.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <thread>
#include <tuple>

#include <unistd.h>

using namespace kinframe::http;

namespace {

class Pipe
{
public:
    Pipe() { std::ignore = ::pipe(m_ends.data()); }
    ~Pipe()
    {
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] int readEnd() const { return m_ends[0]; }
    [[nodiscard]] int writeEnd() const { return m_ends[1]; }
    void fill() const { std::ignore = ::write(m_ends[1], "x", 1); }
    void empty() const
    {
        char byte = 0;
        std::ignore = ::read(m_ends[0], &byte, 1);
    }

private:
    std::array<int, 2> m_ends{};
};

/// Its first event has the other forgotten.
class Rival final : public DescriptorWatch::Watched
{
public:
    Pipe pipe;
    DescriptorWatch *watch = nullptr;
    Rival *other = nullptr;
    int events = 0;

    void descriptorReady(quint32 /*events*/) override
    {
        ++events;
        watch->forget(other->pipe.readEnd(), *other);
    }
};

} // namespace

class TestNetworkDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheOneOfThisThread();
    void forgetsWithinABatch();
    void isWokenFromOtherThreads();
    void tellsNotifiers();
    void disabledNotifiersAreNotTold();
    void aNotifierMayEndAnother();
    void firesTimersInTheirOrder();
    void repeatsATimer();
    void aTimerMayEndAnother();
    void knowsTheTimersOfAnObject();
    void runsWhatOtherThreadsPost();
    void endsALoopFromAnotherThread();
    void deletesLater();
    void servesAThread();
};

void TestNetworkDispatcher::isTheOneOfThisThread()
{
    QVERIFY(NetworkDispatcher::ofThisThread() != nullptr);
    NetworkDispatcher *elsewhere = NetworkDispatcher::ofThisThread();
    std::thread([&] { elsewhere = NetworkDispatcher::ofThisThread(); }).join();
    QVERIFY(elsewhere == nullptr);
}

void TestNetworkDispatcher::forgetsWithinABatch()
{
    DescriptorWatch watch;
    QVERIFY(watch.isOpen());
    std::array<Rival, 2> rivals;
    for (size_t index = 0; index < rivals.size(); ++index) {
        Rival &rival = rivals[index];
        rival.watch = &watch;
        rival.other = &rivals[1 - index];
        QVERIFY(watch.add(rival.pipe.readEnd(), rival, EPOLLIN));
        rival.pipe.fill();
    }
    QCOMPARE(watch.tell(-1), 2);
    QCOMPARE(rivals[0].events + rivals[1].events, 1);
    QCOMPARE(watch.tell(-1), 1);
    QCOMPARE(std::max(rivals[0].events, rivals[1].events), 2);
}

void TestNetworkDispatcher::isWokenFromOtherThreads()
{
    DescriptorWatch watch;
    int woken = 0;
    watch.setWoken([&] { ++woken; });
    for (int time = 1; time < 20; ++time) {
        const std::jthread other([&] {
            watch.wake();
            watch.wake();
        });
        // Not the second ringing alone: that may come after the first was told.
        while (woken < time) {
            watch.tell(-1);
        }
        woken = time;
    }
    QCOMPARE(woken, 19);
}

void TestNetworkDispatcher::tellsNotifiers()
{
    const Pipe pipe;
    QSocketNotifier readable(pipe.readEnd(), QSocketNotifier::Read);
    int times = 0;
    connect(&readable, &QSocketNotifier::activated, this, [&] {
        ++times;
        pipe.empty();
    });
    QCoreApplication::processEvents();
    QCOMPARE(times, 0);
    for (int time = 1; time < 4; ++time) {
        pipe.fill();
        QTRY_COMPARE(times, time);
    }
    int writable = 0;
    QSocketNotifier writing(pipe.writeEnd(), QSocketNotifier::Write);
    connect(&writing, &QSocketNotifier::activated, this, [&] { ++writable; });
    QTRY_VERIFY(writable > 2);
}

void TestNetworkDispatcher::disabledNotifiersAreNotTold()
{
    const Pipe pipe;
    QSocketNotifier readable(pipe.readEnd(), QSocketNotifier::Read);
    int times = 0;
    connect(&readable, &QSocketNotifier::activated, this, [&] { ++times; });
    pipe.fill();
    QTRY_VERIFY(times > 0);
    readable.setEnabled(false);
    const int before = times;
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents();
    }
    QCOMPARE(times, before);
    readable.setEnabled(true);
    QTRY_VERIFY(times > before);
}

void TestNetworkDispatcher::aNotifierMayEndAnother()
{
    const std::array<Pipe, 2> pipes;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int times = 0;
    for (size_t index = 0; index < pipes.size(); ++index) {
        notifiers[index] = std::make_unique<QSocketNotifier>(pipes[index].readEnd(), QSocketNotifier::Read);
        connect(notifiers[index].get(), &QSocketNotifier::activated, this, [&, index] {
            ++times;
            notifiers[1 - index].reset();
        });
        pipes[index].fill();
    }
    QTRY_VERIFY(times > 3);
    QVERIFY(!notifiers[0] != !notifiers[1]);
}

void TestNetworkDispatcher::firesTimersInTheirOrder()
{
    QList<int> order;
    for (const int ms : {60, 0, 30}) {
        QTimer::singleShot(ms, Qt::PreciseTimer, this, [&order, ms] { order.append(ms); });
    }
    QTRY_COMPARE(order, QList<int>({0, 30, 60}));
}

void TestNetworkDispatcher::repeatsATimer()
{
    QTimer timer;
    int times = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++times; });
    timer.start(5);
    QVERIFY(timer.remainingTime() >= 0 && timer.remainingTime() <= 5);
    QTRY_VERIFY(times >= 5);
    timer.stop();
    QCOMPARE(timer.remainingTime(), -1);
    const int before = times;
    QTimer::singleShot(30, this, [&] { times += 1000; });
    QTRY_COMPARE(times, before + 1000);
}

void TestNetworkDispatcher::aTimerMayEndAnother()
{
    std::array<QTimer, 2> timers;
    int times = 0;
    for (size_t index = 0; index < timers.size(); ++index) {
        timers[index].setSingleShot(true);
        connect(&timers[index], &QTimer::timeout, this, [&, index] {
            ++times;
            timers[1 - index].stop();
        });
        timers[index].start(10);
    }
    // Both are due when the loop comes to them.
    QThread::msleep(20);
    QTRY_COMPARE(times, 1);
    bool later = false;
    QTimer::singleShot(20, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(times, 1);
}

void TestNetworkDispatcher::knowsTheTimersOfAnObject()
{
    QObject object;
    const int id = object.startTimer(100'000, Qt::CoarseTimer);
    const auto timers = NetworkDispatcher::ofThisThread()->registeredTimers(&object);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.front().timerId, id);
    QCOMPARE(timers.front().interval, 100'000);
    object.killTimer(id);
    QVERIFY(NetworkDispatcher::ofThisThread()->registeredTimers(&object).isEmpty());
}

void TestNetworkDispatcher::runsWhatOtherThreadsPost()
{
    QEventLoop loop;
    const std::jthread other([&] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    // There is no timer: only the posted event ends the waiting.
    QCOMPARE(loop.exec(), 0);
}

void TestNetworkDispatcher::endsALoopFromAnotherThread()
{
    QEventLoop loop;
    std::jthread other;
    QTimer::singleShot(0, this, [&] { other = std::jthread([&] { loop.exit(7); }); });
    QCOMPARE(loop.exec(), 7);
}

void TestNetworkDispatcher::deletesLater()
{
    const Pipe pipe;
    auto *notifier = new QSocketNotifier(pipe.readEnd(), QSocketNotifier::Read);
    bool isGone = false;
    connect(notifier, &QObject::destroyed, this, [&] { isGone = true; });
    connect(notifier, &QSocketNotifier::activated, notifier, [&] { notifier->deleteLater(); });
    pipe.fill();
    QTRY_VERIFY(isGone);
}

void TestNetworkDispatcher::servesAThread()
{
    QThread thread;
    thread.setEventDispatcher(NetworkDispatcher::make().release());
    Mailbox mailbox;
    mailbox.moveToThread(&thread);
    thread.start();
    bool isOurs = false;
    mailbox.call([&] { isOurs = NetworkDispatcher::ofThisThread() != nullptr; });
    QVERIFY(isOurs);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(NetworkDispatcher::make().release());
    const QCoreApplication application(argc, argv);
    TestNetworkDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_network_dispatcher.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/upkeep.h"
#include "support/patience.h"

#include <QTest>

#include <atomic>

using namespace kinframe;
using namespace std::chrono_literals;

/// Small things that are done now and then.
class UpkeepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_wall = 1'000'000'000;
        m_steady = 0;
    }
    void whatIsDueIsDone();
    void aClockThatWasSetBackPutsNothingOff();
    void jumpsAreTold_data();
    void jumpsAreTold();
    void theThreadLooksAgainAndAgain();
    void anIdleThreadEndsAtOnce();

private:
    UpkeepOptions options()
    {
        return {20s, [this] { return m_wall; }, [this] { return m_steady; }};
    }
    void pass(qint64 ms)
    {
        m_wall += ms;
        m_steady += ms;
    }
    qint64 m_wall = 0;
    qint64 m_steady = 0;
};

void UpkeepTest::whatIsDueIsDone()
{
    Upkeep upkeep(options());
    int daily = 0;
    int hourly = 0;
    upkeep.every(24h, [&] { ++daily; });
    upkeep.every(1h, [&] { ++hourly; });
    for (int i = 0; i < 48 * 180; ++i) {
        upkeep.look();
        pass(20'000);
    }
    QCOMPARE(daily, 2);
    QCOMPARE(hourly, 48);
    // The night over, what was due in it is done once.
    m_wall += 36 * 3'600'000;
    upkeep.look();
    upkeep.look();
    QCOMPARE(daily, 3);
    QCOMPARE(hourly, 49);
}

void UpkeepTest::aClockThatWasSetBackPutsNothingOff()
{
    Upkeep upkeep(options());
    int daily = 0;
    upkeep.every(24h, [&] { ++daily; });
    upkeep.look();
    m_wall -= 1000LL * 24 * 3'600'000;
    upkeep.look();
    QCOMPARE(daily, 2);
    upkeep.look();
    QCOMPARE(daily, 2);
}

void UpkeepTest::jumpsAreTold_data()
{
    QTest::addColumn<qint64>("wall");
    QTest::addColumn<qint64>("steady");
    QTest::addColumn<int>("jumps");
    QTest::newRow("time goes by") << qint64(20'000) << qint64(20'000) << 0;
    QTest::newRow("a busy computer") << qint64(35'000) << qint64(35'000) << 0;
    QTest::newRow("the clock is set right") << qint64(20'400) << qint64(20'000) << 0;
    QTest::newRow("the clock is set on") << qint64(3'620'000) << qint64(20'000) << 1;
    QTest::newRow("the clock is set back") << qint64(-3'600'000) << qint64(20'000) << 1;
    QTest::newRow("it slept, and so did its clock") << qint64(28'800'000) << qint64(12'000) << 1;
    QTest::newRow("it slept, its clock did not") << qint64(28'800'000) << qint64(28'800'000) << 1;
}

void UpkeepTest::jumpsAreTold()
{
    QFETCH(qint64, wall);
    QFETCH(qint64, steady);
    Upkeep upkeep(options());
    int jumps = 0;
    upkeep.onClockJump([&] { ++jumps; });
    upkeep.look();
    m_wall += wall;
    m_steady += steady;
    upkeep.look();
    QTEST(jumps, "jumps");
    pass(20'000);
    upkeep.look();
    QTEST(jumps, "jumps");
}

void UpkeepTest::theThreadLooksAgainAndAgain()
{
    std::atomic<int> done = 0;
    Upkeep upkeep({1ms, wallMs, steadyMs});
    upkeep.every(0ms, [&] { ++done; });
    upkeep.start();
    QTRY_VERIFY(done > 3);
}

void UpkeepTest::anIdleThreadEndsAtOnce()
{
    std::atomic<int> done = 0;
    {
        Upkeep upkeep({24h, wallMs, steadyMs});
        upkeep.every(24h, [&] { ++done; });
        upkeep.start();
        QTRY_COMPARE(done.load(), 1);
    }
    QCOMPARE(done.load(), 1);
}

QTEST_GUILESS_MAIN(UpkeepTest)
#include "tst_upkeep.moc"

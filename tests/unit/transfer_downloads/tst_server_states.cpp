// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/server_states.h"

#include <QTest>

using namespace kinframe::transfer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ServerStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostAndFound();
    void probedMoreAndMoreRarely();
    void stoppedUntilReleased();
};

void ServerStatesTest::lostAndFound()
{
    ServerStates states(10ms, 40ms);
    QVERIFY(!states.isLost(u"a"_s));
    QVERIFY(!states.answered(u"a"_s, 100));
    QVERIFY(states.hasAnsweredSince(u"a"_s, 100));
    QVERIFY(!states.hasAnsweredSince(u"a"_s, 101));
    states.lost(u"a"_s, 200);
    QVERIFY(states.isLost(u"a"_s) && states.anyLost());
    QVERIFY(!states.isLost(u"b"_s));
    QVERIFY(states.answered(u"a"_s, 210));
    QVERIFY(!states.anyLost());
    QVERIFY(!states.nextProbe());
}

void ServerStatesTest::probedMoreAndMoreRarely()
{
    ServerStates states(10ms, 35ms);
    states.lost(u"a"_s, 0);
    QCOMPARE(*states.nextProbe(), 10);
    QVERIFY(states.dueProbes(9).empty());
    QCOMPARE(states.dueProbes(10), std::vector{u"a"_s});
    states.probing(u"a"_s, 10);
    QVERIFY(states.dueProbes(20).empty());
    states.lost(u"a"_s, 12);
    QCOMPARE(*states.nextProbe(), 32);
    states.lost(u"a"_s, 32);
    QCOMPARE(*states.nextProbe(), 67);
    states.probeAll(40);
    QCOMPARE(states.dueProbes(40).size(), 1U);
}

void ServerStatesTest::stoppedUntilReleased()
{
    ServerStates states(10ms, 40ms);
    QVERIFY(!states.release(u"a"_s));
    states.stop(u"a"_s);
    QVERIFY(states.isStopped(u"a"_s) && !states.isStopped(u"b"_s));
    QCOMPARE(states.stopped(), std::vector{u"a"_s});
    QVERIFY(states.release(u"a"_s));
    QVERIFY(!states.isStopped(u"a"_s));
}

QTEST_GUILESS_MAIN(ServerStatesTest)
#include "tst_server_states.moc"

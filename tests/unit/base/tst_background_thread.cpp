// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/background_thread.h"

#include <QTest>

#include <future>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace kinframe;

class TestBackgroundThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWay();
};

void TestBackgroundThread::givesWay()
{
#ifdef Q_OS_LINUX
    const auto niceness = [] { return getpriority(PRIO_PROCESS, id_t(gettid())); };
    const int usual = niceness();
    if (usual >= 15) {
        QSKIP("the tests themselves run behind others");
    }
    int started = 0;
    const int given = std::async(std::launch::async, [&] {
                          giveWayToOthers();
                          started = std::async(std::launch::async, niceness).get();
                          return niceness();
                      }).get();
    QCOMPARE(given, 15);
    QCOMPARE(started, 15);
    // Nobody else does.
    QCOMPARE(niceness(), usual);
    QCOMPARE(std::async(std::launch::async, niceness).get(), usual);
#else
    QSKIP("the system does not tell");
#endif
}

QTEST_GUILESS_MAIN(TestBackgroundThread)
#include "tst_background_thread.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_run.h"

#include <QTest>

using namespace kinframe::test;

/// 64 clients of eight users for twenty seconds. "./build.sh bench soak" does the same for minutes, and measures.
class SoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubled();
};

void SoakTest::nothingIsLostOrDoubled()
{
    SoakRun soak({});
    QVERIFY2(soak.start(), qPrintable(soak.problems().join(u'\n')));
    soak.run();
    soak.check();
    QVERIFY2(soak.problems().isEmpty(), qPrintable(soak.problems().join(u'\n')));
    // Else it has shown nothing.
    const QJsonObject summary = soak.summary();
    QVERIFY(summary.value(QLatin1String("assets")).toInt() > summary.value(QLatin1String("clients")).toInt());
}

QTEST_GUILESS_MAIN(SoakTest)
#include "tst_soak.moc"

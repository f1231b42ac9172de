// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Stopping in the middle of work is no reason to lose any of it.
class StopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedImportGoesOn_data();
    void stoppedImportGoesOn();
};

void StopTest::stoppedImportGoesOn_data()
{
    // Few enough to be found before the first is read, and more than wait at a time.
    QTest::addColumn<int>("photos");
    QTest::newRow("few") << 60;
    QTest::newRow("many") << 200;
}

void StopTest::stoppedImportGoesOn()
{
    QFETCH(int, photos);
    const QTemporaryDir folder;
    const QStringList paths = writeJpegs(folder.path(), photos);
    QCOMPARE(paths.size(), photos);
    KinframeProcess kinframe({}, Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpAnswer started = kinframe.client().post(u"/api/import"_s, {{u"paths"_s, QJsonArray{folder.path()}}});
    QVERIFY2(started.status == 201, started.text().constData());
    const QString run = u"/api/import/"_s + started.object().value("id"_L1).toString();
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    QVERIFY2(waitUntilIdle(kinframe.client()), kinframe.log().constData());
    const QJsonObject ended = kinframe.client().get(run).object();
    QCOMPARE(ended.value("state"_L1).toString(), u"done"_s);
    QCOMPARE(ended.value("found"_L1).toInt(), photos);
    QCOMPARE(ended.value("failed"_L1).toInt(), 0);
    const QJsonObject counts = kinframe.client().get(u"/api/status"_s).object().value("counts"_L1).toObject();
    QCOMPARE(counts.value("assets"_L1).toInt(), photos);
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

QTEST_GUILESS_MAIN(StopTest)
#include "tst_stop.moc"

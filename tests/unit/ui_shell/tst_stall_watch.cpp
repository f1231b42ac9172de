// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/shell/stall_watch.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestStallWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAStall();
    void writesTheReport();
};

void TestStallWatch::seesAStall()
{
    StallWatch watch({});
    QTRY_VERIFY(watch.count() > 3);
    const auto isSeen = [&] {
        QThread::msleep(120); // The stall itself; on a busy computer, who asks may just not ask in one of them.
        return watch.longestMs() >= 100;
    };
    QTRY_VERIFY(isSeen());
}

void TestStallWatch::writesTheReport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"stalls.json"_s);
    {
        const StallWatch watch(path);
        QTRY_VERIFY(watch.count() > 3);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(report.value("asked"_L1).toInt() > 3);
    QVERIFY(report.value("longestMs"_L1).toDouble() > 0);
    QVERIFY(report.contains("over50ms"_L1));
}

QTEST_GUILESS_MAIN(TestStallWatch)
#include "tst_stall_watch.moc"

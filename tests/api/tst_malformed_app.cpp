// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/corpus_run.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Thousands of hostile requests to the program itself, with its real routes and the owner's key.
class MalformedAppTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsThemAll();
};

void MalformedAppTest::standsThemAll()
{
    KinframeProcess kinframe({}, Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpClient client = kinframe.client();
    const HttpAnswer added = client.upload(u"a.jpg"_s, madeJpeg(1));
    QVERIFY2(added.status == 201, added.text().constData());
    CorpusTarget target;
    target.host = kinframe.url().section(u'/', -1).toLatin1();
    target.goodPath = "/api/asset/" + added.object().value("id"_L1).toString().toLatin1();
    target.postPath = "/api/people";
    target.formPath = "/api/asset/upload";
    target.headers = "x-api-key: " + client.key() + "\r\n";
    CorpusRun run;
    run.port = static_cast<quint16>(QUrl(kinframe.url()).port());
    if (const int count = qEnvironmentVariableIntValue("KINFRAME_CORPUS"); count > 0) {
        run.count = count;
    } else {
        run.count = 1000;
    }
    run.seed = 7;
    const CorpusSummary summary = runCorpus(run, target);
    QVERIFY2(summary.complaintCount == 0, qPrintable(summary.text()));
    QCOMPARE(summary.sent, run.count);
    QVERIFY(summary.goodChecks > run.count / run.goodEvery);
    QVERIFY(waitUntilIdle(client));
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    const CommandRun checked = kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

QTEST_GUILESS_MAIN(MalformedAppTest)
#include "tst_malformed_app.moc"

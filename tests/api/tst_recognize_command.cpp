// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/test_data.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// The people flow on the command line: the same answer, whether a server runs or not.
class RecognizeCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersTheSameWithAndWithoutAServer();
    void nobodyIsSaid();
    void sizeBoundsThePhotos();
    void saysWhyItCannot_data();
    void saysWhyItCannot();
    void withoutModelsItSaysHowToGetThem();
};

namespace {

QJsonObject answerOf(const CommandRun &run)
{
    return QJsonDocument::fromJson(run.output).object();
}

} // namespace

void RecognizeCommandTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
}

void RecognizeCommandTest::answersTheSameWithAndWithoutAServer()
{
    KinframeProcess kinframe;
    const QStringList words{u"recognize"_s, testPath(u"groups/two_people.jpg"_s)};
    const CommandRun alone = kinframe.command(words);
    QVERIFY2(alone.exitCode == 0, alone.text().constData());
    const QString id = ownerAssetId(bytesOf(words.last()));
    QCOMPARE(answerOf(alone).value("asset_id"_L1).toString(), id);
    QCOMPARE(answerOf(alone).value("people"_L1).toArray().size(), 2);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    QVERIFY(waitUntilIdle(kinframe.client()));
    const CommandRun beside = kinframe.command(words);
    QVERIFY2(beside.exitCode == 0, beside.text().constData());
    QCOMPARE(answerOf(beside), answerOf(alone));
    QCOMPARE(kinframe.client().get(u"/api/asset/%1/people-photos?size=10"_s.arg(id)).object(), answerOf(alone));
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

void RecognizeCommandTest::nobodyIsSaid()
{
    KinframeProcess kinframe;
    const CommandRun run = kinframe.command({u"recognize"_s, testPath(u"noface/silver_fir.jpg"_s)});
    QVERIFY2(run.exitCode == 0, run.text().constData());
    QCOMPARE(answerOf(run).value("people"_L1), QJsonValue(QJsonArray()));
    QCOMPARE(answerOf(run).value("message"_L1).toString(), u"No people detected"_s);
}

void RecognizeCommandTest::sizeBoundsThePhotos()
{
    KinframeProcess kinframe;
    const QString one = testPath(u"photos/Vicente_Fox/Vicente_Fox_0001.jpg"_s);
    const QString other = testPath(u"photos/Vicente_Fox/Vicente_Fox_0003.jpg"_s);
    const CommandRun first = kinframe.command({u"recognize"_s, one});
    QVERIFY2(first.exitCode == 0, first.text().constData());
    const CommandRun run = kinframe.command({u"recognize"_s, other, u"--size"_s, u"1"_s});
    QVERIFY2(run.exitCode == 0, run.text().constData());
    const QJsonArray people = answerOf(run).value("people"_L1).toArray();
    QCOMPARE(people.size(), 1);
    QCOMPARE(people[0].toObject().value("photos"_L1).toArray().size(), 1);
}

void RecognizeCommandTest::saysWhyItCannot_data()
{
    QTest::addColumn<QString>("photo");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not there") << u"/no/such/photo.jpg"_s << u"“/no/such/photo.jpg” does not exist. Check the name."_s;
    QTest::newRow("a folder") << testPath(u"groups"_s) << u"is a folder"_s;
    QTest::newRow("no picture") << testPath(u"photos-manifest.csv"_s) << u"neither a picture nor a video"_s;
}

void RecognizeCommandTest::saysWhyItCannot()
{
    QFETCH(QString, photo);
    QFETCH(QString, sentence);
    KinframeProcess kinframe;
    const CommandRun run = kinframe.command({u"recognize"_s, photo});
    QVERIFY2(run.exitCode == 1, run.text().constData());
    QVERIFY2(QString::fromUtf8(run.error).contains(sentence), run.text().constData());
    QVERIFY(run.output.isEmpty());
}

void RecognizeCommandTest::withoutModelsItSaysHowToGetThem()
{
    KinframeProcess kinframe({}, Models::None);
    const QStringList words{u"recognize"_s, testPath(u"groups/two_people.jpg"_s)};
    const CommandRun alone = kinframe.command(words);
    QVERIFY2(alone.exitCode == 1, alone.text().constData());
    QVERIFY2(alone.error.contains("kinframe models fetch"), alone.text().constData());
    QVERIFY(alone.output.isEmpty());
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const CommandRun beside = kinframe.command(words);
    QVERIFY2(beside.exitCode == 1, beside.text().constData());
    QVERIFY2(beside.error.contains("kinframe models fetch"), beside.text().constData());
}

QTEST_GUILESS_MAIN(RecognizeCommandTest)
#include "tst_recognize_command.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_texts.h"

#include <QLocale>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestFactTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void durations_data();
    void durations();
    void whenItWasTaken();
    void howLargeItIs();
    void howItWasTaken();
    void whereItWasTaken();
    void names();
};

void TestFactTexts::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0:00"_s;
    QTest::newRow("rounded") << qint64(1'500) << u"0:02"_s;
    QTest::newRow("minutes") << qint64(62'000) << u"1:02"_s;
    QTest::newRow("an hour") << qint64(3'605'000) << u"1:00:05"_s;
}

void TestFactTexts::durations()
{
    QFETCH(qint64, ms);
    QTEST(durationText(ms), "text");
}

void TestFactTexts::whenItWasTaken()
{
    library::Asset asset;
    asset.createdAt = 1'773'527'400'000; // 2026-03-14T22:30:00Z
    asset.createdOffset = 330;
    QCOMPARE(dateText(asset), u"Sunday, 15 March 2026"_s);
    QCOMPARE(timeText(asset), u"04:00 (UTC+5:30)"_s);
    asset.createdOffset = -180;
    QCOMPARE(timeText(asset), u"19:30 (UTC−3:00)"_s);
}

void TestFactTexts::howLargeItIs()
{
    library::Asset asset;
    QCOMPARE(dimensionsText(asset), QString());
    asset.width = 4000;
    asset.height = 3000;
    QCOMPARE(dimensionsText(asset), u"4000 × 3000 · 12.0 MP"_s);
    asset.isVideo = true;
    QCOMPARE(dimensionsText(asset), u"4000 × 3000"_s);
}

void TestFactTexts::howItWasTaken()
{
    AssetFacts facts;
    QCOMPARE(exposureText(facts), QString());
    facts.exposureTime = u"1/125"_s;
    facts.fNumber = 2.8;
    facts.iso = 100;
    facts.focalLength = 50;
    QCOMPARE(exposureText(facts), u"1/125 s · f/2.8 · ISO 100 · 50 mm"_s);
}

void TestFactTexts::whereItWasTaken()
{
    AssetFacts facts;
    facts.latitude = -33.85678;
    QCOMPARE(coordinatesText(facts), QString()); // half of it says nothing
    facts.longitude = 151.21529;
    QCOMPARE(coordinatesText(facts), u"33.85678° S, 151.21529° E"_s);
}

void TestFactTexts::names()
{
    PhotoBrief brief;
    brief.name = u"a.jpg"_s;
    brief.hasOffset = true;
    QCOMPARE(spokenName(brief), u"Photo a.jpg, 01/01/1970 00:00"_s);
    brief.isVideo = true;
    brief.durationMs = 5000;
    QCOMPARE(spokenName(brief), u"Video a.jpg, 01/01/1970 00:00, 0:05"_s);
    brief.isFavourite = true;
    brief.isArchived = true;
    QCOMPARE(spokenName(brief), u"Video a.jpg, 01/01/1970 00:00, 0:05, favourite, in the archive"_s);
}

QTEST_GUILESS_MAIN(TestFactTexts)
#include "tst_fact_texts.moc"

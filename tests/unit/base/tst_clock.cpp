// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QTest>

#include <ctime>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherTextsAreNoTimes_data();
    void otherTextsAreNoTimes();
    void times_data();
    void times();
    void writtenWithThreeDecimals_data();
    void writtenWithThreeDecimals();
    void writtenTimesAreReadBack();
    void steadyTimeDoesNotGoBack();
};

void TestClock::initTestCase()
{
    // A zone with a summer time: what is UTC must not pass through it.
    qputenv("TZ", "Europe/Berlin");
#ifndef Q_OS_WIN
    tzset();
#endif
}

void TestClock::otherTextsAreNoTimes_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "T",
                             "Z",
                             "now",
                             "2026",
                             "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-11-20T25:00:00Z",
                             "2026-11-20T13:60:00Z",
                             "2026-11-20T13:22:60Z",
                             "2026-11-20T",
                             "2026-11-20T13:22:05Zx",
                             "20261120T132205Z",
                             "2026-11-20T13:22:05+25:00",
                             "2026-11-20T13:22:05+08:00Z",
                             "2026-11-20T13:22:05-",
                             "2026-11-20T13:22:05.Z",
                             "2026-11-20T+1:22:05Z",
                             "0000-01-01T00:00:00Z",
                             "10000-01-01T00:00:00Z",
                             "-0001-01-01T00:00:00Z",
                             "0001-01-01T00:00:00+01:00",
                             "9999-12-31T23:59:59-01:00",
                             "2026-11-20T13:22:05Z2026-11-20T13:22:05Z"}) {
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
    }
}

void TestClock::otherTextsAreNoTimes()
{
    QFETCH(const QString, text);
    QCOMPARE(fromIso(text), std::nullopt);
}

void TestClock::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const QString noon = u"2026-11-20T12:00:00.000Z"_s;
    QTest::newRow("UTC") << u"2026-11-20T12:00:00Z"_s << noon;
    QTest::newRow("small letters") << u"2026-11-20t12:00:00z"_s << noon;
    QTest::newRow("no zone") << u"2026-11-20T12:00:00"_s << noon;
    QTest::newRow("a space in the middle") << u"2026-11-20 12:00:00"_s << noon;
    QTest::newRow("spaces around") << u"  2026-11-20T12:00:00Z "_s << noon;
    QTest::newRow("no seconds") << u"2026-11-20T12:00Z"_s << noon;
    QTest::newRow("east") << u"2026-11-20T20:00:00+08:00"_s << noon;
    QTest::newRow("east, no colon") << u"2026-11-20T20:00:00+0800"_s << noon;
    QTest::newRow("east, hours only") << u"2026-11-20T20:00:00+08"_s << noon;
    QTest::newRow("west, half an hour") << u"2026-11-20T08:30:00-03:30"_s << noon;
    QTest::newRow("the plus became a space") << u"2026-11-20T20:00:00 08:00"_s << noon;
    QTest::newRow("the plus became a space, another in the middle") << u"2026-11-20 20:00:00 08:00"_s << noon;
    QTest::newRow("a date") << u"2026-11-20"_s << u"2026-11-20T00:00:00.000Z"_s;
    QTest::newRow("one decimal") << u"2026-11-20T12:00:00.5Z"_s << u"2026-11-20T12:00:00.500Z"_s;
    QTest::newRow("three decimals") << u"2026-11-20T12:00:00.123+00:00"_s << u"2026-11-20T12:00:00.123Z"_s;
    QTest::newRow("six decimals") << u"2026-11-20T12:00:00.123456Z"_s << u"2026-11-20T12:00:00.123Z"_s;
    QTest::newRow("the end of a day") << u"2026-11-20T24:00:00Z"_s << u"2026-11-21T00:00:00.000Z"_s;
    QTest::newRow("29 February") << u"2024-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00.000Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("the first") << u"0001-01-01T00:00:00Z"_s << u"0001-01-01T00:00:00.000Z"_s;
    QTest::newRow("the last") << u"9999-12-31T23:59:59.999Z"_s << u"9999-12-31T23:59:59.999Z"_s;
    // In Berlin the clocks went from 2 to 3 then, and there were two half past two.
    QTest::newRow("no zone, not in Berlin") << u"2026-03-29T02:30:00"_s << u"2026-03-29T02:30:00.000Z"_s;
    QTest::newRow("no zone, twice in Berlin") << u"2026-10-25T02:30:00"_s << u"2026-10-25T02:30:00.000Z"_s;
}

void TestClock::times()
{
    QFETCH(const QString, text);
    const auto ms = fromIso(text);
    QVERIFY(ms);
    QTEST(toIso(*ms), "utc");
}

void TestClock::writtenWithThreeDecimals_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("brief");
    QTest::newRow("0") << qint64(0) << u"1970-01-01T00:00:00.000Z"_s << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("1") << qint64(1) << u"1970-01-01T00:00:00.001Z"_s << u"1970-01-01T00:00:00.001Z"_s;
    QTest::newRow("-1") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("-1000") << qint64(-1000) << u"1969-12-31T23:59:59.000Z"_s << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("a tenth") << qint64(100) << u"1970-01-01T00:00:00.100Z"_s << u"1970-01-01T00:00:00.100Z"_s;
}

void TestClock::writtenWithThreeDecimals()
{
    QFETCH(const qint64, ms);
    QTEST(toIso(ms), "full");
    QTEST(toIsoShort(ms), "brief");
}

void TestClock::writtenTimesAreReadBack()
{
    // Every seven hours and a bit through two years, so also through the hours that zones skip or repeat.
    for (qint64 ms = 1'767'225'600'000; ms < 1'830'297'600'000; ms += 25'200'123) {
        QCOMPARE(fromIso(toIso(ms)), ms);
        QCOMPARE(fromIso(toIsoShort(ms)), ms);
    }
}

void TestClock::steadyTimeDoesNotGoBack()
{
    qint64 before = steadyMs();
    for (int i = 0; i < 10'000; ++i) {
        const qint64 now = steadyMs();
        QVERIFY(now >= before);
        before = now;
    }
    // 2020: a clock that counts from another epoch would be far off.
    QVERIFY(wallMs() > 1'577'836'800'000);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"

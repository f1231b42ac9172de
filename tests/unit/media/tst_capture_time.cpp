// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/capture_time.h"
#include "media/capture_times.h"

#include "base/clock.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

constexpr int noOffset = 10'000;

qint64 wall(const char *iso)
{
    return fromIso(QString(QLatin1StringView(iso) + u'Z')).value();
}

} // namespace

class CaptureTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExifDates_data();
    void readsExifDates();
    void readsIsoDates_data();
    void readsIsoDates();
    void readsOffsets_data();
    void readsOffsets();
    void findsTheZoneByGps_data();
    void findsTheZoneByGps();
    void refusesNonsense_data();
    void refusesNonsense();
    void computesUtc();
    void namesZones();
    void believesTheBestSource();
    void passesOverNonsense();
    void completesTheZone();
};

void CaptureTimeTest::readsExifDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subSeconds");
    QTest::addColumn<QString>("offset");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("expectedOffset");
    QTest::newRow("plain") << u"2019:12:29 19:01:15"_s << u""_s << u""_s << u"2019-12-29T19:01:15"_s << noOffset;
    QTest::newRow("three digits") << u"2019:12:29 19:01:15"_s << u"505"_s << u"-08:00"_s << u"2019-12-29T19:01:15.505"_s
                                  << -480;
    QTest::newRow("one digit is tenths") << u"2019:12:29 19:01:15"_s << u"5"_s << u""_s << u"2019-12-29T19:01:15.500"_s
                                         << noOffset;
    QTest::newRow("six digits") << u"2025:06:01 16:59:26"_s << u"023460"_s << u""_s << u"2025-06-01T16:59:26.023"_s
                                << noOffset;
    QTest::newRow("dashes") << u"2019-12-29 19:01:15"_s << u""_s << u""_s << u"2019-12-29T19:01:15"_s << noOffset;
    QTest::newRow("zone in the date") << u"2019:12:29 19:01:15+05:45"_s << u""_s << u""_s << u"2019-12-29T19:01:15"_s
                                      << 345;
    QTest::newRow("midnight as 24") << u"2019:12:29 24:00:00"_s << u""_s << u""_s << u"2019-12-30T00:00:00"_s
                                    << noOffset;
    QTest::newRow("leap second") << u"2016:12:31 23:59:60"_s << u""_s << u"Z"_s << u"2017-01-01T00:00:00"_s << 0;
    QTest::newRow("leap day") << u"2020:02:29 10:00:00"_s << u""_s << u""_s << u"2020-02-29T10:00:00"_s << noOffset;
    QTest::newRow("no leap day") << u"2019:02:29 10:00:00"_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("zeros") << u"0000:00:00 00:00:00"_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("blanks") << u"    :  :     :  :  "_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("month 13") << u"2019:13:01 00:00:00"_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("hour 25") << u"2019:12:01 25:00:00"_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("cut short") << u"2019:12:01 2"_s << u""_s << u""_s << u""_s << noOffset;
    QTest::newRow("other digits") << u"٢٠١٩:12:01 00:00:00"_s << u""_s << u""_s << u""_s << noOffset;
}

void CaptureTimeTest::readsExifDates()
{
    QFETCH(QString, text);
    QFETCH(QString, subSeconds);
    QFETCH(QString, offset);
    QFETCH(QString, expected);
    QFETCH(int, expectedOffset);
    const auto time = parseExifTime(text, subSeconds, offset);
    QCOMPARE(time.has_value(), !expected.isEmpty());
    if (time) {
        QCOMPARE(toIsoShort(time->wallMs).chopped(1), expected);
        QCOMPARE(time->offsetMinutes.value_or(noOffset), expectedOffset);
    }
}

void CaptureTimeTest::readsIsoDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("expectedOffset");
    QTest::newRow("year") << u"2018"_s << u"2018-01-01T00:00:00"_s << noOffset;
    QTest::newRow("month") << u"2018-09"_s << u"2018-09-01T00:00:00"_s << noOffset;
    QTest::newRow("day") << u"2018-09-10"_s << u"2018-09-10T00:00:00"_s << noOffset;
    QTest::newRow("minute") << u"2018-09-10T12:16Z"_s << u"2018-09-10T12:16:00"_s << 0;
    QTest::newRow("second") << u"2018-09-10T12:16:13"_s << u"2018-09-10T12:16:13"_s << noOffset;
    QTest::newRow("hundredths") << u"2022-01-10T15:15:44.31"_s << u"2022-01-10T15:15:44.310"_s << noOffset;
    QTest::newRow("zone") << u"2019-06-06T05:15:13+02:00"_s << u"2019-06-06T05:15:13"_s << 120;
    QTest::newRow("zone without colon") << u"2019-12-29T19:01:14-0800"_s << u"2019-12-29T19:01:14"_s << -480;
    QTest::newRow("microseconds") << u"2022-08-20T14:36:17.000000Z"_s << u"2022-08-20T14:36:17"_s << 0;
    QTest::newRow("month 0") << u"2018-00-10"_s << u""_s << noOffset;
    QTest::newRow("words") << u"yesterday"_s << u""_s << noOffset;
    QTest::newRow("trailing words") << u"2018-09-10 or so"_s << u""_s << noOffset;
}

void CaptureTimeTest::readsIsoDates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(int, expectedOffset);
    const auto time = parseIsoTime(text);
    QCOMPARE(time.has_value(), !expected.isEmpty());
    if (time) {
        QCOMPARE(toIsoShort(time->wallMs).chopped(1), expected);
        QCOMPARE(time->offsetMinutes.value_or(noOffset), expectedOffset);
    }
}

void CaptureTimeTest::readsOffsets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("Z") << u"Z"_s << 0;
    QTest::newRow("east") << u"+05:30"_s << 330;
    QTest::newRow("west") << u"-03:30"_s << -210;
    QTest::newRow("hour") << u"+2"_s << 120;
    QTest::newRow("furthest") << u"+14:00"_s << 840;
    QTest::newRow("typographic minus") << u"\u221208:00"_s << -480;
    QTest::newRow("too far") << u"+15:00"_s << noOffset;
    QTest::newRow("minutes past the hour") << u"+05:61"_s << noOffset;
    QTest::newRow("no sign") << u"05:00"_s << noOffset;
    QTest::newRow("blank") << u"   :  "_s << noOffset;
    QTest::newRow("empty") << u""_s << noOffset;
}

void CaptureTimeTest::readsOffsets()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    QCOMPARE(parseOffset(text).value_or(noOffset), expected);
}

void CaptureTimeTest::findsTheZoneByGps_data()
{
    QTest::addColumn<qint64>("wallMs");
    QTest::addColumn<qint64>("gpsMs");
    QTest::addColumn<int>("expected");
    const qint64 noon = wall("2019-12-29T12:00:00");
    constexpr qint64 minute = 60'000;
    QTest::newRow("same") << noon << noon << 0;
    QTest::newRow("California") << noon << noon + 480 * minute << -480;
    QTest::newRow("stale by four minutes") << noon << noon + 476 * minute << -480;
    QTest::newRow("stale by seven") << noon << noon + 473 * minute << noOffset;
    QTest::newRow("Nepal") << noon << noon - 345 * minute << 345;
    QTest::newRow("a quarter that no zone has") << noon << noon - 315 * minute << noOffset;
    QTest::newRow("fifteen hours") << noon << noon - 900 * minute << noOffset;
    QTest::newRow("another year") << noon << noon - 900'000 * minute << noOffset;
}

void CaptureTimeTest::findsTheZoneByGps()
{
    QFETCH(qint64, wallMs);
    QFETCH(qint64, gpsMs);
    QFETCH(int, expected);
    QCOMPARE(offsetFromGps(wallMs, gpsMs).value_or(noOffset), expected);
}

void CaptureTimeTest::refusesNonsense_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("plausible");
    QTest::newRow("now") << u"2026-05-01T12:00:00"_s << true;
    QTest::newRow("tomorrow, from east of here") << u"2026-05-02T02:00:00"_s << true;
    QTest::newRow("in two days") << u"2026-05-03T12:00:01"_s << false;
    QTest::newRow("QuickTime's zero") << u"1904-01-01T00:00:00"_s << false;
    QTest::newRow("QuickTime's zero, west") << u"1903-12-31T16:00:00"_s << false;
    QTest::newRow("Unix' zero") << u"1970-01-01T00:00:00"_s << false;
    QTest::newRow("an old scan") << u"1931-07-14T00:00:00"_s << true;
    QTest::newRow("before photography") << u"1802-07-14T00:00:00"_s << false;
}

void CaptureTimeTest::refusesNonsense()
{
    QFETCH(QString, iso);
    QFETCH(bool, plausible);
    const auto time = parseIsoTime(iso);
    QVERIFY(time.has_value());
    QCOMPARE(isPlausible(*time, wall("2026-05-01T12:00:00")), plausible);
}

void CaptureTimeTest::computesUtc()
{
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    const CaptureTime withZone{wall("2019-07-01T12:00:00"), -480};
    QCOMPARE(withZone.utcMs(berlin), wall("2019-07-01T20:00:00"));
    const CaptureTime summer{wall("2019-07-01T12:00:00"), std::nullopt};
    QCOMPARE(summer.utcMs(berlin), wall("2019-07-01T10:00:00"));
    const CaptureTime winter{wall("2019-01-01T12:00:00"), std::nullopt};
    QCOMPARE(winter.utcMs(berlin), wall("2019-01-01T11:00:00"));
}

void CaptureTimeTest::namesZones()
{
    QCOMPARE((CaptureTime{0, std::nullopt}.zoneName()), QString());
    QCOMPARE((CaptureTime{0, 0}.zoneName()), u"UTC"_s);
    QCOMPARE((CaptureTime{0, -480}.zoneName()), u"UTC-8"_s);
    QCOMPARE((CaptureTime{0, 345}.zoneName()), u"UTC+5:45"_s);
    QCOMPARE((CaptureTime{0, -210}.zoneName()), u"UTC-3:30"_s);
}

void CaptureTimeTest::believesTheBestSource()
{
    CaptureTimes times;
    times.add(CaptureTimes::Source::ExifModified, parseIsoTime(u"2022-01-01T00:00:00"));
    times.add(CaptureTimes::Source::ExifOriginal, parseIsoTime(u"2019-01-01T00:00:00"));
    times.add(CaptureTimes::Source::ExifOriginal, parseIsoTime(u"2018-01-01T00:00:00"));
    times.add(CaptureTimes::Source::XmpCreated, parseIsoTime(u"2021-01-01T00:00:00+01:00"));
    const auto best = times.best(wall("2026-05-01T12:00:00"));
    QVERIFY(best.has_value());
    QCOMPARE(best->wallMs, wall("2019-01-01T00:00:00"));
    QVERIFY(!best->offsetMinutes.has_value());
}

void CaptureTimeTest::passesOverNonsense()
{
    CaptureTimes times;
    times.add(CaptureTimes::Source::ExifOriginal, parseIsoTime(u"2098-01-01T00:00:00"));
    times.add(CaptureTimes::Source::ExifDigitized, parseIsoTime(u"1904-01-01T00:00:00"));
    QVERIFY(!times.best(wall("2026-05-01T12:00:00")).has_value());
    times.add(CaptureTimes::Source::Iptc, parseIsoTime(u"2018-03-04T05:06:07"));
    QCOMPARE(times.best(wall("2026-05-01T12:00:00"))->wallMs, wall("2018-03-04T05:06:07"));
}

void CaptureTimeTest::completesTheZone()
{
    const qint64 now = wall("2026-05-01T12:00:00");
    CaptureTimes times;
    times.add(CaptureTimes::Source::ExifOriginal, parseIsoTime(u"2022-01-10T15:15:44"));
    times.add(CaptureTimes::Source::Iptc, parseIsoTime(u"2022-01-10T15:15:44-04:00"));
    QVERIFY(!times.best(now)->offsetMinutes.has_value());
    times.add(CaptureTimes::Source::XmpCreated, parseIsoTime(u"2022-01-10T15:15:44-05:00"));
    QCOMPARE(times.best(now)->offsetMinutes.value_or(noOffset), -300);
    times.setGps(wall("2022-01-10T21:15:33"));
    QCOMPARE(times.best(now)->offsetMinutes.value_or(noOffset), -360);
    times.add(CaptureTimes::Source::ExifModified, parseIsoTime(u"2022-01-10T15:15:44-07:00"));
    QCOMPARE(times.best(now)->offsetMinutes.value_or(noOffset), -420);
}

QTEST_GUILESS_MAIN(CaptureTimeTest)
#include "tst_capture_time.moc"

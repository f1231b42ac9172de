// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/local_days.h"

#include <QDateTime>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

qint64 at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

qint32 day(int year, int month, int dayOfMonth)
{
    return qint32(QDate(year, month, dayOfMonth).toJulianDay());
}

} // namespace

class TestLocalDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOffsetDecides();
    void withoutOneTheZoneDoes();
    void summerAndWinter();
    void before1970();
    void agreesWithQt();
};

void TestLocalDays::theOffsetDecides()
{
    LocalDays days(QTimeZone("UTC"));
    const qint64 late = at(u"2026-03-14T23:30:00Z"_s);
    QCOMPARE(days.dayOf(late, 0), day(2026, 3, 14));
    QCOMPARE(days.dayOf(late, 60), day(2026, 3, 15));
    QCOMPARE(days.dayOf(at(u"2026-03-14T00:30:00Z"_s), -60), day(2026, 3, 13));
}

void TestLocalDays::withoutOneTheZoneDoes()
{
    LocalDays days(QTimeZone("Asia/Shanghai"));
    QCOMPARE(days.dayOf(at(u"2026-03-14T15:59:59Z"_s), {}), day(2026, 3, 14));
    QCOMPARE(days.dayOf(at(u"2026-03-14T16:00:00Z"_s), {}), day(2026, 3, 15));
}

void TestLocalDays::summerAndWinter()
{
    LocalDays days(QTimeZone("Europe/Berlin"));
    QCOMPARE(days.dayOf(at(u"2026-07-01T22:30:00Z"_s), {}), day(2026, 7, 2));
    QCOMPARE(days.dayOf(at(u"2026-01-01T22:30:00Z"_s), {}), day(2026, 1, 1));
    QCOMPARE(days.dayOf(at(u"2026-07-01T22:30:00Z"_s), {}), day(2026, 7, 2));
}

void TestLocalDays::before1970()
{
    LocalDays days(QTimeZone("UTC"));
    QCOMPARE(days.dayOf(-1, 0), day(1969, 12, 31));
    QCOMPARE(days.dayOf(-86'400'000, 0), day(1969, 12, 31));
    QCOMPARE(days.dayOf(-86'400'001, 0), day(1969, 12, 30));
}

void TestLocalDays::agreesWithQt()
{
    for (const char *name : {"Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "UTC"}) {
        const QTimeZone zone(name);
        LocalDays days(zone);
        // Two hours and a little at a time through forty years, back and forth over every change of the clocks.
        for (qint64 ms = 0; ms < qint64(40) * 366 * 86'400'000; ms += 7'800'001) {
            const auto expected = qint32(QDateTime::fromMSecsSinceEpoch(ms, zone).date().toJulianDay());
            QCOMPARE(days.dayOf(ms, {}), expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestLocalDays)
#include "tst_local_days.moc"

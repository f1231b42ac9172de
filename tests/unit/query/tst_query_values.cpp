// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/arithmetic.h"
#include "query/decimal.h"
#include "query/sql_value.h"
#include "query/temporal.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace kinframe::query;
using namespace Qt::StringLiterals;

class TestQueryValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integersAndDoublesAreComparedExactly();
    void whatCannotBeCompared();
    void textsOrderByCodePoints();
    void decimalsAreAsWritten();
    void integersStayWithin64Bits();
    void datesThatExist();
    void timesAndZones();
    void durations();
    void encodedValuesComeBack();
    void encodedValuesKeepTheirOrder();
};

void TestQueryValues::integersAndDoublesAreComparedExactly()
{
    constexpr qint64 odd = 9007199254740993;
    QVERIFY(!areEqual(odd, 9007199254740992.0));
    QVERIFY(compared(odd, 9007199254740992.0) > 0);
    QVERIFY(areEqual(qint64(7), 7.0));
    QVERIFY(compared(std::numeric_limits<qint64>::max(), 9223372036854775808.0) < 0);
    QVERIFY(areEqual(std::numeric_limits<qint64>::min(), -9223372036854775808.0));
    QVERIFY(compared(qint64(-3), -2.5) < 0);
    QVERIFY(compared(0.5, qint64(0)) > 0);
}

void TestQueryValues::whatCannotBeCompared()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!areEqual(nan, nan));
    QVERIFY(!areEqual(true, qint64(1)));
    QVERIFY(!areEqual(u"1"_s, qint64(1)));
    QVERIFY(areEqual({}, {}));
    QVERIFY(!areEqual({}, false));
    QVERIFY(compared(Value(), qint64(1)) == std::partial_ordering::unordered);
}

void TestQueryValues::textsOrderByCodePoints()
{
    QVERIFY(compared(u"￿"_s, u"😀"_s) < 0);
    QVERIFY(compared(u"Z"_s, u"a"_s) < 0);
}

void TestQueryValues::decimalsAreAsWritten()
{
    QCOMPARE(decimalFrom(0.1)->mantissa, 1);
    QCOMPARE(decimalFrom(0.1)->scale, 1);
    QCOMPARE(decimalFrom(-1500.0)->mantissa, -1500);
    QVERIFY(!decimalFrom(1e300));
    QVERIFY(!decimalFrom(std::numeric_limits<double>::infinity()));
    QCOMPARE(std::get<double>(calculated(Operator::Add, 0.1, 0.2)), 0.3);
    QCOMPARE(std::get<double>(calculated(Operator::Mul, 1.1, 1.1)), 1.21);
    QCOMPARE(std::get<double>(calculated(Operator::Div, 0.3, 0.1)), 3.0);
    QCOMPARE(std::get<double>(calculated(Operator::Mod, 5.5, 0.2)), 0.1);
    QCOMPARE(std::get<double>(calculated(Operator::Div, 1.0, 0.0)), std::numeric_limits<double>::infinity());
}

void TestQueryValues::integersStayWithin64Bits()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    QCOMPARE(std::get<qint64>(calculated(Operator::Sub, most, qint64(1))), most - 1);
    QCOMPARE(std::get<double>(calculated(Operator::Add, most, qint64(1))), 9223372036854775808.0);
    QCOMPARE(std::get<double>(calculated(Operator::Div, least, qint64(-1))), 9223372036854775808.0);
    QCOMPARE(std::get<qint64>(calculated(Operator::Mod, least, qint64(-1))), 0);
    QCOMPARE(std::get<double>(negative(least)), 9223372036854775808.0);
    QVERIFY(isNull(calculated(Operator::Div, qint64(1), qint64(0))));
    QVERIFY(isNull(calculated(Operator::Add, u"1"_s, qint64(1))));
    QVERIFY(isNull(negative({})));
}

void TestQueryValues::datesThatExist()
{
    QCOMPARE(parseDate(u"1970-01-02")->days, 1);
    QVERIFY(parseDate(u"2024-02-29"));
    QVERIFY(!parseDate(u"2023-02-29"));
    QVERIFY(!parseDate(u"2023-13-01"));
    QVERIFY(!parseDate(u"99999-01-01"));
    QCOMPARE(calendarDate(*parseDate(u"-0044-03-15")).year, -44);
}

void TestQueryValues::timesAndZones()
{
    QCOMPARE(parseMoment(u"1970-01-01T01:00:00.5+01:00")->seconds, 0);
    QCOMPARE(parseMoment(u"1970-01-01T01:00:00.5+01:00")->nanos, 500'000'000);
    QCOMPARE(parseMoment(u"1970-01-01T00:00")->seconds, 0);
    QVERIFY(!parseMoment(u"1970-01-01T24:00Z"));
    const Moment before = momentFromMs(-1);
    QCOMPARE(before.seconds, -1);
    QCOMPARE(before.nanos, 999'000'000);
    QCOMPARE(dateOf(before).days, -1);
    QCOMPARE(dateOf(*parseMoment(u"2024-01-01T23:30:00-01:00")).days, parseDate(u"2024-01-01")->days);
    QCOMPARE(timeOf(*parseMoment(u"2024-01-01T23:30:00-01:00")).nanos, parseTimeOfDay(u"23:30")->nanos);
    QVERIFY(!parseTimeOfDay(u"12:60"));
}

void TestQueryValues::durations()
{
    QCOMPARE(parseSpan(u"P1DT2H3M4.5S")->seconds, 86'400 + 7384);
    QCOMPARE(parseSpan(u"P1DT2H3M4.5S")->nanos, 500'000'000);
    QCOMPARE(parseSpan(u"-PT0.5S")->seconds, -1);
    QVERIFY(!parseSpan(u"P"));
    QVERIFY(!parseSpan(u"1H"));
    const Value back = calculated(Operator::Add, *parseMoment(u"2024-01-01T00:00:00Z"), *parseSpan(u"-PT0.5S"));
    QVERIFY(areEqual(back, *parseMoment(u"2023-12-31T23:59:59.5Z")));
    QVERIFY(areEqual(calculated(Operator::Mul, *parseSpan(u"PT1M"), 1.5), *parseSpan(u"PT90S")));
    QVERIFY(areEqual(negative(*parseSpan(u"PT0.5S")), *parseSpan(u"-PT0.5S")));
}

void TestQueryValues::encodedValuesComeBack()
{
    const std::vector<Value> values{Value(),
                                    true,
                                    false,
                                    qint64(-5),
                                    0.5,
                                    u"漢字"_s,
                                    QString(u""_s),
                                    *parseDate(u"-0044-03-15"),
                                    *parseTimeOfDay(u"12:30:00.5"),
                                    *parseMoment(u"1960-01-01T00:00:00.25-07:00"),
                                    *parseSpan(u"-PT0.5S"),
                                    QUuid(u"c0ffee00-0000-4000-8000-000000000002"_s)};
    const std::vector<Value> back = decodedList(std::get<QByteArray>(encodedList(values)));
    QCOMPARE(back.size(), values.size());
    for (size_t index = 0; index < values.size(); ++index) {
        QCOMPARE(back[index].index(), values[index].index());
        QVERIFY(areEqual(back[index], values[index]));
    }
    const std::vector<Value> nan = decodedList(std::get<QByteArray>(encodedList({std::nan("")})));
    QVERIFY(std::isnan(std::get<double>(nan.front())));
}

void TestQueryValues::encodedValuesKeepTheirOrder()
{
    const Value moments[] = {*parseMoment(u"-0500-01-01T00:00Z"), *parseMoment(u"1969-12-31T23:59:59.9Z"),
                             *parseMoment(u"1970-01-01T00:00:00Z"), *parseMoment(u"2024-01-01T00:00:00Z")};
    for (size_t index = 1; index < std::size(moments); ++index) {
        QVERIFY(std::get<QByteArray>(encoded(moments[index - 1])) < std::get<QByteArray>(encoded(moments[index])));
    }
    QVERIFY(std::get<QByteArray>(encoded(false)) < std::get<QByteArray>(encoded(true)));
}

QTEST_GUILESS_MAIN(TestQueryValues)
#include "tst_query_values.moc"

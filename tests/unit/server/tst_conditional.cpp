// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include <QTest>

using namespace kinframe::http;

namespace {

/// Sun, 06 Nov 1994 08:49:37 GMT
constexpr qint64 moment = 784'111'777'000;
/// 2026-01-01
constexpr qint64 now = 1'767'225'600'000;

} // namespace

class TestConditional : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesDates_data();
    void refusesDates();
    void readsDates_data();
    void readsDates();
    void writesDates();
    void comparesTags_data();
    void comparesTags();
    void weighsConditions_data();
    void weighsConditions();
};

void TestConditional::refusesDates_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "0",
                             "now",
                             "Sun, 06 Nov 1994 08:49:37",
                             "Sun, 06 Nov 1994 08:49:37 UTC",
                             "Sun, 06 Nov 1994 08:49:37 +0000",
                             "Sun, 6 Nov 1994 08:49:37 GMT",
                             "Sun 06 Nov 1994 08:49:37 GMT",
                             "Xyz, 06 Nov 1994 08:49:37 GMT",
                             "Sun, 31 Nov 1994 08:49:37 GMT",
                             "Sun, 00 Nov 1994 08:49:37 GMT",
                             "Sun, 06 nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 24:00:00 GMT",
                             "Sun, 06 Nov 1994 08:60:00 GMT",
                             "Sun, 06 Nov 1994 08:49:61 GMT",
                             "Sun, 06 Nov 94 08:49:37 GMT",
                             "Sun, 06 Nov 1994  08:49:37 GMT",
                             "Sun, 06-Nov-94 08:49:37 GMT",
                             "Sunday, 06-Nov-1994 08:49:37 GMT",
                             "Sun Nov 6 08:49:37 1994 GMT",
                             "Sun Nov 006 08:49:37 1994",
                             "Sun, 29 Feb 2023 08:49:37 GMT",
                             "Sun, 06 Nov 1994 -8:49:37 GMT",
                             "1994-11-06T08:49:37Z"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestConditional::refusesDates()
{
    QFETCH(QByteArray, text);
    QVERIFY(!fromHttpDate(text, now));
}

void TestConditional::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fixed");
    const auto row = [](const char *text, const char *fixed) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(fixed);
    };
    row("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("Wed Nov 16 08:49:37 1994", "Wed, 16 Nov 1994 08:49:37 GMT");
    row(" Thu, 29 Feb 2024 23:59:59 GMT ", "Thu, 29 Feb 2024 23:59:59 GMT");
    row("Sat, 31 Dec 2016 23:59:60 GMT", "Sun, 01 Jan 2017 00:00:00 GMT");
    row("Friday, 01-Jan-76 00:00:00 GMT", "Wed, 01 Jan 2076 00:00:00 GMT");
    row("Saturday, 01-Jan-77 00:00:00 GMT", "Sat, 01 Jan 1977 00:00:00 GMT");
    row("Wed, 31 Dec 1969 23:59:59 GMT", "Wed, 31 Dec 1969 23:59:59 GMT");
}

void TestConditional::readsDates()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, fixed);
    const std::optional<qint64> ms = fromHttpDate(text, now);
    QVERIFY(ms);
    QCOMPARE(httpDate(*ms), fixed);
}

void TestConditional::writesDates()
{
    QCOMPARE(httpDate(moment + 999), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(httpDate(0), QByteArray("Thu, 01 Jan 1970 00:00:00 GMT"));
    QCOMPARE(httpDate(-1), QByteArray("Wed, 31 Dec 1969 23:59:59 GMT"));
}

void TestConditional::comparesTags_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<bool>("strong");
    QTest::addColumn<bool>("weak");
    const auto row = [](const char *list, const char *etag, bool strong, bool weak) {
        QTest::addRow("%s, ours %s", list, etag) << QByteArray(list) << QByteArray(etag) << strong << weak;
    };
    row("", "\"a\"", false, false);
    row("a", "\"a\"", false, false);
    row("\"a", "\"a\"", false, false);
    row("w/\"a\"", "\"a\"", false, false);
    row("\"b\"", "\"a\"", false, false);
    row("\"A\"", "\"a\"", false, false);
    row("\"x\" \"a\"", "\"a\"", false, false);
    row("\"x\", broken, \"a\"", "\"a\"", false, false);
    row("\"a\"", "", false, false);
    row("\"*\"", "\"a\"", false, false);
    row("*, \"b\"", "\"a\"", false, false);
    row("\"a\"", "\"a\"", true, true);
    row("W/\"a\"", "\"a\"", false, true);
    row("\"a\"", "W/\"a\"", false, true);
    row("W/\"a\"", "W/\"a\"", false, true);
    row("\"b\", \"a\"", "\"a\"", true, true);
    row("\"b\",,W/\"c\" , \"a\"", "\"a\"", true, true);
    row("\"b,c\", \"a\"", "\"b,c\"", true, true);
    row("\"b\\\", \"a\"", "\"a\"", true, true);
    row("\"\"", "\"\"", true, true);
    row(" * ", "\"a\"", true, true);
}

void TestConditional::comparesTags()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, etag);
    QFETCH(bool, strong);
    QFETCH(bool, weak);
    QCOMPARE(etagListed(list, etag, EtagComparison::Strong), strong);
    QCOMPARE(etagListed(list, etag, EtagComparison::Weak), weak);
}

void TestConditional::weighsConditions_data()
{
    QTest::addColumn<QByteArray>("ifMatch");
    QTest::addColumn<QByteArray>("ifUnmodifiedSince");
    QTest::addColumn<QByteArray>("ifNoneMatch");
    QTest::addColumn<QByteArray>("ifModifiedSince");
    QTest::addColumn<int>("onRead");
    QTest::addColumn<int>("onWrite");
    const QByteArray none;
    const QByteArray ours("\"a\"");
    const QByteArray other("\"b\"");
    const QByteArray then("Sun, 06 Nov 1994 08:49:37 GMT");
    const QByteArray before("Sun, 06 Nov 1994 08:49:36 GMT");
    const int proceed = static_cast<int>(ConditionOutcome::Proceed);
    const int notModified = static_cast<int>(ConditionOutcome::NotModified);
    const int failed = static_cast<int>(ConditionOutcome::Failed);
    QTest::newRow("none") << none << none << none << none << proceed << proceed;
    QTest::newRow("match fails") << other << none << none << none << failed << failed;
    QTest::newRow("match holds") << ours << none << none << none << proceed << proceed;
    QTest::newRow("match any") << QByteArray("*") << none << none << none << proceed << proceed;
    QTest::newRow("match outranks unmodified") << ours << before << none << none << proceed << proceed;
    QTest::newRow("modified since") << none << before << none << none << failed << failed;
    QTest::newRow("unmodified since") << none << then << none << none << proceed << proceed;
    QTest::newRow("unmodified, no date") << none << QByteArray("x") << none << none << proceed << proceed;
    QTest::newRow("none-match hits") << none << none << ours << none << notModified << failed;
    QTest::newRow("none-match hits weakly") << none << none << QByteArray("W/\"a\"") << none << notModified << failed;
    QTest::newRow("none-match any") << none << none << QByteArray("*") << none << notModified << failed;
    QTest::newRow("none-match outranks modified") << none << none << other << then << proceed << proceed;
    QTest::newRow("modified-since holds") << none << none << none << then << notModified << proceed;
    QTest::newRow("modified-since fails") << none << none << none << before << proceed << proceed;
    QTest::newRow("match, then none-match") << ours << none << ours << none << notModified << failed;
    QTest::newRow("match fails first") << other << none << ours << none << failed << failed;
}

void TestConditional::weighsConditions()
{
    QFETCH(QByteArray, ifMatch);
    QFETCH(QByteArray, ifUnmodifiedSince);
    QFETCH(QByteArray, ifNoneMatch);
    QFETCH(QByteArray, ifModifiedSince);
    QFETCH(int, onRead);
    QFETCH(int, onWrite);
    const ConditionHeaders headers{ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince};
    const Validators validators{strongEtag("a"), moment + 700};
    QCOMPARE(static_cast<int>(evaluateConditions(headers, validators, true)), onRead);
    QCOMPARE(static_cast<int>(evaluateConditions(headers, validators, false)), onWrite);
}

QTEST_APPLESS_MAIN(TestConditional)
#include "tst_conditional.moc"

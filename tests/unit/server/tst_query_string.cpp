// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/query_string.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;

class TestQueryString : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void holdsTheLimits();
    void reads_data();
    void reads();
    void answersByName();
};

void TestQueryString::refuses_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw : {"a=%", "a=%1", "%zz=1", "a=1&b=%C0%AF", "a=%00", "%00=a", "a=%ED%A0%80", "a=%FF&b=1"}) {
        QTest::newRow(raw) << QByteArray(raw);
    }
    QTest::newRow("raw byte") << QByteArray("a=\xE9");
    QTest::newRow("raw NUL") << QByteArray("a=b\0c", 5);
}

void TestQueryString::refuses()
{
    QFETCH(QByteArray, raw);
    const Result<QueryString> query = QueryString::parse(raw);
    QVERIFY(!query);
    QCOMPARE(query.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(query.error().fact(u"field"_s), u"query"_s);
}

void TestQueryString::holdsTheLimits()
{
    QCOMPARE(QueryString::parse("a=12345", {.bytes = 6}).error().code, ErrorCode::TooLarge);
    QVERIFY(QueryString::parse("a=1234", {.bytes = 6}));
    QCOMPARE(QueryString::parse("a&b&c", {.pairs = 2}).error().code, ErrorCode::TooMany);
    QVERIFY(QueryString::parse("a&&&b&", {.pairs = 2}));
    QCOMPARE(QueryString::parse(QByteArray("a&").repeated(1001)).error().code, ErrorCode::TooMany);
}

void TestQueryString::reads_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("pairs");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("only separators") << QByteArray("&&") << QStringList();
    QTest::newRow("ordered") << QByteArray("b=2&a=1&b=3") << QStringList{u"b:2"_s, u"a:1"_s, u"b:3"_s};
    QTest::newRow("no value") << QByteArray("flag&a=") << QStringList{u"flag:"_s, u"a:"_s};
    QTest::newRow("no name") << QByteArray("=x") << QStringList{u":x"_s};
    QTest::newRow("equals in the value") << QByteArray("a=b=c") << QStringList{u"a:b=c"_s};
    QTest::newRow("plus") << QByteArray("a+b=c+d%2Be") << QStringList{u"a b:c d+e"_s};
    QTest::newRow("encoded separators") << QByteArray("a%26b=c%3Dd") << QStringList{u"a&b:c=d"_s};
    QTest::newRow("UTF-8") << QByteArray("%E5%90%8D=\xE5\xBC\xA0") << QStringList{u"名:张"_s};
    QTest::newRow("OData") << QByteArray("$filter=rating%20gt%204&%24top=5")
                           << QStringList{u"$filter:rating gt 4"_s, u"$top:5"_s};
    QTest::newRow("semicolon is data") << QByteArray("a=1;b=2") << QStringList{u"a:1;b=2"_s};
    QTest::newRow("question mark is data") << QByteArray("a=?") << QStringList{u"a:?"_s};
}

void TestQueryString::reads()
{
    QFETCH(QByteArray, raw);
    QFETCH(QStringList, pairs);
    const Result<QueryString> query = QueryString::parse(raw);
    QVERIFY(query);
    QStringList found;
    for (const auto &[name, value] : query->pairs()) {
        found.append(name + u':' + value);
    }
    QCOMPARE(found, pairs);
}

void TestQueryString::answersByName()
{
    const QueryString query = QueryString::parse("a=1&b&a=2").value();
    QCOMPARE(query.get(u"a"), std::optional(u"1"_s));
    QCOMPARE(query.get(u"b"), std::optional(QString()));
    QVERIFY(!query.get(u"A"));
    QCOMPARE(query.all(u"a"), (QStringList{u"1"_s, u"2"_s}));
    QVERIFY(query.all(u"c").isEmpty());
    QVERIFY(query.has(u"b"));
    QVERIFY(!query.has(u""));
}

QTEST_APPLESS_MAIN(TestQueryString)
#include "tst_query_string.moc"

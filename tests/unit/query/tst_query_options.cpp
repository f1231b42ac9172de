// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a query string becomes options and terms: what clients encode and what they do not.
#include "query/query.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::query;
using namespace Qt::StringLiterals;

class TestQueryOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAsksForAll();
    void namesInAnyCaseAndEncoded();
    void aPlusIsASpaceUnlessItCannotBe();
    void percentSignsThatEncodeNothing();
    void numbersOfThePage();
    void whatIsRefused_data();
    void whatIsRefused();
    void shortTermsAreJoined();
    void shortValuesHaveTypes_data();
    void shortValuesHaveTypes();
    void selectedNames();
    void askedAgainItIsTheSame();
};

namespace {

Value literalOf(const QByteArray &query)
{
    const auto parsed = parseQuery(query);
    if (!parsed || !parsed->filter || parsed->filter->children.size() != 2) {
        return QStringLiteral("not understood");
    }
    return parsed->filter->children[1]->value;
}

} // namespace

void TestQueryOptions::nothingAsksForAll()
{
    const auto query = parseQuery("");
    QVERIFY(query);
    QVERIFY(!query->filter);
    QVERIFY(query->order.empty());
    QCOMPARE(query->top, 50);
    QVERIFY(query->hasCount);
}

void TestQueryOptions::namesInAnyCaseAndEncoded()
{
    for (const char *text : {"$filter=a%20eq%201", "%24filter=a+eq+1", "$FILTER=a eq 1", "Filter=a%20EQ%201", "a=1"}) {
        QCOMPARE(std::get<qint64>(literalOf(text)), 1);
    }
}

void TestQueryOptions::aPlusIsASpaceUnlessItCannotBe()
{
    const Value east = literalOf("$filter=created_at+ge+2024-01-01T12:00:00+02:00");
    QCOMPARE(std::get<Moment>(east).offsetMinutes, 120);
    const Value encoded = literalOf("$filter=created_at ge 2024-01-01T12:00:00%2B02:00");
    QCOMPARE(std::get<Moment>(encoded).seconds, std::get<Moment>(east).seconds);
    const Value shortForm = literalOf("created_at>=2024-01-01T12:00:00.5+02%3A00");
    QCOMPARE(std::get<Moment>(shortForm).nanos, 500'000'000);
    QCOMPARE(std::get<double>(literalOf("$filter=a+eq+1e+3")), 1000.0);
    QCOMPARE(std::get<QString>(literalOf("$filter=a+eq+'x+y'")), u"x y"_s);
}

void TestQueryOptions::percentSignsThatEncodeNothing()
{
    QCOMPARE(std::get<QString>(literalOf("$filter=a eq '100% sure'")), u"100% sure"_s);
    QCOMPARE(std::get<QString>(literalOf("$filter=a eq '100%25'")), u"100%"_s);
    QCOMPARE(std::get<QString>(literalOf("$filter=a eq 'O''Neil %E6%BC%A2'")), u"O'Neil 漢"_s);
}

void TestQueryOptions::numbersOfThePage()
{
    const auto query = parseQuery("$top=5000&$skip=7&$count=false");
    QVERIFY(query);
    QCOMPARE(query->top, 200);
    QCOMPARE(query->skip, 7);
    QVERIFY(!query->hasCount);
    QCOMPARE(parseQuery("take=0")->top, 0);
}

void TestQueryOptions::whatIsRefused_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"$top=abc", "$top=", "$top=-1", "$skip=9223372036854775808", "$count=1", "$nosuch=1",
                              "$filter%20=true", "$filter=true&$filter=true", "$filter=", "$filter=a eq '%00'",
                              "$filter=a eq '%ff'", "$filter=5", "$skiptoken=%20", "=5", "$format=xml"}) {
        QTest::newRow(query) << query;
    }
}

void TestQueryOptions::whatIsRefused()
{
    QFETCH(const QString, query);
    const auto parsed = parseQuery(query.toUtf8());
    // A token is looked at when the page is made.
    QVERIFY(!parsed || !compile(*parsed, 1, Mode::Page));
}

void TestQueryOptions::shortTermsAreJoined()
{
    const auto query = parseQuery("is_favorite&rating>=4.5&!is_nsfw&model~x&$filter=width%20gt%205");
    QVERIFY(query);
    QCOMPARE(query->filter->kind, Kind::And);
    QCOMPARE(query->filter->children.size(), size_t(5));
}

void TestQueryOptions::shortValuesHaveTypes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Type>("type");
    QTest::newRow("number") << QByteArray("a=5") << Type::Number;
    QTest::newRow("encoded sign") << QByteArray("a%3E%3D5") << Type::Number;
    QTest::newRow("decimal") << QByteArray("a<=-0.5") << Type::Number;
    QTest::newRow("boolean") << QByteArray("a=true") << Type::Boolean;
    QTest::newRow("null") << QByteArray("a!=null") << Type::Null;
    QTest::newRow("date") << QByteArray("a>2024-01-01") << Type::Date;
    QTest::newRow("text") << QByteArray("a=x y") << Type::String;
    QTest::newRow("quoted") << QByteArray("a='5'") << Type::String;
    QTest::newRow("a column of texts") << QByteArray("task_id=5") << Type::String;
    QTest::newRow("a text that begins as a number") << QByteArray("a=5px") << Type::String;
}

void TestQueryOptions::shortValuesHaveTypes()
{
    QFETCH(const QByteArray, query);
    QFETCH(const Type, type);
    QCOMPARE(typeOf(literalOf(query)), type);
}

void TestQueryOptions::selectedNames()
{
    QCOMPARE(parseQuery("$select=width, height")->select, QStringList({u"width"_s, u"height"_s}));
    QVERIFY(parseQuery("select=*")->select.isEmpty());
}

void TestQueryOptions::askedAgainItIsTheSame()
{
    auto first = parseQuery("width>=5&$top=3");
    const auto again = parseQuery("width>=5&$top=3");
    QVERIFY(first && again);
    QCOMPARE(again->filter.get(), first->filter.get());
    // What somebody makes of it is theirs alone.
    first->top = 7;
    first->filter = nullptr;
    QCOMPARE(parseQuery("width>=5&$top=3")->top, 3);
    QVERIFY(parseQuery("width>=5&$top=3")->filter);
    QCOMPARE(parseQuery("width>=5&$top=4")->top, 4);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(parseQuery("$filter=width%20ge").error().code, ErrorCode::QueryInvalid);
    }
    // Many more than are remembered, and one too long to be.
    for (int number = 0; number < 300; ++number) {
        const QByteArray raw = "$top=" + QByteArray::number(number % 200);
        QCOMPARE(parseQuery(raw)->top, number % 200);
    }
    const QByteArray longest = "file_name=" + QByteArray(3000, 'x');
    QVERIFY(parseQuery(longest)->filter.get() != parseQuery(longest)->filter.get());
}

QTEST_GUILESS_MAIN(TestQueryOptions)
#include "tst_query_options.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where errors are, what binds tighter than what, and the limits.
#include "query/query.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::query;
using namespace Qt::StringLiterals;

class TestQuerySyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsHaveAPlace_data();
    void errorsHaveAPlace();
    void limitsAreSaid_data();
    void limitsAreSaid();
    void aLongChainIsNotDeep();
    void comparisonsBindTighterThanEquality();
    void inBindsTighterThanNot();
    void variablesHideProperties();
    void aliasesAreReadWhereTheyStand();
    void anAliasOfItselfEnds();
};

namespace {

QByteArray filter(const QByteArray &text)
{
    return "$filter=" + text.toPercentEncoding();
}

const Node &treeOf(const Result<ImageQuery> &query)
{
    static const Node none{.kind = Kind::Literal};
    return query && query->filter ? *query->filter : none;
}

} // namespace

void TestQuerySyntax::errorsHaveAPlace_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("position");
    const auto row = [](const char *name, const QByteArray &query, const QString &target, int position) {
        QTest::newRow(name) << query << target << position;
    };
    row("end", filter("width ge"), u"$filter"_s, 8);
    row("unknown operator", filter("width == 1024"), u"$filter"_s, 6);
    row("open quote", filter("width eq 'abc"), u"$filter"_s, 13);
    row("behind the end", filter("width eq 1 2"), u"$filter"_s, 11);
    row("letters behind a number", filter("width eq 12px"), u"$filter"_s, 11);
    row("unknown function", filter("true and shout(model)"), u"$filter"_s, 9);
    row("arguments", filter("contains(model)"), u"$filter"_s, 0);
    row("type of an argument", filter("substring(1,2) eq 'a'"), u"$filter"_s, 10);
    row("no condition", filter("true and width"), u"$filter"_s, 9);
    row("sum of text", filter("1 add '2' eq 3"), u"$filter"_s, 2);
    row("no such day", filter("created_at gt 2023-02-30"), u"$filter"_s, 14);
    row("lambda without colon", filter("tags/any(t t eq 'a')"), u"$filter"_s, 11);
    row("characters, not bytes", filter("model eq '漢字' 1"), u"$filter"_s, 14);
    row("a collection is no value", filter("tags eq 'x'"), u"$filter"_s, 0);
    row("pattern", filter("matchesPattern(model,'a(')"), u"$filter"_s, 24);
    row("order", "$orderby=created_at%20desc%20asc", u"$orderby"_s, 16);
    row("order ends on a comma", "$orderby=foo,", u"$orderby"_s, 4);
    row("select", "$select=width,,height", u"$select"_s, 6);
    row("search", "$search=(a%20b", u"$search"_s, 4);
    row("alias", "$filter=width%20ge%20@w&@w=1%20eq", u"@w"_s, 4);
    row("short form", "rating*5", u"rating*5"_s, 6);
}

void TestQuerySyntax::errorsHaveAPlace()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, target);
    QFETCH(const int, position);
    const auto parsed = parseQuery(query);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::QueryInvalid);
    QCOMPARE(parsed.error().fact(u"target"_s), target);
    QCOMPARE(parsed.error().fact(u"position"_s).toInt(), position);
    QVERIFY(!parsed.error().fact(u"expected"_s).isEmpty());
    QVERIFY(parsed.error().fact(u"code"_s).startsWith(u"Invalid"_s));
}

void TestQuerySyntax::limitsAreSaid_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("limit");
    const auto repeated = [](const QByteArray &text, int times) { return text.repeated(times); };
    QTest::newRow("nodes") << filter(repeated("a eq 1 or ", 80) + "b") << u"200"_s;
    QTest::newRow("brackets") << filter(repeated("(", 5000) + "a" + repeated(")", 5000)) << u"20"_s;
    QTest::newRow("minus") << filter(repeated("-", 5000) + "1 eq 1") << u"20"_s;
    QTest::newRow("not") << filter(repeated("not ", 5000) + "a") << u"20"_s;
    QTest::newRow("functions") << filter(repeated("trim(", 50) + "a" + repeated(")", 50) + " eq 'x'") << u"20"_s;
    QTest::newRow("sum") << filter("1" + repeated(" add 1", 50) + " eq 51") << u"20"_s;
    QTest::newRow("arrays") << filter("a in " + repeated("[", 5000)) << u"20"_s;
    QTest::newRow("lambdas") << filter("tags/any(a: tags/any(b: tags/any(c: c eq a)))") << u"2"_s;
    QTest::newRow("values") << filter("a in (" + repeated("1,", 1000) + "1)") << u"1000"_s;
    QTest::newRow("order keys") << QByteArray("$orderby=a,b,c,d,e,f") << u"5"_s;
    QTest::newRow("pattern") << filter("matchesPattern(a,'" + repeated("x", 257) + "')") << u"256"_s;
    QTest::newRow("search") << QByteArray("$search=" + repeated("(", 100)) << u"20"_s;
}

void TestQuerySyntax::limitsAreSaid()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, limit);
    const auto parsed = parseQuery(query);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::QueryTooComplex);
    QCOMPARE(parsed.error().fact(u"limit"_s), limit);
}

void TestQuerySyntax::aLongChainIsNotDeep()
{
    QVERIFY(parseQuery(filter(QByteArray("a eq 1 or ").repeated(49) + "b")));
    QVERIFY(parseQuery(filter("a in (" + QByteArray("1,").repeated(999) + "1)")));
    QVERIFY(parseQuery("$orderby=a,b,c,d,e"));
    QVERIFY(parseQuery(filter("matchesPattern(a,'" + QByteArray(256, 'x') + "')")));
}

void TestQuerySyntax::comparisonsBindTighterThanEquality()
{
    const auto query = parseQuery(filter("width gt 1 eq is_favorite"));
    const Node &tree = treeOf(query);
    QCOMPARE(tree.op, Operator::Eq);
    QCOMPARE(tree.children[0]->op, Operator::Gt);
    QCOMPARE(tree.children[1]->name, u"is_favorite"_s);
}

void TestQuerySyntax::inBindsTighterThanNot()
{
    const auto query = parseQuery(filter("not a in (1, 2)"));
    const Node &tree = treeOf(query);
    QCOMPARE(tree.kind, Kind::Not);
    QCOMPARE(tree.children[0]->kind, Kind::In);
}

void TestQuerySyntax::variablesHideProperties()
{
    const auto query = parseQuery(filter("tags/any(width: width eq 'x') and width eq 5"));
    const Node &tree = treeOf(query);
    QCOMPARE(tree.kind, Kind::And);
    QCOMPARE(tree.children[0]->children[0]->children[0]->kind, Kind::Variable);
    QCOMPARE(tree.children[1]->children[0]->kind, Kind::Property);
}

void TestQuerySyntax::aliasesAreReadWhereTheyStand()
{
    const auto query = parseQuery("$filter=width%20ge%20@w&@w=1%20add%202");
    QCOMPARE(treeOf(query).children[1]->kind, Kind::Arithmetic);
    const auto missing = parseQuery("$filter=width%20eq%20@x");
    QVERIFY(isNull(treeOf(missing).children[1]->value));
}

void TestQuerySyntax::anAliasOfItselfEnds()
{
    const auto query = parseQuery("$filter=@a&@a=not%20@a");
    QVERIFY(!query);
    QCOMPARE(query.error().code, ErrorCode::QueryTooComplex);
}

QTEST_GUILESS_MAIN(TestQuerySyntax)
#include "tst_query_syntax.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters as lists of conditions and as text again.
#include "query/conditions.h"
#include "query/listing.h"
#include "query/print.h"

#include <QTest>

using namespace kinframe::query;
using namespace Qt::StringLiterals;

class TestQueryConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsMeanTheSameAgain_data();
    void textsMeanTheSameAgain();
    void conditions_data();
    void conditions();
    void madeOnes_data();
    void madeOnes();
    void orsKeepTheirBrackets();
    void nothing();

private:
    [[nodiscard]] static NodePtr tree(const QString &filter);
};

NodePtr TestQueryConditions::tree(const QString &filter)
{
    const auto query = readWritten({filter, {}, {}});
    if (!query) {
        QTest::qFail(qPrintable(filter + u": "_s + query.error().forLog()), __FILE__, __LINE__);
        return {};
    }
    return query->query.filter;
}

void TestQueryConditions::textsMeanTheSameAgain_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *filter, const char *printed = nullptr) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(printed != nullptr ? printed : filter);
    };
    row("rating ge 4.5");
    row("(rating ge 4)", "rating ge 4");
    row("width gt 5 or height gt 5");
    row("(width gt 5 or height gt 5) and rating ge 4");
    row("not (rating gt 3)");
    row("not contains(note,'x')");
    row("not tags/any(t: t eq 'n''sfw')");
    row("tags/any(tags: tags eq 'x')", "tags/any(t: t eq 'x')");
    row("people/all(x: x/name ne 'Ann' and x/id ne '5')", "people/all(p: p/name ne 'Ann' and p/id ne '5')");
    row("tags/any(x: t eq x)", "tags/any(t_: t eq t_)");
    row("tags/any() and people/$count ge 2");
    row("type in ('a','b''c',null)");
    row("(a add b) mul 2 eq 7");
    row("a sub (b sub c) lt -5");
    row("-a eq 9007199254740993", "-a eq 9007199254740993");
    row("created_at ge 2024-02-29T12:30:00+02:00");
    row("created_at lt 2024-02-29T12:30:00.25Z");
    row("date(created_at) eq 2024-02-29");
    row("time(created_at) lt 12:30", "time(created_at) lt 12:30:00");
    row("created_at gt now() sub duration'P1DT1H'", "created_at gt now() sub duration'PT90000S'");
    row("d eq duration'-PT1.5S'");
    row("x eq INF or x eq -INF or x eq NaN");
    row("x eq 7.0 and y eq 1e30", "x eq 7.0 and y eq 1e+30");
    row("(a eq 1) eq (b eq 2)", "a eq 1 eq (b eq 2)");
    row("'Ann' in tags");
    row("is_favorite and not is_nsfw");
}

void TestQueryConditions::textsMeanTheSameAgain()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, printed);
    const NodePtr node = tree(filter);
    QVERIFY(node);
    QCOMPARE(textOf(*node), printed);
    const NodePtr again = tree(printed);
    QVERIFY(again);
    QCOMPARE(textOf(*again), printed);
}

void TestQueryConditions::conditions_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("property");
    QTest::addColumn<Relation>("relation");
    QTest::addColumn<QString>("value"); // as text of the language
    QTest::newRow("or") << u"a eq 1 or b eq 2"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("two properties") << u"width gt height"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("not contains") << u"not contains(a,'x')"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("other lambda") << u"tags/any(t: t ne 'x')"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("ids of people") << u"people/any(p: p/id eq 'x')"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("false") << u"a eq false"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("less than null") << u"a lt null"_s << QString() << Relation::Other << u"null"_s;
    QTest::newRow("number") << u"rating ge 4"_s << u"rating"_s << Relation::AtLeast << u"4"_s;
    QTest::newRow("turned") << u"4 lt rating"_s << u"rating"_s << Relation::More << u"4"_s;
    QTest::newRow("short") << u"model~sd"_s << u"model"_s << Relation::Contains << u"'sd'"_s;
    QTest::newRow("lower") << u"contains(tolower(a),tolower('X'))"_s << u"a"_s << Relation::Contains << u"'X'"_s;
    QTest::newRow("starts") << u"startswith(a,'X')"_s << u"a"_s << Relation::Starts << u"'X'"_s;
    QTest::newRow("flag") << u"is_favorite"_s << u"is_favorite"_s << Relation::True << u"null"_s;
    QTest::newRow("no flag") << u"!is_nsfw"_s << u"is_nsfw"_s << Relation::NotTrue << u"null"_s;
    QTest::newRow("tag key") << u"tag_sea eq true"_s << u"tags"_s << Relation::Has << u"'sea'"_s;
    QTest::newRow("no tag") << u"not tags/any(t: t eq 'sea')"_s << u"tags"_s << Relation::HasNot << u"'sea'"_s;
    QTest::newRow("person") << u"people/any(p: p/name eq 'Ann')"_s << u"people"_s << Relation::Has << u"'Ann'"_s;
    QTest::newRow("album") << u"albums/any(x: x/name eq 'Sea')"_s << u"albums"_s << Relation::Has << u"'Sea'"_s;
    QTest::newRow("no album") << u"not albums/any(a: a/name eq 'Sea')"_s << u"albums"_s << Relation::HasNot
                              << u"'Sea'"_s;
    QTest::newRow("put aside") << u"is_archived"_s << u"is_archived"_s << Relation::True << u"null"_s;
    QTest::newRow("unknown") << u"camera eq null"_s << u"camera"_s << Relation::None << u"null"_s;
    QTest::newRow("known") << u"camera ne null"_s << u"camera"_s << Relation::Some << u"null"_s;
}

void TestQueryConditions::conditions()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, property);
    QFETCH(const Relation, relation);
    QFETCH(const QString, value);
    const std::vector<Condition> all = conditionsOf(tree(filter));
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].property, property);
    QCOMPARE(all[0].relation, relation);
    QCOMPARE(textOf(all[0].value), value);
    // What is written for it is it again.
    const std::vector<Condition> again = conditionsOf(tree(textOf(all)));
    QCOMPARE(again.size(), 1U);
    QCOMPARE(again[0].property, property);
    QCOMPARE(textOf(again), textOf(conditionsOf(tree(textOf(again)))));
}

void TestQueryConditions::madeOnes_data()
{
    QTest::addColumn<Relation>("relation");
    for (int relation = 0; relation < int(Relation::Other); ++relation) {
        QTest::addRow("%d", relation) << Relation(relation);
    }
}

void TestQueryConditions::madeOnes()
{
    QFETCH(const Relation, relation);
    const bool isOfMany = relation == Relation::Has || relation == Relation::HasNot;
    const Condition made = madeCondition(isOfMany ? u"people"_s : u"note"_s, relation, u"O'Brien & 100%"_s);
    const std::vector<Condition> read = conditionsOf(tree(made.text));
    QCOMPARE(read.size(), 1U);
    QCOMPARE(read[0].relation, relation);
    QCOMPARE(read[0].property, made.property);
    if (!isNull(read[0].value)) {
        QCOMPARE(textOf(read[0].value), u"'O''Brien & 100%'"_s);
    }
}

void TestQueryConditions::orsKeepTheirBrackets()
{
    std::vector<Condition> all = conditionsOf(tree(u"rating ge 4 and (width gt 5 or height gt 5)"_s));
    QCOMPARE(all.size(), 2U);
    QCOMPARE(textOf(all), u"rating ge 4 and (width gt 5 or height gt 5)"_s);
    all.erase(all.begin());
    QCOMPARE(textOf(all), u"width gt 5 or height gt 5"_s);
    QCOMPARE(textOf(conditionsOf(tree(u"rating>=4&!is_nsfw"_s))),
             u"rating ge 4 and (is_nsfw eq false or is_nsfw eq null)"_s);
}

void TestQueryConditions::nothing()
{
    QVERIFY(conditionsOf(nullptr).empty());
    QCOMPARE(textOf(std::vector<Condition>()), QString());
    QVERIFY(simplified(nullptr) == nullptr);
}

QTEST_GUILESS_MAIN(TestQueryConditions)
#include "tst_query_conditions.moc"

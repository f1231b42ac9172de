// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// True, false and null: random conditions against an evaluator of a few lines, over rows of all combinations.
#include "unit/query/query_fixture.h"

#include <QTest>

#include <random>

using namespace kinframe;
using namespace Qt::StringLiterals;

namespace {

enum class Truth { False, Null, True };

struct Row
{
    qint64 id = 0;
    Truth flag = Truth::Null; // a boolean of a row's own
    Truth tag = Truth::Null;  // tag_x
    Truth favourite = Truth::Null;
    std::optional<int> rating;
    std::optional<QString> note;
};

Truth of(bool holds)
{
    return holds ? Truth::True : Truth::False;
}

struct Leaf
{
    const char *text;
    Truth (*value)(const Row &);
};

// Functions are null for null; comparisons never are.
const Leaf leaves[] = {
    {"flag", [](const Row &row) { return row.flag; }},
    {"tag_x", [](const Row &row) { return row.tag; }},
    {"is_favorite", [](const Row &row) { return row.favourite; }},
    {"null", [](const Row &) { return Truth::Null; }},
    {"true", [](const Row &) { return Truth::True; }},
    {"no_such_key", [](const Row &) { return Truth::Null; }},
    {"contains(note,'a')", [](const Row &row) { return row.note ? of(row.note->contains(u'a')) : Truth::Null; }},
    {"rating gt 3", [](const Row &row) { return of(row.rating && *row.rating > 3); }},
    {"3 ge rating", [](const Row &row) { return of(row.rating && *row.rating <= 3); }},
    {"rating ne 5", [](const Row &row) { return of(row.rating != 5); }},
    {"rating in (1,null)", [](const Row &row) { return of(!row.rating || row.rating == 1); }},
    {"rating add 1 gt 3", [](const Row &row) { return of(row.rating && *row.rating > 2); }},
    {"note eq 'a'", [](const Row &row) { return of(row.note == u"a"_s); }},
    {"note ne 'a'", [](const Row &row) { return of(row.note != u"a"_s); }},
    {"note lt 'b'", [](const Row &row) { return of(row.note && *row.note < u"b"_s); }},
    {"note in ('b','c')", [](const Row &row) { return of(row.note == u"b"_s); }},
    {"note eq null", [](const Row &row) { return of(!row.note); }},
    {"flag eq false", [](const Row &row) { return of(row.flag == Truth::False); }},
    {"flag ne true", [](const Row &row) { return of(row.flag != Truth::True); }},
    {"flag eq is_favorite", [](const Row &row) { return of(row.flag == row.favourite); }},
    {"tag_x ne true", [](const Row &row) { return of(row.tag != Truth::True); }},
    {"tag_x eq false", [](const Row &row) { return of(row.tag == Truth::False); }},
    {"tags/any(t: t eq 'x')", [](const Row &row) { return of(row.tag == Truth::True); }},
    {"tags/all(t: t ne 'x')", [](const Row &row) { return of(row.tag != Truth::True); }},
    {"tags/any(t: t eq 'x' and contains(note,'a'))",
     [](const Row &row) { return of(row.tag == Truth::True && row.note && row.note->contains(u'a')); }},
};

struct Condition
{
    QString text;
    std::function<Truth(const Row &)> value;
};

Condition operator!(const Condition &inner)
{
    return {u"not ("_s + inner.text + u')', [inner](const Row &row) { return Truth(2 - int(inner.value(row))); }};
}

Condition both(const Condition &left, const Condition &right, bool isAnd)
{
    return {u'(' + left.text + (isAnd ? u" and "_s : u" or "_s) + right.text + u')', [=](const Row &row) {
                return isAnd ? std::min(left.value(row), right.value(row))
                             : std::max(left.value(row), right.value(row));
            }};
}

Condition tested(const Condition &inner, const char *text, Truth wanted, bool isEqual)
{
    return {u"(("_s + inner.text + u')' + QString::fromLatin1(text) + u')',
            [=](const Row &row) { return of((inner.value(row) == wanted) == isEqual); }};
}

class Generator
{
public:
    Condition condition(int depth)
    {
        const int choice = depth > 3 ? 0 : below(9);
        switch (choice) {
        case 0:
        case 1:
            return leaf();
        case 2:
        case 3:
            return !condition(depth + 1);
        case 4:
            return both(condition(depth + 1), condition(depth + 1), true);
        case 5:
            return both(condition(depth + 1), condition(depth + 1), false);
        case 6:
            return tested(condition(depth + 1), " eq true", Truth::True, true);
        case 7:
            return tested(condition(depth + 1), " ne false", Truth::False, false);
        default:
            return tested(condition(depth + 1), " eq null", Truth::Null, true);
        }
    }

private:
    int below(int limit) { return int(m_random() % std::mt19937::result_type(limit)); }

    Condition leaf()
    {
        const Leaf &chosen = leaves[below(int(std::size(leaves)))];
        return {u'(' + QString::fromLatin1(chosen.text) + u')', chosen.value};
    }

    std::mt19937 m_random{20240229};
};

} // namespace

class TestQueryLogic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLeafAndItsOpposite();
    void randomConditions();

private:
    void compare(const Condition &condition);

    std::unique_ptr<test::QueryFixture> m_fixture;
    std::vector<Row> m_rows;
};

void TestQueryLogic::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    const std::optional<int> ratings[] = {std::nullopt, 1, 5};
    const std::optional<QString> notes[] = {std::nullopt, u"a"_s, u"b"_s};
    const Truth truths[] = {Truth::False, Truth::Null, Truth::True};
    for (int combination = 0; combination < 243; ++combination) {
        Row row;
        row.flag = truths[combination % 3];
        row.tag = truths[combination / 3 % 3];
        row.favourite = truths[combination / 9 % 3];
        row.rating = ratings[combination / 27 % 3];
        row.note = notes[combination / 81];
        QJsonObject metadata;
        const auto set = [&metadata](const QString &key, Truth truth) {
            if (truth != Truth::Null) {
                metadata.insert(key, truth == Truth::True);
            }
        };
        set(u"flag"_s, row.flag);
        set(u"tag_x"_s, row.tag);
        set(u"is_favorite"_s, row.favourite);
        if (row.rating) {
            metadata.insert(u"rating"_s, *row.rating);
        }
        if (row.note) {
            metadata.insert(u"note"_s, *row.note);
        }
        row.id = m_fixture->add(metadata);
        m_rows.push_back(row);
    }
}

void TestQueryLogic::compare(const Condition &condition)
{
    std::vector<qint64> expected;
    for (const Row &row : m_rows) {
        if (condition.value(row) == Truth::True) {
            expected.push_back(row.id);
        }
    }
    const QByteArray raw = "$orderby=created_at%20asc&$filter=" + condition.text.toUtf8().toPercentEncoding();
    const auto parsed = query::parseQuery(raw);
    QVERIFY2(parsed, parsed ? "" : qPrintable(condition.text + parsed.error().forLog()));
    for (const query::Access access : {query::Access::Walk, query::Access::Sets, query::Access::Lead}) {
        const auto found = m_fixture->allBy(*parsed, access);
        QVERIFY2(found == expected, qPrintable(condition.text));
    }
}

void TestQueryLogic::everyLeafAndItsOpposite()
{
    for (const Leaf &leaf : leaves) {
        const Condition condition{u'(' + QString::fromLatin1(leaf.text) + u')', leaf.value};
        compare(condition);
        compare(!condition);
        compare(!!condition);
        compare(tested(condition, " eq null", Truth::Null, true));
    }
}

void TestQueryLogic::randomConditions()
{
    Generator generator;
    for (int round = 0; round < 400; ++round) {
        compare(generator.condition(0));
    }
}

QTEST_GUILESS_MAIN(TestQueryLogic)
#include "tst_query_logic.moc"

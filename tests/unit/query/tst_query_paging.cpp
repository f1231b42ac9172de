// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that follow each other by tokens are the whole list: with ties, with nulls, up and down.
#include "unit/query/query_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestQueryPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesMakeTheWhole_data();
    void pagesMakeTheWhole();
    void skippedRows();
    void onlyTheTotal();
    void theTotalIsOfAllPages();
    void aTokenOfAnotherOrder();
    void tokensThatAreNone_data();
    void tokensThatAreNone();

private:
    std::unique_ptr<test::QueryFixture> m_fixture;
};

void TestQueryPaging::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    for (int number = 0; number < 60; ++number) {
        QJsonObject metadata{{u"width"_s, 100 * (number % 3)},
                             {u"created_at"_s, u"2024-01-0%1T00:00:00Z"_s.arg(1 + number % 4)}};
        if (number % 5 != 0) {
            metadata.insert(u"rating"_s, number % 4 + 0.5);
        }
        if (number % 3 != 0) {
            metadata.insert(u"score"_s, number % 7 == 0 ? QJsonValue(u"high"_s) : QJsonValue(number % 6));
        }
        if (number % 2 == 0) {
            metadata.insert(u"flag"_s, number % 4 == 0);
        }
        m_fixture->add(metadata);
    }
    m_fixture->add({{u"width"_s, 1}}, 2);
}

void TestQueryPaging::pagesMakeTheWhole_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *order : {"", "created_at", "created_at desc", "rating", "rating desc", "width desc, rating",
                              "rating desc, width", "score", "score desc", "score desc, flag, rating desc", "flag desc",
                              "width gt 100 desc", "no_such_key", "no_such_key desc", "file_name",
                              "created_at desc, rating asc", "size", "round(rating)", "date(created_at) desc"}) {
        const QByteArray option = order[0] == 0 ? QByteArray() : "&$orderby=" + QByteArray(order).toPercentEncoding();
        QTest::newRow(order[0] == 0 ? "none" : order) << option;
        QTest::addRow("%s, filtered", order) << option + "&width>=100";
    }
}

void TestQueryPaging::pagesMakeTheWhole()
{
    QFETCH(const QByteArray, query);
    const std::vector<qint64> whole = m_fixture->ids("$top=200" + query);
    QVERIFY(whole.size() >= 40);
    std::vector<qint64> together;
    QString token;
    do {
        const auto page = m_fixture->page("$top=7" + query + "&$skiptoken=" + token.toLatin1());
        QCOMPARE(page.total, std::optional<qint64>(qint64(whole.size())));
        QCOMPARE(page.hasMore, !page.nextToken.isEmpty());
        QVERIFY(!page.ids.empty());
        together.insert(together.end(), page.ids.begin(), page.ids.end());
        token = page.nextToken;
    } while (!token.isEmpty() && together.size() <= whole.size());
    QCOMPARE(together, whole);
}

void TestQueryPaging::skippedRows()
{
    const std::vector<qint64> whole = m_fixture->ids("$top=200&$orderby=rating");
    const auto page = m_fixture->page("$top=10&$skip=45&$orderby=rating");
    QCOMPARE(page.ids, std::vector<qint64>(whole.begin() + 45, whole.begin() + 55));
    QVERIFY(page.hasMore);
    QVERIFY(!m_fixture->page("$top=10&$skip=50").hasMore);
    QVERIFY(m_fixture->ids("$skip=9223372036854775807").empty());
}

void TestQueryPaging::onlyTheTotal()
{
    const auto page = m_fixture->page("$top=0&width>=100");
    QVERIFY(page.ids.empty());
    QCOMPARE(page.total, std::optional<qint64>(40));
}

void TestQueryPaging::theTotalIsOfAllPages()
{
    QCOMPARE(m_fixture->page("$top=5&$skip=58").total, std::optional<qint64>(60));
    QVERIFY(!m_fixture->page("$count=false").total);
    QCOMPARE(m_fixture->page("", 2).total, std::optional<qint64>(1));
}

void TestQueryPaging::aTokenOfAnotherOrder()
{
    const QString token = m_fixture->page("$top=5&$orderby=rating").nextToken;
    QVERIFY(!token.isEmpty());
    const auto page = m_fixture->tryPage("$orderby=rating%20desc&$skiptoken=" + token.toLatin1());
    QVERIFY(!page);
    QCOMPARE(page.error().fact(u"code"_s), u"InvalidSkipToken"_s);
}

void TestQueryPaging::tokensThatAreNone_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("no base64") << QByteArray("%C3%A9%20!");
    QTest::newRow("no CBOR") << QByteArray("AAAA");
    QTest::newRow("long") << QByteArray(100'000, 'A');
    QTest::newRow("cut short") << m_fixture->page("$top=5").nextToken.toLatin1().chopped(4);
}

void TestQueryPaging::tokensThatAreNone()
{
    QFETCH(const QByteArray, token);
    const auto page = m_fixture->tryPage("$skiptoken=" + token);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::QueryInvalid);
}

QTEST_GUILESS_MAIN(TestQueryPaging)
#include "tst_query_paging.moc"

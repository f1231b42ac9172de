// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of the window: the same rows in the same order as pages have, in parts, and single ones of them.
#include "query/listing.h"
#include "unit/query/query_fixture.h"

#include "base/error.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace kinframe::query;
using namespace Qt::StringLiterals;

class TestQueryListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongTexts_data();
    void wrongTexts();
    void stopsWhenItIsTold();
    void partsMakeTheWhole_data();
    void partsMakeTheWhole();
    void shortAndLongFormsAreTheSame_data();
    void shortAndLongFormsAreTheSame();
    void whatSetsFindIsAllAtOnce();
    void scopes();
    void oneOfEachStack();
    void byArrival();
    void singleOnes();
    void whatARowKnows();
    void kindsOfOrder_data();
    void kindsOfOrder();

private:
    [[nodiscard]] ListQuery understood(const WrittenQuery &written, Scope scope = Scope::All);
    [[nodiscard]] std::vector<qint64> listed(const ListQuery &query, std::optional<int> atFirst = {});
    [[nodiscard]] std::vector<qint64> found(const QString &filter) { return listed(understood({filter, {}, {}})); }

    std::unique_ptr<test::QueryFixture> m_fixture;
    std::vector<qint64> m_images;
};

void TestQueryListing::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    for (int number = 0; number < 60; ++number) {
        QJsonObject metadata{{u"width"_s, 100 * (number % 3)},
                             {u"height"_s, 100},
                             {u"file_name"_s, u"%1.png"_s.arg(number * 7 % 60)},
                             {u"camera"_s, number % 2 == 0 ? u"Canon R5"_s : u"Nikon Z6"_s},
                             {u"created_at"_s, u"2024-01-0%1T00:00:00Z"_s.arg(1 + number % 4)}};
        if (number % 5 != 0) {
            metadata.insert(u"rating"_s, number % 4 + 0.5);
        }
        if (number % 6 == 0) {
            metadata.insert(u"tags"_s, QJsonArray{u"sea"_s, u"O'Brien & sons"_s});
        }
        if (number % 10 == 0) {
            metadata.insert(u"is_favorite"_s, true);
        }
        m_images.push_back(m_fixture->add(metadata));
    }
    m_fixture->add({{u"width"_s, 1}}, 2);
    m_fixture->addPerson(u"张三"_s, {m_images[3], m_images[4]});
}

ListQuery TestQueryListing::understood(const WrittenQuery &written, Scope scope)
{
    const auto query = readWritten(written, scope);
    if (!query) {
        QTest::qFail(qPrintable(query.error().forLog()), __FILE__, __LINE__);
        return {};
    }
    return *query;
}

// Part by part, as the window reads them.
std::vector<qint64> TestQueryListing::listed(const ListQuery &query, std::optional<int> atFirst)
{
    std::vector<qint64> ids;
    ListQuery part = query;
    do {
        const auto token = m_fixture->database->read([&](storage::Connection &db) {
            return listRows(db, part, 1, ids.empty() ? atFirst : std::nullopt,
                            [&](const ListedRow &row) { ids.push_back(row.id); });
        });
        if (!token) {
            QTest::qFail(qPrintable(token.error().forLog()), __FILE__, __LINE__);
            return {};
        }
        part.query.skipToken = *token;
    } while (!part.query.skipToken.isEmpty());
    return ids;
}

void TestQueryListing::wrongTexts_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("position");
    QTest::newRow("no operator") << u"rating 4"_s << 7;
    QTest::newRow("no end") << u"rating ge"_s << 9;
    QTest::newRow("open quote") << u"model eq 'x"_s << 11;
    QTest::newRow("short form, second term") << u"rating>=4&>5"_s << 10;
    QTest::newRow("short form, an option") << u"is_nsfw&$top=5"_s << 8;
    QTest::newRow("short form, an alias") << u"!is_nsfw&@x"_s << 9;
    QTest::newRow("unknown function") << u"width ge 5 and foo(model)"_s << 15;
}

void TestQueryListing::wrongTexts()
{
    QFETCH(const QString, filter);
    QFETCH(const int, position);
    const auto query = readWritten({filter, {}, {}});
    QVERIFY(!query);
    QCOMPARE(query.error().code, ErrorCode::QueryInvalid);
    QCOMPARE(query.error().fact(u"position"_s).toInt(), position);
    QVERIFY(!query.error().fact(u"expected"_s).isEmpty());
}

void TestQueryListing::stopsWhenItIsTold()
{
    std::stop_source stop;
    stop.request_stop();
    const auto token = m_fixture->database->read(
        [&](storage::Connection &db) {
            return listRows(db, understood({}), 1, {}, [](const ListedRow &) { QFAIL("a row came"); });
        },
        stop.get_token());
    QVERIFY(!token);
    QCOMPARE(token.error().code, ErrorCode::Canceled);
}

void TestQueryListing::partsMakeTheWhole_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("filter");
    for (const char *order : {"", "created_at", "created_at desc", "rating", "rating desc", "width desc", "file_name",
                              "file_name desc", "size desc", "camera, rating desc"}) {
        QTest::addRow("%s", order) << QString::fromLatin1(order) << QString();
        QTest::addRow("%s, filtered", order) << QString::fromLatin1(order) << u"width ge 100"_s;
    }
}

void TestQueryListing::partsMakeTheWhole()
{
    QFETCH(const QString, order);
    QFETCH(const QString, filter);
    QByteArray raw = "$top=200&$filter=" + filter.toUtf8().toPercentEncoding();
    raw += order.isEmpty() ? QByteArray() : "&$orderby=" + order.toUtf8().toPercentEncoding();
    const std::vector<qint64> whole = m_fixture->ids(filter.isEmpty() ? raw.replace("&$filter=", "") : raw);
    const ListQuery query = understood({filter, {}, order});
    QVERIFY(whole.size() >= 40);
    QCOMPARE(listed(query), whole);
    QCOMPARE(listed(query, 7), whole);
}

void TestQueryListing::shortAndLongFormsAreTheSame_data()
{
    QTest::addColumn<QString>("shortForm");
    QTest::addColumn<QString>("longForm");
    QTest::addColumn<size_t>("rows");
    QTest::newRow("number") << u"rating>=2.5"_s << u"rating ge 2.5"_s << size_t(24);
    QTest::newRow("tag") << u"tag_sea"_s << u"tags/any(t: t eq 'sea')"_s << size_t(10);
    QTest::newRow("no tag") << u"!tag_sea"_s << u"not tags/any(t: t eq 'sea')"_s << size_t(50);
    QTest::newRow("contains") << u"camera~canon"_s << u"contains(tolower(camera),tolower('CANON'))"_s << size_t(30);
    QTest::newRow("two") << u"width>=100 & is_favorite"_s << u"width ge 100 and is_favorite"_s << size_t(4);
    QTest::newRow("quotes") << u"tags='x&y'"_s << u"tags/any(t: t eq 'nobody')"_s << size_t(0);
    QTest::newRow("person") << u"width>=0"_s << u"width ge 0"_s << size_t(60);
}

void TestQueryListing::shortAndLongFormsAreTheSame()
{
    QFETCH(const QString, shortForm);
    QFETCH(const QString, longForm);
    QFETCH(const size_t, rows);
    const std::vector<qint64> ids = found(longForm);
    QCOMPARE(ids.size(), rows);
    if (rows > 0) {
        QCOMPARE(found(shortForm), ids);
    }
    QCOMPARE(found(u"people/any(p: p/name eq '张三')"_s).size(), 2U);
    QCOMPARE(listed(understood({{}, u"nikon"_s, {}})).size(), 30U);
}

// What few rows meet is read at once; only what a walk finds comes in parts.
void TestQueryListing::whatSetsFindIsAllAtOnce()
{
    int rows = 0;
    const auto token = m_fixture->database->read([&](storage::Connection &db) {
        return listRows(db, understood({u"tags/any(t: t eq 'O''Brien & sons')"_s, {}, {}}), 1, 3,
                        [&](const ListedRow &) { ++rows; });
    });
    QVERIFY(token);
    QCOMPARE(rows, 10);
    QVERIFY(token->isEmpty());
}

void TestQueryListing::scopes()
{
    m_fixture->run("UPDATE asset SET trashed_at = 5 WHERE id = ?1", m_images[0]);
    m_fixture->run("UPDATE asset SET is_video = 1 WHERE id = ?1", m_images[1]);
    m_fixture->run("UPDATE asset SET is_archived = 1 WHERE id = ?1", m_images[2]);
    QCOMPARE(listed(understood({}, Scope::All)).size(), 58U);
    QCOMPARE(listed(understood({}, Scope::Favourites)).size(), 5U);
    QCOMPARE(listed(understood({}, Scope::Videos)), std::vector<qint64>{m_images[1]});
    QCOMPARE(listed(understood({}, Scope::Archive)), std::vector<qint64>{m_images[2]});
    QCOMPARE(listed(understood({}, Scope::Trash)), std::vector<qint64>{m_images[0]});
    QCOMPARE(listed(understood({u"tag_sea=true"_s, {}, {}}, Scope::Trash)), std::vector<qint64>{m_images[0]});
    QCOMPARE(listed(understood({u"width gt 5"_s, {}, {}}, Scope::Trash)), std::vector<qint64>());
    m_fixture->run("UPDATE asset SET trashed_at = NULL, is_video = 0, is_archived = 0 WHERE owner_id = ?1", 1);
}

void TestQueryListing::oneOfEachStack()
{
    const auto has = [&](const ListQuery &query, int image) {
        const std::vector<qint64> all = listed(query);
        return std::ranges::find(all, m_images[size_t(image)]) != all.end();
    };
    m_fixture->run("INSERT INTO stack(id, uuid, owner_id, created_at) VALUES (1, randomblob(16), ?1, 0)", 1);
    for (const int image : {3, 4, 5}) {
        m_fixture->run("INSERT INTO stack_asset(asset_id, stack_id, is_primary) VALUES (?1, 1, 0)",
                       m_images[size_t(image)]);
    }
    m_fixture->run("UPDATE stack_asset SET is_primary = 1 WHERE asset_id = ?1", m_images[4]);
    QVERIFY(!has(understood({}), 3) && has(understood({}), 4) && !has(understood({}), 5));
    m_fixture->run("UPDATE asset SET trashed_at = 5 WHERE id = ?1", m_images[4]);
    const int first = m_images[3] < m_images[5] ? 3 : 5;
    QVERIFY(has(understood({}), first) && !has(understood({}), 8 - first));
    QVERIFY(!has(understood({}, Scope::Archive), 3));
    m_fixture->run("UPDATE asset SET is_archived = 1 WHERE id = ?1", m_images[3]);
    QVERIFY(has(understood({}, Scope::Archive), 3) && has(understood({}), 5));
    m_fixture->run("UPDATE asset SET trashed_at = NULL, is_archived = 0 WHERE owner_id = ?1", 1);
    const ListQuery all = understood({u"created_at gt 1900-01-01T00:00:00Z"_s, {}, {}});
    QVERIFY(has(all, 3) && has(all, 4) && has(all, 5)); // whoever looks for something finds each of them
    m_fixture->run("DELETE FROM stack WHERE id = ?1", 1);
    QVERIFY(has(understood({}), 3) && has(understood({}), 5));
}

void TestQueryListing::byArrival()
{
    std::vector<qint64> newest(m_images.rbegin(), m_images.rend());
    const ListQuery query = understood({{}, {}, arrivalOrder});
    QCOMPARE(query.order, ListOrder::Arrival);
    QCOMPARE(listed(query), newest);
    QCOMPARE(listed(query, 11), newest);
}

void TestQueryListing::singleOnes()
{
    const std::vector<qint64> asked{m_images[0], m_images[6], m_images[7], 99'999};
    const auto rows = m_fixture->database->read([&](storage::Connection &db) {
        return listedAmong(db, understood({u"tag_sea=true"_s, {}, u"rating desc"_s}), 1, asked);
    });
    QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().forLog()));
    QSet<qint64> ids;
    for (const ListedRow &row : *rows) {
        ids.insert(row.id);
    }
    QCOMPARE(ids, (QSet<qint64>{m_images[0], m_images[6]}));
}

void TestQueryListing::whatARowKnows()
{
    const auto row = [this](const QString &order, qint64 id) {
        const auto rows = m_fixture->database->read([&](storage::Connection &db) {
            return listedAmong(db, understood({{}, {}, order}), 1, std::span(&id, 1));
        });
        return rows && rows->size() == 1 ? rows->front() : ListedRow();
    };
    const ListedRow byRating = row(u"rating"_s, m_images[1]);
    QCOMPARE(byRating.order, 1.5);
    QCOMPARE(byRating.width, 100.0);
    QCOMPARE(byRating.createdAt, QDateTime::fromString(u"2024-01-02T00:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
    QVERIFY(!byRating.offsetMinutes);
    QVERIFY(row(u"rating"_s, m_images[0]).order < -1e300); // nobody has rated it
    // Of others it can be told whether they have changed.
    const double before = row(u"file_name"_s, m_images[1]).order;
    QCOMPARE(row(u"file_name"_s, m_images[1]).order, before);
    QVERIFY(row(u"file_name"_s, m_images[2]).order != before);
}

void TestQueryListing::kindsOfOrder_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<ListOrder>("kind");
    QTest::addColumn<bool>("isDescending");
    QTest::newRow("none") << QString() << ListOrder::Time << true;
    QTest::newRow("oldest") << u"created_at"_s << ListOrder::Time << false;
    QTest::newRow("rating") << u"rating desc"_s << ListOrder::Number << true;
    QTest::newRow("expression") << u"width mul height"_s << ListOrder::Number << false;
    QTest::newRow("name") << u"file_name"_s << ListOrder::Other << false;
    QTest::newRow("open") << u"seed"_s << ListOrder::Other << false;
    QTest::newRow("two") << u"rating,width"_s << ListOrder::Other << true;
}

void TestQueryListing::kindsOfOrder()
{
    QFETCH(const QString, order);
    QFETCH(const ListOrder, kind);
    QFETCH(const bool, isDescending);
    const ListQuery query = understood({{}, {}, order});
    QCOMPARE(query.order, kind);
    QCOMPARE(query.isDescending, isDescending);
}

QTEST_GUILESS_MAIN(TestQueryListing)
#include "tst_query_listing.moc"

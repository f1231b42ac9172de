// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people put together, in queries: albums that the asking user can see, stacks, and what is put aside.
#include "unit/query/query_fixture.h"

#include "query/listing.h"
#include "query/proposals.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using Ids = std::vector<qint64>;

class TestQueryAlbums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void conditions_data();
    void conditions();
    void anAlbumByItsId_data();
    void anAlbumByItsId();
    void othersDoNotSeeIt();
    void stacks();
    void whatIsPutAside();
    void names();

private:
    /// Every way to find the rows gives the same ones.
    [[nodiscard]] Ids found(const QString &filter, qint64 owner = 1);

    std::unique_ptr<test::QueryFixture> m_fixture;
    Ids m_images;
    qint64 m_others = 0;
    QUuid m_holiday;
    QUuid m_stack;
};

void TestQueryAlbums::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    for (int number = 0; number < 6; ++number) {
        m_images.push_back(m_fixture->add({{u"width"_s, number}}));
    }
    m_others = m_fixture->add({}, 2);
    m_holiday = m_fixture->addAlbum(u"Holiday"_s, {m_images[0], m_images[1], m_images[2]});
    m_fixture->addAlbum(u"Holiday"_s, {m_images[2], m_images[3]}); // names are not one's own
    m_fixture->addAlbum(u"海边"_s, {m_images[1]});
    m_fixture->addAlbum(u"empty"_s, {});
    m_fixture->addAlbum(u"Holiday"_s, {m_others}, 2);
    m_stack = m_fixture->addStack({m_images[4], m_images[5]});
}

Ids TestQueryAlbums::found(const QString &filter, qint64 owner)
{
    const QByteArray raw = "$orderby=width&$filter=" + filter.toUtf8().toPercentEncoding();
    const auto page = m_fixture->page(raw, owner);
    const auto parsed = query::parseQuery(raw);
    for (const query::Access access : {query::Access::Walk, query::Access::Sets, query::Access::Lead}) {
        if (m_fixture->allBy(*parsed, access, 0, owner) != page.ids) {
            QTest::qFail(qPrintable(filter), __FILE__, __LINE__);
        }
    }
    if (page.total != qint64(page.ids.size())) {
        QTest::qFail(qPrintable(u"the total of "_s + filter), __FILE__, __LINE__);
    }
    return page.ids;
}

void TestQueryAlbums::conditions_data()
{
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *filter, const QList<int> &expected) { QTest::newRow(filter) << expected; };
    row("albums/any(a: a/name eq 'Holiday')", {0, 1, 2, 3});
    row("albums/any(albums: albums/name eq 'Holiday')", {0, 1, 2, 3});
    row("not albums/any(a: a/name eq 'Holiday')", {4, 5});
    row("albums/any(a: a/name eq '海边')", {1});
    row("albums/any(a: contains(tolower(a/name),'holi')) and albums/any(a: a/name eq '海边')", {1});
    row("albums/any(a: a/name in ('海边','empty'))", {1});
    row("albums/any(a: startswith(a/name,'H')) and width gt 1", {2, 3});
    row("albums/any(a: a/name eq 'nowhere')", {});
    row("albums/any()", {0, 1, 2, 3});
    row("not albums/any()", {4, 5});
    row("albums/all(a: a/name eq 'Holiday')", {0, 2, 3, 4, 5});
    row("albums/all(a: a/name eq '海边') and albums/any()", {});
    row("albums/$count eq 2", {1, 2});
    row("albums/$count eq 0", {4, 5});
    row("albums/any(a: a/owner eq 'x')", {});
    row("albums/any(a: a/id eq 'no id')", {});
    row("albums/any(a: a/name eq 'Holiday' and width eq 3)", {3});
    row("albums/any(a: albums/any(b: a/name ne b/name))", {1});
}

void TestQueryAlbums::conditions()
{
    QFETCH(const QList<int>, expected);
    Ids ids;
    for (const int index : expected) {
        ids.push_back(m_images[size_t(index)]);
    }
    QCOMPARE(found(QString::fromUtf8(QTest::currentDataTag())), ids);
}

void TestQueryAlbums::anAlbumByItsId_data()
{
    QTest::addColumn<QString>("filter");
    const Ids within{m_images[0], m_images[1], m_images[2]};
    const Ids without{m_images[3], m_images[4], m_images[5]};
    QTest::addColumn<Ids>("expected");
    QTest::newRow("guid") << u"albums/any(a: a/id eq %1)"_s << within;
    QTest::newRow("turned") << u"albums/any(a: %1 eq a/id)"_s << within;
    QTest::newRow("text") << u"albums/any(a: a/id eq '%1')"_s << within;
    QTest::newRow("list") << u"albums/any(a: a/id in (%1,c0ffee00-0000-4000-8000-000000000002))"_s << within;
    QTest::newRow("not") << u"not albums/any(a: a/id eq %1)"_s << without;
    QTest::newRow("two") << u"albums/any(a: a/id eq %1) and albums/any(a: a/name eq '海边')"_s << Ids{m_images[1]};
}

void TestQueryAlbums::anAlbumByItsId()
{
    QFETCH(const QString, filter);
    QFETCH(const Ids, expected);
    QCOMPARE(found(filter.arg(m_holiday.toString(QUuid::WithoutBraces))), expected);
}

void TestQueryAlbums::othersDoNotSeeIt()
{
    QCOMPARE(found(u"albums/any(a: a/name eq 'Holiday')"_s, 2), Ids{m_others});
    QCOMPARE(found(u"albums/$count eq 1"_s, 2), Ids{m_others});
    // Not even where their own photo was put into it.
    m_fixture->run("INSERT INTO album_asset(album_id, asset_id, added_at) VALUES (1, ?1, 0)", m_others);
    QVERIFY(found(u"albums/any(a: a/id eq %1)"_s.arg(m_holiday.toString(QUuid::WithoutBraces)), 2).empty());
    QCOMPARE(found(u"albums/$count eq 1"_s, 2), Ids{m_others});
    m_fixture->run("DELETE FROM album_asset WHERE album_id = 1 AND asset_id = ?1", m_others);
}

void TestQueryAlbums::stacks()
{
    const Ids both{m_images[4], m_images[5]};
    const Ids others{m_images[0], m_images[1], m_images[2], m_images[3]};
    const QString id = m_stack.toString(QUuid::WithoutBraces);
    QCOMPARE(found(u"is_stacked"_s), both);
    QCOMPARE(found(u"is_stacked eq true"_s), both);
    QCOMPARE(found(u"is_stacked eq false"_s), others);
    QCOMPARE(found(u"not is_stacked"_s), others);
    QCOMPARE(found(u"stack_id eq %1"_s.arg(id)), both);
    QCOMPARE(found(u"stack_id eq '%1'"_s.arg(id)), both);
    QCOMPARE(found(u"stack_id ne %1"_s.arg(id)), others);
    QCOMPARE(found(u"stack_id ne null"_s), both);
    QCOMPARE(found(u"stack_id eq null"_s), others);
    QCOMPARE(found(u"startswith(stack_id,'%1')"_s.arg(id.left(8))), both);
    QCOMPARE(m_fixture->ids("is_stacked&$orderby=width"), both);
    QCOMPARE(m_fixture->ids("!is_stacked&$orderby=width"), others);
}

// Lists of the window leave it out, unless it is asked for; pages have it always.
void TestQueryAlbums::whatIsPutAside()
{
    m_fixture->run("UPDATE asset SET is_archived = 1 WHERE id = ?1", m_images[0]);
    const auto listed = [this](const QString &filter) {
        const auto written = query::readWritten({filter, {}, u"width"_s});
        const auto ids = m_fixture->database->read([&](storage::Connection &db) -> Result<Ids> {
            Ids all;
            const auto rest = query::listRows(db, *written, 1, {}, [&](const auto &row) { all.push_back(row.id); });
            return rest ? Result<Ids>(all) : failed(rest);
        });
        return ids.value_or(Ids{-1});
    };
    QCOMPARE(found(u"is_archived"_s), Ids{m_images[0]});
    QCOMPARE(found(u"is_archived eq false and width lt 2"_s), Ids{m_images[1]});
    QCOMPARE(found(u"width lt 2"_s), (Ids{m_images[0], m_images[1]}));
    QCOMPARE(listed(u"width lt 2"_s), Ids{m_images[1]});
    QCOMPARE(listed(u"is_archived"_s), Ids{m_images[0]});
    QCOMPARE(listed(u"width lt 2 and not is_archived"_s), Ids{m_images[1]});
    QCOMPARE(listed(u"albums/any(a: a/id eq %1)"_s.arg(m_holiday.toString(QUuid::WithoutBraces))),
             (Ids{m_images[0], m_images[1], m_images[2]}));
    m_fixture->run("UPDATE asset SET is_archived = 0 WHERE id = ?1", m_images[0]);
}

void TestQueryAlbums::names()
{
    const auto proposed = m_fixture->database->read([](storage::Connection &db) -> Result<QStringList> {
        return query::proposedValues(db, 1, u"albums"_s, u"h"_s);
    });
    QCOMPARE(*proposed, QStringList{u"Holiday"_s});
}

QTEST_GUILESS_MAIN(TestQueryAlbums)
#include "tst_query_albums.moc"

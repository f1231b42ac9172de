// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Totals over so many images that each way of counting is taken, and the same again as they are remembered.
#include "unit/query/query_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using query::Access;

class TestQueryCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void totals_data();
    void totals();
    void aTotalFollowsWhatChanges();

private:
    std::unique_ptr<test::QueryFixture> m_fixture;
};

void TestQueryCounts::initTestCase()
{
    constexpr qint64 images = 9000;
    m_fixture = std::make_unique<test::QueryFixture>();
    m_fixture->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) INSERT INTO "
                   "asset_place(id, uuid) SELECT i, randomblob(16) FROM n",
                   images);
    m_fixture->run("INSERT INTO blob(id, sha256, sha1, md5, xxh64, size, created_at) SELECT id, randomblob(32), "
                   "zeroblob(20), zeroblob(16), 0, ?1, 0 FROM asset_place",
                   1);
    m_fixture->run(
        "INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, width, "
        "created_at, imported_at, updated_at, rating, model, trashed_at, is_hidden) SELECT id, uuid, ?1, id, "
        "'png', 0, 'image/png', 'image ' || id, id, id % 100, id / 3, 0, id, iif(id % 3 = 0, NULL, id % 11 / "
        "2.0), 'model ' || (id % 7), iif(id % 50 = 0, 1, NULL), id % 70 = 0 FROM asset_place",
        1);
    m_fixture->run("INSERT INTO asset_tag(tag, asset_id) SELECT 'common', id FROM asset WHERE id % 2 = ?1", 0);
    m_fixture->run("INSERT INTO asset_tag(tag, asset_id) SELECT 'some', id FROM asset WHERE id % 4 < ?1", 3);
    m_fixture->run("INSERT INTO asset_tag(tag, asset_id) SELECT 'rare', id FROM asset WHERE id % 900 = ?1", 1);
    m_fixture->run("INSERT INTO prop_key(id, name) VALUES (?1, 'flag'), (2, 'steps'), (3, 'note')", 1);
    m_fixture->run("INSERT INTO prop(asset_id, key_id, num, txt) SELECT id, ?1, id % 3 = 0, iif(id % 3 = 0, 'true', "
                   "'false') FROM asset",
                   1);
    m_fixture->run("INSERT INTO prop(asset_id, key_id, num) SELECT id, ?1, id % 40 FROM asset", 2);
    m_fixture->run("INSERT INTO prop(asset_id, key_id, txt) SELECT id, ?1, 'note ' || (id % 5) FROM asset", 3);
}

void TestQueryCounts::totals_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *query : {"",
                              "tag_common",
                              "tag_rare",
                              "tag_common&tag_some",
                              "tag_common&tag_rare",
                              "tag_common&!tag_some",
                              "width>=50",
                              "width=7",
                              "width>=99",
                              "rating=5",
                              "rating>=4.5&width>=50&tag_common",
                              "rating=5&tag_common",
                              "rating>=5&tag_some&file_name~9",
                              "flag",
                              "!flag",
                              "flag&tag_common",
                              "flag&width=7",
                              "steps>=20",
                              "steps=3&flag",
                              "steps>=39&tag_some",
                              "model~model",
                              "model~3",
                              "model=model%203",
                              "model=model%203&tag_common",
                              "size>=8990",
                              "size>=4000&mime_type=image/png",
                              "note~4",
                              "note=note%204",
                              "note=note%204&tag_common&flag",
                              "is_trashed&tag_common",
                              "is_hidden&width>=50",
                              "$search=image",
                              "$search=note%204",
                              "$search=image&tag_rare",
                              "$search=image&tag_common&width>=50",
                              "$search=%22image%20777%22",
                              "$search=nowhere",
                              "$search=NOT%20777",
                              "$filter=tag_common%20or%20width%20eq%207",
                              "$filter=tags/any(t:%20t%20in%20('rare','some'))",
                              "$filter=not%20tags/any(t:%20t%20eq%20'common')%20and%20rating%20ge%205"}) {
        QTest::newRow(*query == 0 ? "all" : query) << QByteArray(query);
    }
}

void TestQueryCounts::totals()
{
    QFETCH(const QByteArray, raw);
    const auto parsed = query::parseQuery(raw);
    QVERIFY(parsed);
    const std::vector<qint64> walked = m_fixture->allBy(*parsed, Access::Walk);
    QCOMPARE(m_fixture->allBy(*parsed, Access::Sets), walked);
    for (int lead = 0; lead < int(query::countLeads(*parsed, 1, 1).size()); ++lead) {
        QCOMPARE(m_fixture->allBy(*parsed, Access::Lead, lead), walked);
    }
    const std::vector<qint64> first(walked.begin(), walked.begin() + qsizetype(std::min<size_t>(walked.size(), 200)));
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(m_fixture->page(raw + "&$top=0").total, std::optional(qint64(walked.size())));
        const query::QueryPage page = m_fixture->page(raw + "&$top=200");
        QCOMPARE(page.total, std::optional(qint64(walked.size())));
        QCOMPARE(page.ids, first);
    }
}

// What is remembered is how to look, not what was found.
void TestQueryCounts::aTotalFollowsWhatChanges()
{
    const qint64 before = *m_fixture->page("tag_rare").total;
    m_fixture->run(
        "INSERT INTO asset_tag(tag, asset_id) SELECT 'rare', id FROM asset WHERE id % 2 = ?1 AND id % 900 <> "
        "1 AND id % 50 <> 0 AND id % 70 <> 0",
        1);
    const qint64 after = *m_fixture->page("tag_rare").total;
    QVERIFY(after > before + 3000);
    QCOMPARE(after, qint64(m_fixture->allBy(*query::parseQuery("tag_rare"), Access::Walk).size()));
    m_fixture->run("DELETE FROM asset_tag WHERE tag = 'rare' AND asset_id > ?1", 0);
    QCOMPARE(*m_fixture->page("tag_rare").total, 0);
}

QTEST_GUILESS_MAIN(TestQueryCounts)
#include "tst_query_counts.moc"

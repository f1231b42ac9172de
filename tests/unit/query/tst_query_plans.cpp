// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How SQLite finds the rows of the main shapes of queries: never by sorting or reading all where an index serves.
#include "unit/query/query_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using query::Access;
using query::Mode;

class TestQueryPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAlbumIsWalkedByItsKeys();
    void aWalkIsInOrder_data();
    void aWalkIsInOrder();
    void aTokenIsFoundByTheIndex();
    void aLeadFindsItsRows_data();
    void aLeadFindsItsRows();
    void whatCannotLead_data();
    void whatCannotLead();
    void valuesAreBound();

private:
    QString plan(const QByteArray &raw, Mode mode, Access access);

    std::unique_ptr<test::QueryFixture> m_fixture;
};

void TestQueryPlans::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    for (int number = 0; number < 10; ++number) {
        m_fixture->add({{u"width"_s, number}});
    }
}

QString TestQueryPlans::plan(const QByteArray &raw, Mode mode, Access access)
{
    const auto parsed = query::parseQuery(raw);
    const auto compiled = query::compile(*parsed, 1, mode, access);
    return m_fixture->planOf(*compiled);
}

void TestQueryPlans::aWalkIsInOrder_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *query, const char *index) {
        QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(index);
    };
    row("width>=5", "asset_timeline");
    row("rating>=4.5&tag_x&steps>5&model~x", "asset_timeline");
    row("$orderby=created_at&!tag_x", "asset_timeline");
    row("rating=5&tag_x", "asset_rating (owner_id=? AND rating=?)");
    row("model=x&$orderby=created_at", "asset_model (owner_id=? AND model=?)");
    row("$orderby=rating%20desc&tag_x", "asset_rating");
    row("$orderby=width&tag_x", "asset_width");
    row("$orderby=size%20desc", "asset_size");
    row("$orderby=file_name%20desc&tag_x", "asset_file_name");
    row("file_name=a.png", "asset_file_name (owner_id=? AND file_name=?)");
}

void TestQueryPlans::aWalkIsInOrder()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, index);
    const QString text = plan(query, Mode::Page, Access::Walk);
    QVERIFY2(text.contains(index), qPrintable(text));
    QVERIFY2(!text.contains("ORDER BY"_L1) && !text.contains("SCAN a"_L1), qPrintable(text));
}

void TestQueryPlans::anAlbumIsWalkedByItsKeys()
{
    const QByteArray one = "$filter=albums/any(a:%20a/id%20eq%20c0ffee00-0000-4000-8000-000000000002)";
    const QString walk = plan(one, Mode::Page, Access::Walk);
    QVERIFY2(walk.contains("asset_timeline"_L1) && !walk.contains("ORDER BY"_L1), qPrintable(walk));
    QVERIFY2(walk.contains("album_asset_asset (asset_id=? AND album_id=?)"_L1), qPrintable(walk));
    // From the album to its photos, never from all photos to their albums.
    for (const Mode mode : {Mode::Page, Mode::Count}) {
        const QString lead = plan(one, mode, Access::Lead);
        QVERIFY2(lead.contains("SEARCH m2 USING PRIMARY KEY (album_id=?)"_L1), qPrintable(lead));
        QVERIFY2(lead.contains("SEARCH a USING INTEGER PRIMARY KEY (rowid=?)"_L1), qPrintable(lead));
    }
}

void TestQueryPlans::aTokenIsFoundByTheIndex()
{
    const QByteArray token = m_fixture->page("$top=3").nextToken.toLatin1();
    const QString text = plan("$skiptoken=" + token, Mode::Page, Access::Walk);
    QVERIFY2(text.contains("asset_timeline (owner_id=? AND created_at<?)"_L1), qPrintable(text));
}

void TestQueryPlans::aLeadFindsItsRows_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("how");
    const auto row = [](const char *query, const char *how) {
        QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(how);
    };
    row("tag_x", "PRIMARY KEY (tag=?)");
    row("$filter=tags/any(t:%20t%20eq%20'x')", "PRIMARY KEY (tag=?)");
    row("$filter=tags/any(t:%20t%20in%20('x','y'))", "PRIMARY KEY (tag=?)");
    row("steps=5", "prop_num (key_id=? AND num=?)");
    row("steps>=5", "prop_num (key_id=? AND num>?)");
    row("note=x", "prop_txt (key_id=? AND txt=?)");
    row("$filter=note%20in%20('x','y')", "prop_txt (key_id=? AND txt=?)");
    row("custom_flag", "prop_flag (key_id=? AND num=?)");
    row("rating>=4.5", "asset_rating (owner_id=? AND rating>?)");
    row("width=5", "asset_width (owner_id=? AND width=?)");
    row("task_id=x", "asset_task (owner_id=? AND task_id=?)");
    row("model=x", "asset_model (owner_id=? AND model=?)");
    row("file_name=x", "asset_file_name (owner_id=? AND file_name=?)");
    row("model~x", "asset_model (owner_id=? AND model=?)");
    row("$filter=people/any(p:%20p/name%20eq%20'x')", "person_owner (owner_id=? AND name=?)");
    row("$filter=albums/any(a:%20a/name%20eq%20'x')", "album_owner (owner_id=?)");
    row("$filter=albums/any(a:%20a/id%20eq%20c0ffee00-0000-4000-8000-000000000002)", "(uuid=?)");
    row("is_stacked", "SCAN k1");
    row("$filter=stack_id%20eq%20'c0ffee00-0000-4000-8000-000000000002'", "(uuid=?)");
}

void TestQueryPlans::aLeadFindsItsRows()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, how);
    const QString text = plan(query, Mode::Page, Access::Lead);
    QVERIFY2(text.contains(how), qPrintable(text));
    QVERIFY2(!text.contains("SCAN a"_L1), qPrintable(text));
    const auto counts = query::countLeads(*query::parseQuery(query), 1, 5);
    QCOMPARE(counts.size(), size_t(1));
    QVERIFY2(m_fixture->planOf(counts.front()).contains(how), qPrintable(m_fixture->planOf(counts.front())));
}

void TestQueryPlans::whatCannotLead_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"!tag_x", "width!=5", "note~x", "$filter=note%20eq%20null", "$filter=not%20(steps%20gt%205)",
          "$filter=tags/any(t:%20t%20eq%20model)", "$filter=width%20gt%205%20or%20tag_x"}) {
        QTest::newRow(query) << QByteArray(query);
    }
}

void TestQueryPlans::whatCannotLead()
{
    QFETCH(const QByteArray, query);
    QVERIFY(query::countLeads(*query::parseQuery(query), 1, 5).empty());
}

void TestQueryPlans::valuesAreBound()
{
    const auto parsed = query::parseQuery("$filter=qkey%20eq%20'q%27%27%3B--'%20and%20contains(model,'qtext')&qshort~q&"
                                          "tag_qtag&$orderby=qorder&$search=qword");
    QVERIFY(parsed);
    for (const Access access : {Access::Walk, Access::Sets, Access::Lead}) {
        const auto compiled = query::compile(*parsed, 1, Mode::Page, access);
        QVERIFY2(!QByteArray::fromStdString(compiled->sql).contains('q'), compiled->sql.c_str());
    }
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"

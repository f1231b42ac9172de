// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What queries find: types, texts of all scripts, people, owners, the trash, and the time they may take.
#include "unit/query/query_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestQueryResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void conditions_data();
    void conditions();
    void peopleOfTheOwner();
    void searchedWords();
    void theTrashAndWhatIsHidden();
    void falseOrMissing();
    void aHashFindsItsImage();
    void aSlowQueryEnds();
    void whoGoesAwayIsNotAnswered();

private:
    std::unique_ptr<test::QueryFixture> m_fixture;
    qint64 m_first = 0;
    qint64 m_second = 0;
    qint64 m_others = 0;
};

// Two images, the first with everything, the second with nothing.
void TestQueryResults::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    m_first = m_fixture->add({{u"created_at"_s, u"2024-02-29T23:59:59.250Z"_s},
                              {u"rating"_s, 4.5},
                              {u"width"_s, 1920},
                              {u"duration_ms"_s, 1500},
                              {u"model"_s, u"ÉCLAIR Größe"_s},
                              {u"file_name"_s, u"holiday.jpg"_s},
                              {u"tags"_s, QJsonArray{u"海边"_s, u"naïve"_s}},
                              {u"note"_s, u"😀 50% of_it 'quoted'"_s},
                              {u"shot"_s, u"2024-03-01T12:00:00+02:00"_s},
                              {u"job"_s, u"C0FFEE00-0000-4000-8000-000000000002"_s},
                              {u"price"_s, 0.1},
                              {u"tax"_s, 0.2},
                              {u"half"_s, -2.5},
                              {u"steps"_s, 7},
                              {u"cfg_scale"_s, 7},
                              {u"one"_s, 1},
                              {u"yes"_s, true},
                              {u"word"_s, u"true"_s},
                              {u"seed"_s, Q_INT64_C(9007199254740993)}});
    m_second = m_fixture->add({});
    m_others = m_fixture->add({{u"tags"_s, QJsonArray{u"海边"_s}}}, 2);
    m_fixture->addPerson(u"张三"_s, {m_first});
    m_fixture->addPerson(u"李四"_s, {m_others}, 2);
}

void TestQueryResults::conditions_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *filter : {
             // exact numbers
             "price add tax eq 0.3",
             "seed eq 9007199254740993",
             "seed sub 1 eq 9007199254740992",
             "9223372036854775807 eq 9223372036854775807",
             "0.3 div 0.1 eq 3",
             "7 div 2 eq 3",
             "-7 div 2 eq -3",
             "-7 mod 3 eq -1",
             "7 divby 2 eq 3.5",
             "steps div 2 eq 3",
             "cfg_scale div 2 eq 3.5",
             "round(half) eq -3",
             "round(2.5) eq 3",
             "floor(half) eq -3",
             "ceiling(half) eq -2",
             "1 div 0 eq null",
             "9223372036854775807 add 1 gt 9223372036854775807",
             "price mul 3 eq 0.3",
             "0.7 mod 0.2 eq 0.1",
             "-9223372036854775808 lt 0",
             "1 lt INF",
             "-INF lt 1",
             "not (NaN eq NaN)",
             "1 ne NaN",
             // booleans are no numbers, and words are no booleans
             "one eq 1",
             "not (yes eq 1)",
             "not (one eq true)",
             "yes",
             "word eq 'true'",
             "not (word eq true)",
             "not (one eq '1')",
             // texts
             "tolower(model) eq 'éclair größe'",
             "toupper(model) eq 'ÉCLAIR GRÖSSE'",
             "contains(note,'50% of_it')",
             "contains(note,'''quoted''')",
             "length(note) eq 20",
             "indexof(note,'5') eq 2",
             "substring(note,0,1) eq '😀'",
             "substring(note,2,2) eq '50'",
             "substring(note,99) eq ''",
             "startswith(model,'ÉC')",
             "endswith(model,'öße')",
             "concat('a', one) eq 'a1'",
             "trim('　x ') eq 'x'",
             "matchesPattern(model,'^É\\w+ ')",
             "tags/any(t: t eq '海边')",
             "'海边' in tags",
             "tags/$count eq 2",
             "tags/any(t: matchesPattern(t,'^na.ve$'))",
             "not matchesPattern(note,'^x')",
             // dates
             "created_at eq 2024-02-29T23:59:59.250Z",
             "created_at eq 2024-03-01T01:59:59.25+02:00",
             "created_at lt 2024-03-01",
             "created_at gt 2024-02-29",
             "created_at gt 2024-02-29T23:59:59.2499999Z",
             "created_at lt 2024-02-29T23:59:59.2500001Z",
             "date(created_at) eq 2024-02-29",
             "time(created_at) eq 23:59:59.250",
             "hour(created_at) eq 23",
             "fractionalseconds(created_at) eq 0.25",
             "day(created_at add duration'PT1S') eq 1",
             "year(now()) ge 2024",
             "created_at lt maxdatetime()",
             "created_at gt mindatetime()",
             "created_at ge '2024-02-29T00:00:00Z'",
             "totaloffsetminutes(2024-01-01T00:00:00-01:30) eq -90",
             "totalseconds(duration'PT1M') eq 60",
             "shot gt 2024-03-01T09:00:00Z",
             "hour(shot) eq 12",
             "shot lt 2024-03-02",
             "2024-01-02 sub 2024-01-01 eq duration'P1D'",
             "duration eq 1.5",
             "duration lt duration'PT2S'",
             "job eq c0ffee00-0000-4000-8000-000000000002",
             // the record and what is no collection
             "$it/rating eq 4.5",
             "not things/any()",
             "things/all(x: x eq 1)",
             "things/$count eq null",
             "rating in (4.5, 5)",
             "rating in [1, 4.5]",
             "[1,2] eq [1,2]",
             "model in (model)",
         }) {
        QTest::newRow(filter) << true;
    }
    for (const char *filter :
         {"rating gt null", "note lt 5", "matchesPattern(note,'(a+)+$')", "substring(note,'x') eq ''",
          "people/any(p: p/age gt 3)", "model/x eq 'a'", "tags in (tags/$count)"}) {
        QTest::newRow(filter) << false;
    }
}

void TestQueryResults::conditions()
{
    QFETCH(const bool, expected);
    const QByteArray filter = QByteArray(QTest::currentDataTag()).toPercentEncoding();
    const auto page = m_fixture->tryPage("$filter=(" + filter + ")%20and%20rating%20eq%204.5");
    if (!page) {
        QVERIFY2(!expected, qPrintable(page.error().forLog()));
        return;
    }
    QCOMPARE(page->ids, expected ? std::vector<qint64>{m_first} : std::vector<qint64>());
}

void TestQueryResults::peopleOfTheOwner()
{
    const auto named = [this](const char *name, qint64 owner) {
        return m_fixture->page("$filter=people/any(p:%20p/name%20eq%20'" + QByteArray(name) + "')", owner).ids;
    };
    QCOMPARE(named("张三", 1), std::vector<qint64>{m_first});
    QVERIFY(named("李四", 1).empty());
    QCOMPARE(named("李四", 2), std::vector<qint64>{m_others});
    QCOMPARE(m_fixture->ids("$filter=people/$count%20eq%201"), std::vector<qint64>{m_first});
    QCOMPARE(m_fixture->ids("$filter=not%20people/any()"), std::vector<qint64>{m_second});
    QCOMPARE(m_fixture->page("$filter=tags/any(t:%20t%20eq%20'海边')", 2).ids, std::vector<qint64>{m_others});
}

void TestQueryResults::searchedWords()
{
    for (const char *words : {"海边", "HOLIDAY", "éclair", "张三", "quoted", "\"50% of_it\"", "海边 张三",
                              "nowhere OR naïve", "NOT nowhere AND holiday"}) {
        const QByteArray raw = "$search=" + QByteArray(words).toPercentEncoding();
        QCOMPARE(m_fixture->ids(raw), std::vector<qint64>{m_first});
        QCOMPARE(m_fixture->allBy(*query::parseQuery(raw), query::Access::Sets), std::vector<qint64>{m_first});
    }
    QVERIFY(m_fixture->ids("$search=holiday%20nowhere").empty());
    QVERIFY(m_fixture->ids("$search=李四").empty());
    QCOMPARE(m_fixture->ids("$search=NOT%20holiday"), std::vector<qint64>{m_second});
}

void TestQueryResults::theTrashAndWhatIsHidden()
{
    m_fixture->run("UPDATE asset SET trashed_at = 1 WHERE id = ?1", m_first);
    QCOMPARE(m_fixture->ids(""), std::vector<qint64>{m_second});
    QCOMPARE(m_fixture->ids("$filter=is_trashed%20eq%20true"), std::vector<qint64>{m_first});
    QCOMPARE(m_fixture->page("is_trashed&rating=4.5").total, std::optional<qint64>(1));
    m_fixture->run("UPDATE asset SET trashed_at = NULL, is_hidden = 1 WHERE id = ?1", m_first);
    QCOMPARE(m_fixture->ids(""), std::vector<qint64>{m_second});
    QCOMPARE(m_fixture->ids("is_hidden"), std::vector<qint64>{m_first});
    m_fixture->run("UPDATE asset SET is_hidden = 0 WHERE id = ?1", m_first);
}

void TestQueryResults::falseOrMissing()
{
    const std::vector<qint64> both{m_first, m_second};
    QCOMPARE(m_fixture->ids("!no_such_key&$orderby=created_at%20desc"), both);
    for (const char *key : {"!yes", "!word", "!one", "!tag_海边", "!width"}) {
        for (const query::Access access : {query::Access::Walk, query::Access::Sets}) {
            QCOMPARE(m_fixture->allBy(*query::parseQuery(key), access), std::vector<qint64>{m_second});
        }
    }
}

void TestQueryResults::aHashFindsItsImage()
{
    const auto hash = m_fixture->database->read([this](storage::Connection &db) -> Result<QByteArray> {
        auto row = db.prepare("SELECT b.sha256 FROM blob b JOIN asset a ON a.blob_id = b.id WHERE a.id = ?1");
        row.bindAll(m_first);
        row.step();
        return row.blob(0).toHex();
    });
    QCOMPARE(m_fixture->ids("hash=" + *hash), std::vector<qint64>{m_first});
    QCOMPARE(m_fixture->ids("$filter=hash%20in%20('" + *hash + "')"), std::vector<qint64>{m_first});
}

void TestQueryResults::aSlowQueryEnds()
{
    // SQLite asks for the time once in 1000 steps; so many tags make more.
    m_fixture->run(
        "INSERT INTO asset_tag(tag, asset_id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        "WHERE i < 5000) SELECT 'many ' || i, ?1 FROM n",
        m_second);
    const auto parsed = query::parseQuery("$filter=tags/any(t:%20contains(t,'nowhere'))");
    const auto within = [&](std::chrono::milliseconds longest) {
        return m_fixture->database->read(
            [&](storage::Connection &db) { return query::runQuery(db, *parsed, 1, longest); });
    };
    const auto page = within(std::chrono::milliseconds(0));
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::QueryTooSlow);
    // The connection is as good as new.
    QVERIFY(within(std::chrono::minutes(1)));
    m_fixture->run("DELETE FROM asset_tag WHERE asset_id = ?1", m_second);
}

void TestQueryResults::whoGoesAwayIsNotAnswered()
{
    std::stop_source stop;
    stop.request_stop();
    const auto parsed = query::parseQuery("");
    const auto page = query::runQuery(*m_fixture->database, *parsed, 1, stop.get_token());
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestQueryResults)
#include "tst_query_results.moc"

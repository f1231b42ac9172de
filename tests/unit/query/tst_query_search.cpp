// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `$search` finds the same whether its index is up to date, behind or only begun, in any way of finding rows.
#include "base/search_folding.h"
#include "library/search_text.h"
#include "unit/query/query_fixture.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

#include <random>

using namespace kinframe;
using namespace Qt::StringLiterals;
using query::Access;

class TestQuerySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void words_data();
    void words();
    void everyChangeIsFoundAtOnce();
    void foldedTextsHoldWhatTheTextsHold();
    void itsIndexIsUsed();

private:
    void refresh();
    void change(const char *sql, const QString &value);
    [[nodiscard]] bool finds(const QString &words);

    std::unique_ptr<test::QueryFixture> m_fixture;
    qint64 m_image = 0;
};

void TestQuerySearch::init()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    m_fixture->add({{u"file_name"_s, u"other.png"_s}, {u"prompt"_s, u"nothing of it, 景风 and 三张"_s}});
    m_image = m_fixture->add({{u"file_name"_s, u"Reise_0042.JPG"_s},
                              {u"model"_s, u"Dream-Shaper XL"_s},
                              {u"tags"_s, QJsonArray{u"风景"_s, u"Hochzeit"_s, u"5%"_s}},
                              {u"prompt"_s, u"A \"quoted\" castle, 4k, Éclair; 猫在长城上, 東京タワー 🏰"_s},
                              {u"seed"_s, 987654321},
                              {u"is_good"_s, true},
                              {u"note"_s, u"Straße nach Ankara, İzmir"_s}});
    m_fixture->addPerson(u"张三 Müller"_s, {m_image});
}

void TestQuerySearch::refresh()
{
    const auto done = m_fixture->database->write([](storage::Transaction &transaction) -> Result<qint64> {
        return library::refreshSearchTexts(transaction, 1000);
    });
    QVERIFY(done);
}

void TestQuerySearch::change(const char *sql, const QString &value)
{
    QVERIFY(m_fixture->database->write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run(sql, m_image, value);
        return {};
    }));
}

bool TestQuerySearch::finds(const QString &words)
{
    const QByteArray raw = "$search=" + QUrl::toPercentEncoding(words);
    const std::vector<qint64> found = m_fixture->ids(raw);
    const auto parsed = query::parseQuery(raw);
    for (const Access access : {Access::Walk, Access::Sets, Access::Lead}) {
        if (m_fixture->allBy(*parsed, access) != found) {
            QTest::qFail(qPrintable(u"found otherwise in another way: "_s + words), __FILE__, __LINE__);
        }
    }
    if (m_fixture->page(raw).total != qint64(found.size())) {
        QTest::qFail(qPrintable(u"counted otherwise: "_s + words), __FILE__, __LINE__);
    }
    return found == std::vector<qint64>{m_image};
}

void TestQuerySearch::words_data()
{
    QTest::addColumn<bool>("isFound");
    for (const char *words :
         {"reise_0042.jpg",    "E_00", "42",   "jpg AND reise",  "dream-shaper", "xl",         "风景",
          "HOCHZEIT",          "zeit", "5%",   "\"castle, 4k\"", "quoted\"",     "éCLAIR",     "clair",
          "猫在长城",          "长城", "城",   "東京",           "タワー",       "タ",         "🏰",
          "STRASSE OR straße", "z",    "张三", "müller",         "风景 猫",      "NOT nothing"}) {
        QTest::newRow(words) << true;
    }
    // Not across two texts, not in another order, not in numbers.
    for (const char *words : {"nowhere", "0042.jpgdream", "景风", "长猫", "987654", "true", "猫 nowhere", "%", "_%"}) {
        QTest::newRow(words) << (QByteArray(words) == "%");
    }
}

void TestQuerySearch::words()
{
    QFETCH(const bool, isFound);
    const QString words = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(finds(words), isFound);
    refresh();
    QCOMPARE(finds(words), isFound);
}

void TestQuerySearch::everyChangeIsFoundAtOnce()
{
    const std::pair<const char *, const char *> changes[] = {
        {"UPDATE asset SET file_name = ?2 WHERE id = ?1", "renamed.jpg"},
        {"UPDATE asset SET model = ?2 WHERE id = ?1", "flux"},
        {"INSERT INTO asset_tag(tag, asset_id) VALUES (?2, ?1)", "newtag"},
        {"UPDATE asset_tag SET tag = ?2 WHERE asset_id = ?1 AND tag = 'newtag'", "othertag"},
        {"UPDATE prop SET txt = ?2 WHERE asset_id = ?1 AND num IS NULL", "prompted"},
        {"UPDATE person SET name = ?2 WHERE id > 0 AND ?1 > 0", "Jemand"},
    };
    refresh();
    for (const auto &[sql, value] : changes) {
        change(sql, QString::fromUtf8(value));
        QVERIFY2(finds(QString::fromUtf8(value)), value);
        refresh();
        QVERIFY2(finds(QString::fromUtf8(value)), value);
    }
    for (const char *gone : {"reise", "dream", "newtag", "castle", "张三"}) {
        QVERIFY2(!finds(QString::fromUtf8(gone)), gone);
    }
    m_fixture->run("DELETE FROM asset_tag WHERE asset_id = ?1", m_image);
    QVERIFY(!finds(u"othertag"_s));
    m_fixture->run("DELETE FROM prop WHERE asset_id = ?1", m_image);
    QVERIFY(!finds(u"prompted"_s));
    refresh();
    QVERIFY(!finds(u"othertag"_s) && !finds(u"prompted"_s));
    m_fixture->run("UPDATE face SET person_id = NULL WHERE asset_id = ?1", m_image);
    QVERIFY(!finds(u"Jemand"_s));
    m_fixture->run("UPDATE asset SET trashed_at = 1 WHERE id = ?1", m_image);
    QVERIFY(m_fixture->ids("$search=renamed").empty());
    m_fixture->run("UPDATE asset SET trashed_at = NULL WHERE id = ?1", m_image);
    QVERIFY(finds(u"renamed"_s));
    m_fixture->run("DELETE FROM face WHERE asset_id = ?1", m_image);
    m_fixture->run("DELETE FROM asset WHERE id = ?1", m_image);
    QVERIFY(m_fixture->ids("$search=renamed").empty());
    refresh();
    QVERIFY(m_fixture->ids("$search=renamed").empty());
    const auto left = m_fixture->database->read([&](storage::Connection &db) -> Result<qint64> {
        storage::Statement row = db.prepare("SELECT count(*) FROM search_text WHERE id = ?1");
        row.bindAll(m_image);
        row.step();
        return row.int64(0);
    });
    QCOMPARE(*left, 0);
}

void TestQuerySearch::foldedTextsHoldWhatTheTextsHold()
{
    const QString letters = u"aAbBßẞéÉeſsSKkkİiıIΣσςの猫城城🏰🐱𐐀𐐨 .\"%"_s;
    std::mt19937 random(7);
    const auto made = [&](size_t most) {
        QString text;
        for (size_t count = random() % (most + 1); count > 0; --count) {
            const qsizetype at = qsizetype(random() % size_t(letters.size()));
            text += letters[at].isSurrogate() ? u"🏰"_s : QString(letters[at]);
        }
        return text;
    };
    for (int i = 0; i < 50'000; ++i) {
        const QString whole = made(12);
        const QString part = made(3);
        const bool isIn = whole.contains(part, Qt::CaseInsensitive);
        QVERIFY2(foldedForSearch(whole).contains(foldedForSearch(part)) == isIn, qPrintable(whole + u" | "_s + part));
    }
}

void TestQuerySearch::itsIndexIsUsed()
{
    const auto parsed = query::parseQuery("$search=castle");
    for (const Access access : {Access::Sets, Access::Lead}) {
        const QString plan = m_fixture->planOf(*query::compile(*parsed, 1, query::Mode::Page, access));
        QVERIFY2(plan.contains("VIRTUAL TABLE INDEX"_L1), qPrintable(plan));
        QVERIFY2(!plan.contains("SCAN prop"_L1) && !plan.contains("SCAN search_text"_L1), qPrintable(plan));
    }
    QCOMPARE(query::countLeads(*parsed, 1, 5).size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestQuerySearch)
#include "tst_query_search.moc"

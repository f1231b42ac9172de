// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/check.h"
#include "library/open_metadata.h"
#include "library/search_text.h"
#include "library/trash.h"
#include "storage/migrations.h"

#include <QTest>

#include <any>
#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;

class SearchTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void changesQueueOneJob();
    void theJobWritesEveryText();
    void aStopLeavesTheRest();
    void aCheckFindsWhatIsWrong();
    void anOldLibraryIsFilled();

private:
    Result<jobs::Effect> run();
    [[nodiscard]] qint64 stale() { return m->number("SELECT count(*) FROM search_stale"); }
    [[nodiscard]] qint64 found(const QString &phrase)
    {
        return m->number("SELECT count(*) FROM search_index WHERE search_index MATCH ?1", phrase);
    }
    [[nodiscard]] QStringList problems() { return *library::searchProblems(*m->database, {}); }
    void edit(const library::Registered &photo, const QString &key, const QJsonValue &value);

    std::unique_ptr<test::LibraryFixture> m;
    std::stop_source m_stop;
};

Result<jobs::Effect> SearchTextTest::run()
{
    library::SearchTextJob job(*m->database);
    std::any state;
    jobs::JobContext context({m_stop.get_token(), std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
    return job.run({}, context);
}

void SearchTextTest::edit(const library::Registered &photo, const QString &key, const QJsonValue &value)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::editMetadata(transaction, *m->services, m->owner.userId, photo.uuid, {{{key, value}}});
    }));
}

void SearchTextTest::changesQueueOneJob()
{
    m->changes.onTouch([this](storage::Transaction &transaction, std::span<const qint64>) {
        library::refreshSearchTextsLater(transaction, *m->jobs);
    });
    const auto photo = *m->upload(m->jpeg(1));
    edit(photo, u"note"_s, u"first"_s);
    edit(photo, u"note"_s, u"second"_s);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'search'"), 1);
    QVERIFY(run());
    QVERIFY(m->run("DELETE FROM job WHERE kind = 'search'"));
    edit(photo, u"rating"_s, 4); // No text.
    QCOMPARE(stale(), 0);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'search'"), 0);
}

void SearchTextTest::theJobWritesEveryText()
{
    const auto photo = *m->upload(m->jpeg(1), u"Sommer.jpg"_s);
    const auto other = *m->upload(m->jpeg(2), u"Winter.jpg"_s);
    edit(photo, u"tags"_s, QJsonArray{u"Strand"_s});
    edit(photo, u"note"_s, u"长城"_s);
    edit(photo, u"model"_s, u"X-T5"_s);
    QVERIFY(stale() > 0);
    QVERIFY(run());
    QCOMPARE(stale(), 0);
    for (const QString &phrase : {u"\"sommer\""_s, u"\"strand\""_s, u"\"长长长城城城\""_s, u"\"x-t5\""_s}) {
        QCOMPARE(found(phrase), 1);
    }
    QCOMPARE(found(u"\".jpg\""_s), 2);
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, other.uuid);
    }));
    edit(photo, u"tags"_s, QJsonArray{});
    QVERIFY(run());
    QCOMPARE(found(u"\"winter\""_s), 0);
    QCOMPARE(found(u"\"strand\""_s), 0);
    QVERIFY(problems().isEmpty());
}

void SearchTextTest::aStopLeavesTheRest()
{
    (void)*m->upload(m->jpeg(1));
    m_stop.request_stop();
    QCOMPARE(run().error().code, ErrorCode::Canceled);
    QCOMPARE(stale(), 1);
    m_stop = {};
}

void SearchTextTest::aCheckFindsWhatIsWrong()
{
    (void)*m->upload(m->jpeg(1), u"Sommer.jpg"_s);
    QVERIFY(run());
    QVERIFY(problems().isEmpty());
    QVERIFY(m->run("UPDATE search_text SET text = 'something else'"));
    QCOMPARE(problems().size(), 1);
    QVERIFY(problems().first().contains("Sommer.jpg"_L1));
    const auto report = library::checkLibrary(*m->database, *m->blobs, [](qint64, qint64) {}, {});
    QVERIFY(report && !report->isWell());
    QVERIFY(m->run("DELETE FROM search_text"));
    QCOMPARE(problems().size(), 1);
    // Behind the back of the index.
    QVERIFY(m->run("INSERT INTO search_stale SELECT id FROM asset") && run() && problems().isEmpty());
    QVERIFY(m->run("DROP TRIGGER search_text_changed"));
    QVERIFY(m->run("UPDATE search_text SET text = text || 'xyz'"));
    QCOMPARE(problems().size(), 2);
}

void SearchTextTest::anOldLibraryIsFilled()
{
    const QString path = m->path(u"old.db"_s);
    constexpr int versionBefore = 5;
    {
        auto connection = storage::Connection::open(path, storage::Connection::Mode::ReadWrite);
        QVERIFY(connection);
        std::vector<storage::Migration> before = storage::builtInMigrations();
        before.resize(versionBefore);
        QVERIFY(storage::migrate(**connection, before, m->folder.path()));
        (*connection)->runScript(R"(
INSERT INTO user(id, uuid, name, email, created_at, updated_at) VALUES (1, x'01', 'a', 'a', 1, 1);
INSERT INTO blob(id, sha256, sha1, md5, xxh64, size, created_at) VALUES (1, zeroblob(32), zeroblob(20), zeroblob(16), 1, 5, 1);
INSERT INTO asset_place(id, uuid) VALUES (1, x'02');
INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, created_at, imported_at, updated_at)
  VALUES (1, x'02', 1, 1, 'jpeg', 0, 'image/jpeg', 'Herbst.jpg', 5, 1, 1, 1);
)");
    }
    const auto opened = storage::Database::open({path, m->path(u"backups"_s), wallMs});
    QVERIFY(opened);
    storage::Database &database = **opened;
    const auto number = [&](const char *sql) {
        return *database.read([&](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare(sql);
            return row.step() ? row.int64(0) : -1;
        });
    };
    QCOMPARE(number("SELECT count(*) FROM job WHERE kind = 'search' AND state = 0"), 1);
    QCOMPARE(number("SELECT count(*) FROM search_stale"), 1);
    QVERIFY(database.write([](storage::Transaction &transaction) -> Result<qint64> {
        return library::refreshSearchTexts(transaction, 10);
    }));
    QCOMPARE(number("SELECT rowid FROM search_index WHERE search_index MATCH '\"herbst\"'"), 1);
    QVERIFY(library::searchProblems(database, {})->isEmpty());
}

QTEST_GUILESS_MAIN(SearchTextTest)
#include "tst_search_text.moc"

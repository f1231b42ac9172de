// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/client_fixture.h"
#include "support/library_fixture.h"
#include "support/patience.h"
#include "transfer/remote/mirror.h"
#include "transfer/remote/mirror_rows.h"
#include "unit/transfer_remote/immich_script.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::transfer;
using namespace std::chrono_literals;
using test::Answer;
using test::delta;
using test::jsonAnswer;
using test::remoteAsset;
using test::remoteAssets;
using test::remoteId;
using test::remoteText;

class TestRemoteMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::withoutProxies(); }
    void init();
    void theWholeListComesPageByPage();
    void thenOnlyWhatChanged();
    void whatIsGoneGoes();
    void aWalkGoesOnWhereItWasInterrupted();
    void theServerMayWantAWalk();
    void anotherDatabaseIsWalkedAnew();
    void aLostPlaceIsWalkedAnew();
    void oldServersAreAskedByGet();
    void newServersAreSearched();
    void passingTroubleIsTriedAgain();
    void troubleThatStaysIsTold();
    void hiddenHalvesAreNotListed();
    void aCancelledMirrorEnds();

private:
    [[nodiscard]] Result<void> run(RemoteVersion version = {2, 7, 5}, const std::stop_token &stop = {})
    {
        ServerAccess access;
        access.api = m_server->url("/api");
        access.secret = "key";
        access.version = version;
        const ServerCalls calls(*m_client, access);
        Mirror::Parts parts{*m->database, calls, m_serverId, test::remoteUser};
        parts.pageSize = 3;
        parts.firstDelay = 1ms;
        Mirror mirror(std::move(parts));
        return mirror.run(stop);
    }
    [[nodiscard]] QList<int> mirrored() const
    {
        return *m->database->read([](storage::Connection &db) -> Result<QList<int>> {
            QList<int> numbers;
            storage::Statement row = db.prepare("SELECT uuid FROM remote_asset ORDER BY uuid");
            while (row.step()) {
                numbers << row.blob(0).right(2).toHex().toInt(nullptr, 16);
            }
            return numbers;
        });
    }
    [[nodiscard]] rows::MirrorRow state() const
    {
        return *m->database->read(
            [&](storage::Connection &db) -> Result<rows::MirrorRow> { return rows::mirrorOf(db, m_serverId); });
    }
    [[nodiscard]] std::vector<QJsonObject> asked(const QByteArray &path) const
    {
        std::vector<QJsonObject> bodies;
        for (const test::Asked &one : m_server->asked(path)) {
            bodies.push_back(QJsonDocument::fromJson(one.body).object());
        }
        return bodies;
    }
    /// As our own server answers.
    [[nodiscard]] static Answer ours(const QJsonValue &body, const char *next, const char *epoch = "e1")
    {
        Answer answer = jsonAnswer(body);
        answer.headers.emplace_back("X-Kinframe-Next-Updated-After", next);
        answer.headers.emplace_back("X-Kinframe-Epoch", epoch);
        return answer;
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<test::FaultServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    qint64 m_serverId = 0;
    const QByteArray m_full = "/api/sync/full-sync";
    const QByteArray m_delta = "/api/sync/delta-sync";
};

void TestRemoteMirror::init()
{
    m_client = std::make_unique<HttpClient>();
    m = std::make_unique<test::LibraryFixture>();
    m_server = std::make_unique<test::FaultServer>();
    rows::ServerRow row;
    row.server.name = u"attic"_s;
    row.server.url = m_server->url("/api");
    row.server.userId = test::remoteUser;
    row.secret = u"secret"_s;
    m_serverId = *m->change(
        [&](storage::Transaction &transaction) -> Result<qint64> { return rows::insertServer(transaction, row); });
}

void TestRemoteMirror::theWholeListComesPageByPage()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 3), "2024-05-01T00:00:00.000Z"),
                             ours(remoteAssets(4, 6), "2024-05-02T00:00:00.000Z"),
                             ours(remoteAssets(7, 7), "2024-05-03T00:00:00.000Z")});
    m_server->serve(m_delta, {ours(delta({}), "2024-05-04T00:00:00.000Z")});
    QVERIFY(run());
    QCOMPARE(mirrored(), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
    const auto pages = asked(m_full);
    QCOMPARE(pages.size(), 3U);
    QCOMPARE(pages.at(0).keys(), (QStringList{u"limit"_s, u"updatedUntil"_s, u"userId"_s}));
    QCOMPARE(pages.at(0).value(u"limit"_s).toInt(), 3);
    QCOMPARE(pages.at(1).value(u"lastId"_s).toString(), remoteText(3));
    QCOMPARE(pages.at(2).value(u"lastId"_s).toString(), remoteText(6));
    QCOMPARE(m_server->asked(m_full).front().header("x-api-key"), QByteArray("key"));
    // Whatever came while the walk lasted is asked for: from before its first page on.
    const auto changes = asked(m_delta);
    QCOMPARE(changes.size(), 1U);
    QCOMPARE(changes.front().value(u"updatedAfter"_s).toString(), u"2024-05-01T00:00:00.000Z"_s);
    QCOMPARE(m_server->asked(m_delta).front().header("X-Kinframe-Epoch"), QByteArray("e1"));
    QVERIFY(state().isWhole);
    QCOMPARE(state().updatedAfter, std::optional(u"2024-05-04T00:00:00.000Z"_s));
}

void TestRemoteMirror::thenOnlyWhatChanged()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 2), "t1")});
    QJsonObject renamed = remoteAsset(2, {{u"originalFileName"_s, u"new.jpg"_s}});
    m_server->serve(m_delta, {ours(delta({}), "t2"),
                              ours(delta({renamed, remoteAsset(3)}, {remoteText(1), remoteText(77)}), "t3")});
    QVERIFY(run());
    QVERIFY(run());
    QCOMPARE(m_server->requests(m_full), 1);
    QCOMPARE(mirrored(), (QList<int>{2, 3}));
    QCOMPARE(m->number("SELECT count(*) FROM remote_asset WHERE file_name = 'new.jpg'"), 1);
    QCOMPARE(asked(m_delta).at(1).value(u"updatedAfter"_s).toString(), u"t2"_s);
    QCOMPARE(asked(m_delta).at(1).value(u"userIds"_s).toArray().size(), 1);
    QCOMPARE(*state().updatedAfter, u"t3"_s);
}

void TestRemoteMirror::whatIsGoneGoes()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 2), "t1"), ours(remoteAssets(2, 2), "t5")});
    m_server->serve(m_delta, {ours(delta({}), "t2"), ours(delta({}, {}, true), "t3"), ours(delta({}), "t4")});
    QVERIFY(run());
    QVERIFY(run());
    QCOMPARE(mirrored(), QList<int>{2});
}

void TestRemoteMirror::aWalkGoesOnWhereItWasInterrupted()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 3), "t1"), test::refusal(403)});
    QCOMPARE(run().error().code, ErrorCode::RemoteForbidden);
    QCOMPARE(mirrored(), (QList<int>{1, 2, 3}));
    QVERIFY(!state().isWhole);
    m_server->serve(m_full, {ours(remoteAssets(4, 5), "t9")});
    m_server->serve(m_delta, {ours(delta({}), "t10")});
    QVERIFY(run());
    QCOMPARE(mirrored(), (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(asked(m_full).front().value(u"lastId"_s).toString(), remoteText(3));
    // Of the first page of the walk, not of the one it went on with.
    QCOMPARE(asked(m_delta).front().value(u"updatedAfter"_s).toString(), u"t1"_s);
}

void TestRemoteMirror::theServerMayWantAWalk()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 2), "t1")});
    m_server->serve(m_delta, {ours(delta({}, {}, true), "t2")});
    const auto done = run();
    QCOMPARE(done.error().code, ErrorCode::RemoteInvalid); // It wants one after each.
    QCOMPARE(m_server->requests(m_full), 3);
}

void TestRemoteMirror::anotherDatabaseIsWalkedAnew()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 2), "t1"), ours(remoteAssets(2, 2), "t5", "e2")});
    m_server->serve(m_delta, {ours(delta({}), "t2"), ours(delta({}), "t3", "e2")});
    QVERIFY(run());
    QVERIFY(run());
    QCOMPARE(m_server->requests(m_full), 2);
    QCOMPARE(mirrored(), QList<int>{2});
    QCOMPARE(state().epoch, u"e2"_s);
}

void TestRemoteMirror::aLostPlaceIsWalkedAnew()
{
    m_server->serve(m_full, {ours(remoteAssets(1, 3), "t1"), test::refusal(400), ours(remoteAssets(2, 3), "t4")});
    m_server->serve(m_delta, {ours(delta({}), "t5")});
    QVERIFY(run());
    QCOMPARE(mirrored(), (QList<int>{2, 3}));
    QVERIFY(!asked(m_full).at(2).contains(u"lastId"_s));
}

void TestRemoteMirror::oldServersAreAskedByGet()
{
    const QByteArray first =
        "/api/sync/full-sync?limit=3&updatedUntil=2999-12-31T23%3A59%3A59.999Z&userId=" + remoteText(0xffff).toLatin1();
    const QByteArray second =
        "/api/sync/full-sync?lastCreationDate=2024-01-01T00%3A00%3A03.000Z&lastId=" + remoteText(3).toLatin1() +
        "&limit=3&updatedUntil=2999-12-31T23%3A59%3A59.999Z&userId=" + remoteText(0xffff).toLatin1();
    m_server->serve(first, {jsonAnswer(remoteAssets(1, 3))});
    m_server->serve(second, {jsonAnswer(remoteAssets(4, 4))});
    const QByteArray changes =
        "/api/sync/delta-sync?updatedAfter=2026-11-20T11%3A50%3A00.000Z&userIds=" + remoteText(0xffff).toLatin1() +
        "&userIds=" + remoteText(0xffff).toLatin1();
    m_server->serve(changes, {jsonAnswer(delta({remoteAsset(5)}))});
    const auto done = run({1, 102, 0});
    QVERIFY2(done, done ? "" : qPrintable(done.error().forLog()));
    QCOMPARE(mirrored(), (QList<int>{1, 2, 3, 4, 5}));
    // Its own Date, less the overlap.
    QCOMPARE(*state().updatedAfter, u"2026-11-20T11:50:00.000Z"_s);
}

void TestRemoteMirror::newServersAreSearched()
{
    const auto page = [](const QJsonArray &items, const QJsonValue &next) {
        return jsonAnswer(QJsonObject{{u"assets"_s, QJsonObject{{u"items"_s, items}, {u"nextPage"_s, next}}}});
    };
    // One that says it is new, and one that only lacks the calls.
    for (const RemoteVersion version : {RemoteVersion{3, 0, 1}, RemoteVersion{2, 9, 0}}) {
        m_server->serve("/api/search/metadata",
                        {page(remoteAssets(1, 3), u"2"_s), page(remoteAssets(4, 5), QJsonValue::Null),
                         page(remoteAssets(2, 5), QJsonValue::Null)});
        QVERIFY(run(version));
        QCOMPARE(mirrored(), (QList<int>{1, 2, 3, 4, 5}));
        QCOMPARE(asked("/api/search/metadata").at(1).value(u"page"_s).toInt(), 2);
        QVERIFY(run(version));
        QCOMPARE(mirrored(), (QList<int>{2, 3, 4, 5}));
        QVERIFY(state().isWhole);
    }
}

void TestRemoteMirror::passingTroubleIsTriedAgain()
{
    Answer cut = ours(remoteAssets(1, 3), "t1");
    cut.closeAfter = cut.body.size() - 10;
    m_server->serve(m_full, {test::refusal(503), cut, ours(QJsonArray{remoteAsset(3)}, "t2")});
    m_server->serve(m_delta, {test::refusal(500), ours(delta({}), "t3")});
    QVERIFY(run());
    QCOMPARE(mirrored(), (QList<int>{1, 2, 3}));
    // Two whole assets had come before the connection was cut.
    QCOMPARE(asked(m_full).at(2).value(u"lastId"_s).toString(), remoteText(2));
}

void TestRemoteMirror::troubleThatStaysIsTold()
{
    m_server->serve(m_full, {test::refusal(503)});
    QCOMPARE(run().error().code, ErrorCode::RemoteRefused);
    QCOMPARE(m_server->requests(m_full), 4);
    m_server->serve(m_full, {test::refusal(401)});
    QCOMPARE(run().error().code, ErrorCode::RemoteUnauthorized);
    QCOMPARE(m_server->requests(m_full), 1);
    Answer page;
    page.body = "<html>";
    m_server->serve(m_full, {page});
    const auto html = run();
    QCOMPARE(html.error().code, ErrorCode::RemoteInvalid);
    QCOMPARE(html.error().fact(u"host"_s), u"127.0.0.1"_s);
}

void TestRemoteMirror::hiddenHalvesAreNotListed()
{
    const QJsonObject hidden = remoteAsset(2, {{u"visibility"_s, u"hidden"_s}});
    m_server->serve(m_full, {ours(QJsonArray{remoteAsset(1), hidden}, "t1")});
    m_server->serve(m_delta, {ours(delta({remoteAsset(1, {{u"visibility"_s, u"locked"_s}})}), "t2")});
    QVERIFY(run());
    QCOMPARE(mirrored(), QList<int>());
}

void TestRemoteMirror::aCancelledMirrorEnds()
{
    Answer stalled = ours(remoteAssets(1, 3), "t1");
    stalled.stallAfter = stalled.body.size() / 2;
    m_server->serve(m_full, {stalled});
    std::stop_source stop;
    auto done = std::async(std::launch::async, [&] { return run({2, 7, 5}, stop.get_token()); });
    QTRY_COMPARE(m_server->requests(m_full), 1);
    stop.request_stop();
    QCOMPARE(done.get().error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestRemoteMirror)
#include "tst_remote_mirror.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_collector.h"
#include "stream_client.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/trash.h"
#include "support/json_schema.h"
#include "sync/mark.h"
#include "sync/tombstones.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What a stream tells of albums, stacks, people, faces and memories, and of those that are gone.
class SyncEntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLineIsWhatClientsExpect();
    void whatIsGoneIsTold();
    void whatCameBackIsThereAgain();
    void aNewClientHearsNothingOfWhatWasBefore();
    void whatIsForgottenBeginsAnew();
    void quietClientsDoNotBeginAnew();
    void aFaceIsNotLostBetweenTwo();
    void everybodyHoldsTheSame_data();
    void everybodyHoldsTheSame();

private:
    static QStringList typesOf(const QList<QJsonObject> &lines);
    QString make(const QByteArray &path, const QJsonObject &body);
    void remove(const QByteArray &path);
    void touch(const QUuid &asset);

    std::unique_ptr<ApiFixture> m;
    std::unique_ptr<StreamClient> m_client;
    QUuid m_first;
    QUuid m_second;
};

constexpr char allTypes[] = R"("AlbumsV1","AlbumUsersV1","AlbumToAssetsV1","StacksV1","PeopleV1","AssetFacesV1",)"
                            R"("MemoriesV1","MemoryToAssetsV1")";

void SyncEntriesTest::init()
{
    m = std::make_unique<ApiFixture>();
    m_client = std::make_unique<StreamClient>(*m, allTypes);
    m_first = m->addAsset(1'600'000'000'000);
    m_second = m->addAsset(1'600'000'000'001);
    touch(m_first);
    touch(m_second);
}

void SyncEntriesTest::touch(const QUuid &asset)
{
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        m->changes.touch(transaction, library::findAsset(transaction.db(), m->owner.userId, asset)->id);
        return {};
    }));
}

QStringList SyncEntriesTest::typesOf(const QList<QJsonObject> &lines)
{
    QStringList types;
    for (const QJsonObject &line : lines) {
        types << line.value("type"_L1).toString();
    }
    types.sort();
    return types;
}

QString SyncEntriesTest::make(const QByteArray &path, const QJsonObject &body)
{
    const auto reply = m->post(path, QJsonDocument(body).toJson());
    const QString id = ApiFixture::objectOf(reply).value("id"_L1).toString();
    if (reply.status() != 201 || id.isEmpty()) {
        QTest::qFail(path.constData(), __FILE__, __LINE__);
    }
    return id;
}

void SyncEntriesTest::remove(const QByteArray &path)
{
    const int status = m->call({"DELETE", path, R"({"force": true})"}).status();
    QVERIFY2(status == 200 || status == 204, path.constData());
}

void SyncEntriesTest::everyLineIsWhatClientsExpect()
{
    const auto schema = test::JsonSchema::ofImmich(u"2.7.5"_s);
    if (!schema.isHere()) {
        QSKIP("KINFRAME_TESTDATA does not lead to Immich's description.");
    }
    const QJsonArray both{toText(m_first), toText(m_second)};
    const QString album = make("/api/albums", {{u"albumName"_s, u"海"_s}, {u"assetIds"_s, both}});
    const QString stack = make("/api/stacks", {{u"assetIds"_s, both}});
    const QString memory = make("/api/memories", {{u"type"_s, u"on_this_day"_s},
                                                  {u"data"_s, QJsonObject{{u"year"_s, 2019}}},
                                                  {u"memoryAt"_s, u"2019-01-01T00:00:00.000Z"_s},
                                                  {u"assetIds"_s, both}});
    const QString person = make("/api/people", {{u"name"_s, u"张三"_s}, {u"birthDate"_s, u"1999-02-03"_s}});
    const QUuid face = m->addFace(m_first, QUuid::fromString(person));
    touch(m_first);
    m_client->step(-1, StreamClient::Acks::Sent);
    const QList<QJsonObject> made = m_client->lines();
    QCOMPARE(m_client->all(u"Album"_s).value(album)["thumbnailAssetId"_L1].toString(), toText(m_second));
    QCOMPARE(m_client->all(u"Stack"_s).value(stack)["primaryAssetId"_L1].toString(), toText(m_first));
    QCOMPARE(m_client->all(u"Memory"_s).value(memory)["data"_L1]["year"_L1].toInt(), 2019);
    QCOMPARE(m_client->all(u"Person"_s).value(person)["birthDate"_L1].toString(), u"1999-02-03T00:00:00.000Z"_s);
    QCOMPARE(m_client->all(u"Person"_s).value(person)["faceAssetId"_L1].toString(), toText(m_first));
    QCOMPARE(m_client->all(u"AssetFace"_s).value(toText(face))["boundingBoxX1"_L1].toInt(), 250);
    QCOMPARE(m_client->all(u"AlbumToAsset"_s).size(), 2);
    remove("/api/faces/" + toText(face).toLatin1());
    remove("/api/albums/" + album.toLatin1());
    remove("/api/stacks/" + stack.toLatin1());
    remove("/api/memories/" + memory.toLatin1());
    m->run("DELETE FROM person");
    m_client->step(-1, StreamClient::Acks::Sent);
    StreamClient second(*m, R"("AssetFacesV2")");
    m->addFace(m_first, std::nullopt);
    touch(m_first);
    second.step(-1, StreamClient::Acks::Sent);
    const QList<QJsonObject> all = made + m_client->lines() + second.lines();
    const QMap<QString, QString> names{{u"AlbumToAssetV1"_s, u"AlbumToAssetV1"_s},
                                       {u"MemoryToAssetV1"_s, u"MemoryAssetV1"_s},
                                       {u"MemoryToAssetDeleteV1"_s, u"MemoryAssetDeleteV1"_s}};
    for (const QJsonObject &line : all) {
        const QString type = line.value("type"_L1).toString();
        QCOMPARE(schema.problems(type, u"SyncEntityType"_s), QStringList());
        const QStringList problems = type == "SyncCompleteV1"_L1
                                         ? QStringList()
                                         : schema.problems(line.value("data"_L1), u"Sync"_s + names.value(type, type));
        QVERIFY2(problems.isEmpty(), qPrintable(type + u": "_s + problems.join(u"; "_s)));
    }
    QStringList types = typesOf(all);
    types.removeDuplicates();
    QCOMPARE(types.size(), 16); // Six kinds that come and go, faces in two forms that go in one; and the end.
}

void SyncEntriesTest::whatIsGoneIsTold()
{
    const QString album = make("/api/albums", {{u"albumName"_s, u"a"_s}, {u"assetIds"_s, QJsonArray{toText(m_first)}}});
    const QUuid ann = m->addPerson(u"Ann"_s);
    const QUuid anna = m->addPerson(u"Anna"_s);
    m_client->settle();
    QVERIFY(m->database->write([&](storage::Transaction &transaction) {
        return library::Trash(*m->library).deleteForGood(transaction, m->owner.userId, m_first);
    }));
    const QByteArray merge = "/api/people/" + toText(ann).toLatin1() + "/merge";
    QCOMPARE(m->post(merge, "{\"ids\":[\"" + toText(anna).toLatin1() + "\"]}").status(), 200);
    m_client->step(-1, StreamClient::Acks::Sent);
    QCOMPARE(typesOf(m_client->lines()), (QStringList{u"AlbumToAssetDeleteV1"_s, u"AlbumV1"_s, u"PersonDeleteV1"_s,
                                                      u"PersonV1"_s, u"SyncCompleteV1"_s}));
    QCOMPARE(m_client->all(u"Person"_s).keys(), QStringList{toText(ann)});
    remove("/api/albums/" + album.toLatin1());
    m_client->step(-1, StreamClient::Acks::Sent);
    QCOMPARE(typesOf(m_client->lines()), (QStringList{u"AlbumDeleteV1"_s, u"SyncCompleteV1"_s}));
    m_client->step(-1, StreamClient::Acks::Sent);
    QCOMPARE(m_client->lines().size(), 1);
}

void SyncEntriesTest::whatCameBackIsThereAgain()
{
    const QString memory = make("/api/memories", {{u"type"_s, u"on_this_day"_s},
                                                  {u"data"_s, QJsonObject{{u"year"_s, 2019}}},
                                                  {u"memoryAt"_s, u"2019-01-01T00:00:00.000Z"_s},
                                                  {u"assetIds"_s, QJsonArray{toText(m_first)}}});
    m_client->settle();
    remove("/api/memories/" + memory.toLatin1());
    m_client->settle();
    QVERIFY(m_client->all(u"Memory"_s).isEmpty() && m_client->all(u"MemoryToAsset"_s).isEmpty());
    m->run("UPDATE memory SET deleted_at = NULL");
    m_client->settle();
    QCOMPARE(m_client->all(u"Memory"_s).keys(), QStringList{memory});
    QCOMPARE(m_client->all(u"MemoryToAsset"_s).size(), 1);
}

void SyncEntriesTest::aNewClientHearsNothingOfWhatWasBefore()
{
    remove("/api/albums/" + make("/api/albums", {{u"albumName"_s, u"a"_s}}).toLatin1());
    m_client->step(-1, StreamClient::Acks::Lost);
    QCOMPARE(typesOf(m_client->lines()), QStringList{u"SyncCompleteV1"_s});
    // But of all since, also where its acks were lost.
    remove("/api/albums/" + make("/api/albums", {{u"albumName"_s, u"b"_s}}).toLatin1());
    m_client->step(-1, StreamClient::Acks::Lost);
    QCOMPARE(typesOf(m_client->lines()), (QStringList{u"AlbumDeleteV1"_s, u"SyncCompleteV1"_s}));
}

void SyncEntriesTest::whatIsForgottenBeginsAnew()
{
    const QString album = make("/api/albums", {{u"albumName"_s, u"a"_s}});
    m_client->settle();
    remove("/api/albums/" + album.toLatin1());
    const auto swept = sync::sweepTombstones(*m->database, wallMs() + 200LL * sync::dayMs);
    QVERIFY(swept);
    QCOMPARE(*swept, 1);
    m_client->settle();
    QCOMPARE(m_client->resets(), 1);
    QVERIFY(m_client->all(u"Album"_s).isEmpty());
    // What was never told to anybody is not missed.
    StreamClient late(*m, allTypes);
    late.settle();
    QCOMPARE(late.resets(), 0);
}

void SyncEntriesTest::quietClientsDoNotBeginAnew()
{
    make("/api/albums", {{u"albumName"_s, u"a"_s}});
    StreamClient albums(*m, R"("AlbumsV1")");
    albums.settle();
    // Of other kinds much is gone and forgotten; the client has had all albums meanwhile.
    for (int i = 0; i < 3; ++i) {
        m->addPerson(u"A%1"_s.arg(i));
    }
    m->run("DELETE FROM person");
    albums.settle();
    QCOMPARE(*sync::sweepTombstones(*m->database, wallMs() + 200LL * sync::dayMs), 3);
    albums.settle();
    QCOMPARE(albums.resets(), 0);
}

void SyncEntriesTest::aFaceIsNotLostBetweenTwo()
{
    for (int i = 0; i < 3; ++i) {
        m->addFace(m_first, std::nullopt);
    }
    touch(m_first);
    StreamClient faces(*m, R"("AssetFacesV1")");
    faces.step(1, StreamClient::Acks::Sent);
    faces.step(2, StreamClient::Acks::Sent);
    faces.settle();
    QCOMPARE(faces.all(u"AssetFace"_s).size(), 3);
}

void SyncEntriesTest::everybodyHoldsTheSame_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

// Whoever keeps what it is told, however its connection breaks, holds in the end what somebody new is told at once.
void SyncEntriesTest::everybodyHoldsTheSame()
{
    QFETCH(unsigned, seed);
    constexpr int rounds = 400;
    constexpr int roundsPerCheck = 40;
    std::mt19937 random(seed);
    RandomCollector collector(*m, seed * 1000);
    std::vector<StreamClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(*m, allTypes);
    }
    for (int round = 1; round <= rounds; ++round) {
        collector.step();
        StreamClient &client = clients[random() % clients.size()];
        const auto acks = random() % 4 == 0 ? StreamClient::Acks::Lost : StreamClient::Acks::Sent;
        client.step(random() % 3 == 0 ? -1 : qsizetype(random() % 12), acks);
        if (round % roundsPerCheck != 0) {
            continue;
        }
        StreamClient fresh(*m, allTypes);
        fresh.settle();
        const auto count = [this](const char *sql) {
            return m->database
                ->read([sql](storage::Connection &db) -> Result<qint64> {
                    auto row = db.prepare(sql);
                    row.step();
                    return row.int64(0);
                })
                .value();
        };
        QCOMPARE(fresh.all(u"Album"_s).size(), count("SELECT count(*) FROM album"));
        QCOMPARE(fresh.all(u"AlbumToAsset"_s).size(), count("SELECT count(*) FROM album_asset"));
        QCOMPARE(fresh.all(u"Stack"_s).size(), count("SELECT count(*) FROM stack"));
        QCOMPARE(fresh.all(u"Person"_s).size(), count("SELECT count(*) FROM person WHERE merged_into IS NULL"));
        QCOMPARE(fresh.all(u"AssetFace"_s).size(), count("SELECT count(*) FROM face WHERE is_dismissed = 0"));
        QCOMPARE(fresh.all(u"Memory"_s).size(), count("SELECT count(*) FROM memory WHERE deleted_at IS NULL"));
        for (StreamClient &one : clients) {
            one.settle();
            for (const QString &type : fresh.holdings().keys() + one.holdings().keys()) {
                QCOMPARE(one.all(type).keys(), fresh.all(type).keys());
                for (const QString &key : fresh.all(type).keys()) {
                    QJsonObject held = one.all(type).value(key);
                    QJsonObject told = fresh.all(type).value(key);
                    for (const char *guess : {"thumbnailAssetId", "faceAssetId"}) { // Of other things' changes.
                        held.remove(QLatin1StringView(guess));
                        told.remove(QLatin1StringView(guess));
                    }
                    QCOMPARE(held, told);
                }
            }
            QCOMPARE(one.resets(), 0);
        }
    }
    QVERIFY2(collector.done() > rounds / 3, qPrintable(QString::number(collector.done())));
}

QTEST_GUILESS_MAIN(SyncEntriesTest)
#include "tst_sync_entries.moc"

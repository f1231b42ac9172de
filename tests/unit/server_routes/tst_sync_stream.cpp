// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"
#include "library/trash.h"
#include "support/json_schema.h"
#include "sync/tombstones.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// The stream of changes that mobile apps read, and what they have kept of it.
class SyncStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLineIsWhatClientsExpect();
    void whatWasKeptDoesNotComeAgain();
    void aStreamGoesOnWhereItBroke();
    void changesAndDeletionsCome();
    void aRestoreBeginsAnew();
    void aClientMayBeginAnew();
    void forgottenDeletionsBeginAnew();
    void acksAreKeptAndDropped();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();

private:
    QList<QJsonObject> stream(const QByteArray &types = R"("AssetsV1")", const QByteArray &more = {});
    void keep(const QStringList &acks);
    /// All that came.
    void keep(const QList<QJsonObject> &lines);
    static QStringList typesOf(const QList<QJsonObject> &lines);
    void touch(const QUuid &asset);
    void remove(const QUuid &asset);

    std::unique_ptr<ApiFixture> m;
    QUuid m_first;
    QUuid m_second;
};

void SyncStreamTest::init()
{
    m = std::make_unique<ApiFixture>();
    m_first = m->addAsset(1'600'000'000'000);
    m_second = m->addAsset(1'600'000'000'001);
    touch(m_first);
    touch(m_second);
}

QList<QJsonObject> SyncStreamTest::stream(const QByteArray &types, const QByteArray &more)
{
    const http::Reply reply = m->post("/api/sync/stream", "{\"types\":[" + types + "]" + more + "}");
    QList<QJsonObject> lines;
    for (const QByteArray &line : ApiFixture::bodyOf(reply).split('\n')) {
        if (!line.isEmpty()) {
            lines << QJsonDocument::fromJson(line).object();
        }
    }
    return lines;
}

void SyncStreamTest::keep(const QStringList &acks)
{
    const QJsonObject body{{u"acks"_s, QJsonArray::fromStringList(acks)}};
    QCOMPARE(m->post("/sync/ack", QJsonDocument(body).toJson()).status(), 204);
}

void SyncStreamTest::keep(const QList<QJsonObject> &lines)
{
    QStringList acks;
    for (const QJsonObject &line : lines) {
        acks << line.value("ack"_L1).toString();
    }
    keep(acks);
}

QStringList SyncStreamTest::typesOf(const QList<QJsonObject> &lines)
{
    QStringList types;
    for (const QJsonObject &line : lines) {
        types << line.value("type"_L1).toString();
    }
    return types;
}

void SyncStreamTest::touch(const QUuid &asset)
{
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        m->changes.touch(transaction, library::findAsset(transaction.db(), m->owner.userId, asset)->id);
        return {};
    }));
}

void SyncStreamTest::remove(const QUuid &asset)
{
    QVERIFY(m->database->write([&](storage::Transaction &transaction) {
        return library::Trash(*m->library).deleteForGood(transaction, m->owner.userId, asset);
    }));
}

void SyncStreamTest::everyLineIsWhatClientsExpect()
{
    const auto schema = test::JsonSchema::ofImmich(u"2.7.5"_s);
    if (!schema.isHere()) {
        QSKIP("KINFRAME_TESTDATA does not lead to Immich's description.");
    }
    m->run("UPDATE asset SET is_video = 1, duration_ms = 5000, is_hidden = 1, trashed_at = 7 WHERE uuid = ?1",
           m_second);
    m->run("UPDATE asset SET live_video_id = 2, rating = 4.5 WHERE uuid = ?1", m_first);
    m->run("INSERT INTO asset_exif(asset_id, json) VALUES (1, "
           "'{\"dateTimeOriginal\":\"x\",\"fNumber\":2.8,\"iso\":100}')");
    const QList<QJsonObject> lines = stream(R"("AuthUsersV1","UsersV1","AssetsV1","AssetExifsV1","AlbumsV1")");
    QCOMPARE(typesOf(lines), (QStringList{u"AuthUserV1"_s, u"UserV1"_s, u"AssetV1"_s, u"AssetV1"_s, u"AssetExifV1"_s,
                                          u"AssetExifV1"_s, u"SyncCompleteV1"_s}));
    for (const QJsonObject &line : lines) {
        const QString type = line.value("type"_L1).toString();
        QCOMPARE(schema.problems(type, u"SyncEntityType"_s), QStringList());
        if (type != "SyncCompleteV1"_L1) {
            QCOMPARE(schema.problems(line.value("data"_L1), u"Sync"_s + type), QStringList());
        }
    }
    QCOMPARE(lines.at(3)["data"_L1]["visibility"_L1].toString(), u"hidden"_s);
    QCOMPARE(lines.at(2)["data"_L1]["livePhotoVideoId"_L1].toString(), toText(m_second));
    QCOMPARE(lines.at(4)["data"_L1]["dateTimeOriginal"_L1].toString(), u"2020-09-13T12:26:40.000+00:00"_s);
    QCOMPARE(lines.at(4)["data"_L1]["fNumber"_L1].toDouble(), 2.8);
}

void SyncStreamTest::whatWasKeptDoesNotComeAgain()
{
    const QByteArray all = R"("AuthUsersV1","UsersV1","AssetsV1","AssetExifsV1")";
    keep(stream(all));
    QCOMPARE(typesOf(stream(all)), QStringList{u"SyncCompleteV1"_s});
    touch(m_first);
    QCOMPARE(typesOf(stream(all)), (QStringList{u"AssetV1"_s, u"AssetExifV1"_s, u"SyncCompleteV1"_s}));
}

void SyncStreamTest::aStreamGoesOnWhereItBroke()
{
    // One write: they all have the same stamp.
    constexpr int more = 1000;
    for (int i = 0; i < more; ++i) {
        m->addAsset(i);
    }
    m->run("UPDATE asset SET updated_at = (SELECT max(updated_at) FROM asset)");
    const QList<QJsonObject> lines = stream();
    QCOMPARE(lines.size(), more + 3);
    QList<QJsonObject> some = lines.mid(0, 500);
    keep(some);
    QCOMPARE(some + stream(), lines);
}

void SyncStreamTest::changesAndDeletionsCome()
{
    keep(stream());
    touch(m_second);
    remove(m_first);
    const QList<QJsonObject> lines = stream();
    QCOMPARE(typesOf(lines), (QStringList{u"AssetDeleteV1"_s, u"AssetV1"_s, u"SyncCompleteV1"_s}));
    QCOMPARE(lines.at(0)["data"_L1]["assetId"_L1].toString(), toText(m_first));
    QCOMPARE(lines.at(1)["data"_L1]["id"_L1].toString(), toText(m_second));
    keep(lines);
    QCOMPARE(stream().size(), 1);
}

void SyncStreamTest::aRestoreBeginsAnew()
{
    keep(stream());
    m->run("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'epoch'");
    QCOMPARE(typesOf(stream()), QStringList{u"SyncResetV1"_s});
    const QList<QJsonObject> reset = stream(); // Until the client says that it has.
    QCOMPARE(typesOf(reset), QStringList{u"SyncResetV1"_s});
    keep(reset);
    QCOMPARE(stream().size(), 3);
}

void SyncStreamTest::aClientMayBeginAnew()
{
    keep(stream());
    const QList<QJsonObject> reset = stream(R"("AssetsV1")", ",\"reset\":true");
    QCOMPARE(typesOf(reset), QStringList{u"SyncResetV1"_s});
    keep(reset);
    QCOMPARE(stream().size(), 3);
}

void SyncStreamTest::forgottenDeletionsBeginAnew()
{
    const QList<QJsonObject> first = stream();
    keep(first.mid(0, 2)); // The end of the stream was lost.
    QCOMPARE(stream().size(), 1);
    remove(m_first);
    QVERIFY(sync::sweepTombstones(*m->database, wallMs() + 200LL * 86'400'000));
    QCOMPARE(typesOf(stream()), QStringList{u"SyncResetV1"_s});
}

void SyncStreamTest::acksAreKeptAndDropped()
{
    const QList<QJsonObject> lines = stream();
    keep(lines);
    const QJsonArray kept = ApiFixture::arrayOf(m->get("/api/sync/ack"));
    QCOMPARE(kept.size(), 3); // Also from where deletions count.
    QVERIFY(kept.contains(QJsonObject{{u"type"_s, u"AssetV1"_s}, {u"ack"_s, lines.at(1).value("ack"_L1)}}));
    QCOMPARE(m->call({"DELETE", "/api/sync/ack", R"({"types":["AssetV1"]})"}).status(), 204);
    QCOMPARE(stream().size(), 3);
    QCOMPARE(m->call({"DELETE", "/api/sync/ack"}).status(), 204);
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/sync/ack")).size(), 0);
}

void SyncStreamTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no types") << QByteArray("stream") << QByteArray("{}");
    QTest::newRow("unknown type") << QByteArray("stream") << QByteArray(R"({"types":["CatsV1"]})");
    QTest::newRow("no JSON") << QByteArray("stream") << QByteArray("types");
    QTest::newRow("no acks") << QByteArray("ack") << QByteArray("{}");
    QTest::newRow("unknown ack") << QByteArray("ack") << QByteArray(R"({"acks":["CatV1|1-1|a"]})");
    QTest::newRow("broken ack") << QByteArray("ack") << QByteArray(R"({"acks":["AssetV1|one|a"]})");
    QTest::newRow("no text") << QByteArray("ack") << QByteArray(R"({"acks":[5]})");
}

void SyncStreamTest::wrongInputIsRefused()
{
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, body);
    const http::Reply reply = m->post("/api/sync/" + call, body);
    QCOMPARE(reply.status(), 400);
    QVERIFY(ApiFixture::objectOf(reply).value("message"_L1).isArray());
}

QTEST_GUILESS_MAIN(SyncStreamTest)
#include "tst_sync_stream.moc"

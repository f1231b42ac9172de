// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/store_metadata.h"
#include "library/trash.h"
#include "support/json_schema.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// The calls of clients that keep a copy of the library: what they may ask, and what stands in the answers.
class SyncCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void assetsAreWhatClientsExpect_data();
    void assetsAreWhatClientsExpect();
    void factsOfAnAsset();
    void whatAPersonSaysStandsOverTheFile();
    void textsOfAllKinds();
    void manyAssetsComeInPieces();
    void aDeltaHasBothLists();
    void theEpochGoesBackAndForth();
    void timesComeInAllForms_data();
    void timesComeInAllForms();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void everythingWrongIsToldAtOnce();
    void ownersAreTheCallerAlone();

private:
    /// The server's time: many changes within one millisecond carry it ahead of the wall clock.
    [[nodiscard]] QByteArray now() const { return toIso(m->database->now()).toLatin1(); }
    http::Reply full(const QByteArray &rest = {})
    {
        return m->get("/api/sync/full-sync?limit=10000&updatedUntil=" + now() + rest);
    }
    http::Reply delta(const QByteArray &after, const QByteArray &epoch = {})
    {
        ApiFixture::Call call{"GET", "/sync/delta-sync?updatedAfter=" + after};
        if (!epoch.isEmpty()) {
            call.headers.emplace_back("X-Kinframe-Epoch", epoch);
        }
        return m->call(call);
    }
    void touch(const QUuid &asset)
    {
        QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
            m->changes.touch(transaction, library::findAsset(transaction.db(), m->owner.userId, asset)->id);
            return {};
        }));
    }
    /// One with everything that an asset can have.
    void fill(const QUuid &asset);

    std::unique_ptr<ApiFixture> m;
};

void SyncCallsTest::init()
{
    m = std::make_unique<ApiFixture>();
}

void SyncCallsTest::fill(const QUuid &asset)
{
    media::Metadata metadata;
    metadata.make = u"Canon"_s;
    metadata.model = u"EOS \"6D\""_s;
    metadata.captured = media::CaptureTime{};
    metadata.iso = 200;
    metadata.description = u"At the sea, \"latitude\":1,"_s;
    metadata.rating = 2;
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        library::storeMetadata(transaction, *library::findAsset(transaction.db(), m->owner.userId, asset), metadata);
        return {};
    }));
    for (const QString &tag : {u"sea"_s, u"Zürich/\"Altstadt\""_s}) {
        m->run("INSERT INTO asset_tag(tag, asset_id) SELECT ?1, id FROM asset WHERE uuid = ?2", tag, asset);
    }
    const QUuid person = m->addPerson(u"Anna"_s);
    m->addFace(asset, person);
    m->addFace(asset, std::nullopt);
    const QUuid drawn = m->addFace(asset, person);
    m->run("UPDATE detection SET detector_id = NULL WHERE id = (SELECT detection_id FROM face WHERE uuid = ?1)", drawn);
}

void SyncCallsTest::assetsAreWhatClientsExpect_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QString>("version");
    for (const char *call : {"full-sync", "delta-sync"}) {
        QTest::addRow("GET %s 1.102", call) << QByteArray("GET") << QByteArray(call) << u"1.102.0"_s;
        QTest::addRow("GET %s 2.7", call) << QByteArray("GET") << QByteArray(call) << u"2.7.5"_s;
        QTest::addRow("POST %s 1.118", call) << QByteArray("POST") << QByteArray(call) << u"1.118.0"_s;
        QTest::addRow("POST %s 2.7", call) << QByteArray("POST") << QByteArray(call) << u"2.7.5"_s;
    }
    QTest::newRow("one asset") << QByteArray("GET") << QByteArray("asset") << u"2.7.5"_s;
}

void SyncCallsTest::assetsAreWhatClientsExpect()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, call);
    QFETCH(QString, version);
    const auto schema = test::JsonSchema::ofImmich(version);
    if (!schema.isHere()) {
        QSKIP("KINFRAME_TESTDATA does not lead to Immich's description.");
    }
    const QUuid bare = m->addAsset(1'600'000'000'123);
    const QUuid rich = m->addAsset(1'600'000'000'000);
    fill(rich);
    const QUuid video = m->addAsset(-1);
    m->run("UPDATE asset SET is_video = 1, duration_ms = 3723456, width = NULL, height = NULL WHERE uuid = ?1", video);
    const QUuid live = m->addAsset(5);
    m->run("UPDATE asset SET live_video_id = (SELECT id FROM asset WHERE uuid = ?2), is_archived = 1 WHERE uuid = ?1",
           live, video);
    for (const QUuid &asset : {bare, rich, video, live}) {
        touch(asset);
    }
    if (call == "asset") {
        const QJsonObject asset = ApiFixture::objectOf(m->get("/api/assets/" + toText(rich).toLatin1()));
        QCOMPARE(schema.problems(asset, u"AssetResponseDto"_s), QStringList());
        return;
    }
    const QByteArray time = now();
    const QByteArray query = "?limit=10&updatedUntil=" + time + "&updatedAfter=" + time;
    const QByteArray body =
        R"({"limit":10,"userIds":[],"updatedUntil":")" + time + R"(","updatedAfter":")" + time + "\"}";
    const http::Reply reply = m->call(method == "GET" ? ApiFixture::Call{"GET", "/api/sync/" + call + query}
                                                      : ApiFixture::Call{"POST", "/sync/" + call, body});
    QCOMPARE(reply.status(), 200);
    if (call == "delta-sync") {
        QCOMPARE(schema.problems(ApiFixture::objectOf(reply), u"AssetDeltaSyncResponseDto"_s), QStringList());
    }
    const QJsonArray assets =
        call == "full-sync" ? ApiFixture::arrayOf(reply) : ApiFixture::objectOf(reply).value("upserted"_L1).toArray();
    QCOMPARE(assets.size(), 4);
    for (const QJsonValue asset : assets) {
        QCOMPARE(schema.problems(asset, u"AssetResponseDto"_s), QStringList());
    }
}

void SyncCallsTest::factsOfAnAsset()
{
    const QUuid id = m->addAsset(1'600'000'000'007);
    fill(id);
    m->run("UPDATE asset SET created_at = 1600000000007, created_offset = 120, duration_ms = 3723456, trashed_at = 1 "
           "WHERE uuid = ?1",
           id);
    const QJsonObject asset = ApiFixture::arrayOf(full()).at(0).toObject();
    QCOMPARE(asset.value("id"_L1).toString(), toText(id));
    QCOMPARE(asset.value("fileCreatedAt"_L1).toString(), u"2020-09-13T12:26:40.007Z"_s);
    QCOMPARE(asset.value("localDateTime"_L1).toString(), u"2020-09-13T14:26:40.007Z"_s);
    QCOMPARE(asset.value("duration"_L1).toString(), u"1:02:03.45600"_s);
    QCOMPARE(asset.value("isTrashed"_L1).toBool(), true);
    QCOMPARE(QByteArray::fromBase64(asset.value("checksum"_L1).toString().toLatin1()).size(), 20);
    QCOMPARE(asset.value("originalPath"_L1).toString(), u"/api/assets/%1/original"_s.arg(toText(id)));
    QCOMPARE(asset.value("libraryId"_L1), asset.value("ownerId"_L1));
    const QJsonObject exif = asset.value("exifInfo"_L1).toObject();
    QCOMPARE(exif.value("dateTimeOriginal"_L1).toString(), u"2020-09-13T12:26:40.007+00:00"_s);
    QCOMPARE(exif.value("model"_L1).toString(), u"EOS \"6D\""_s);
    QCOMPARE(exif.value("description"_L1).toString(), u"At the sea, \"latitude\":1,"_s);
    QCOMPARE(exif.value("iso"_L1).toInt(), 200);
    QVERIFY(exif.contains("latitude"_L1) && exif.value("latitude"_L1).isNull());
    const QJsonArray tags = asset.value("tags"_L1).toArray();
    QCOMPARE(tags.size(), 2);
    QCOMPARE(tags.at(0).toObject().value("value"_L1).toString(), u"Zürich/\"Altstadt\""_s);
    const QJsonArray people = asset.value("people"_L1).toArray();
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.at(0).toObject().value("name"_L1).toString(), u"Anna"_s);
    // It would change without the asset's stamp.
    QVERIFY(!people.at(0).toObject().contains("updatedAt"_L1));
    const QJsonArray faces = people.at(0).toObject().value("faces"_L1).toArray();
    QCOMPARE(faces.size(), 2);
    QCOMPARE(faces.at(0).toObject().value("boundingBoxX1"_L1).toInt(), 250);
    QCOMPARE(faces.at(0).toObject().value("boundingBoxY2"_L1).toInt(), 350);
    QCOMPARE(asset.value("unassignedFaces"_L1).toArray().size(), 1);
}

void SyncCallsTest::whatAPersonSaysStandsOverTheFile()
{
    const QUuid id = m->addAsset(1);
    fill(id);
    m->run("UPDATE asset SET rating = 4.5, latitude = 47.25, longitude = -8.5, created_at = 0 WHERE uuid = ?1", id);
    const QJsonObject exif = ApiFixture::arrayOf(full()).at(0).toObject().value("exifInfo"_L1).toObject();
    QCOMPARE(exif.value("rating"_L1).toDouble(), 4.5);
    QCOMPARE(exif.value("latitude"_L1).toDouble(), 47.25);
    QCOMPARE(exif.value("longitude"_L1).toDouble(), -8.5);
    QCOMPARE(exif.value("dateTimeOriginal"_L1).toString(), u"1970-01-01T00:00:00.000+00:00"_s);
    QCOMPARE(exif.value("make"_L1).toString(), u"Canon"_s);
}

void SyncCallsTest::textsOfAllKinds()
{
    const QString name = u"a\"b\\c\n\t\x01 ü 你好 \U0001F600.jpg"_s;
    const QUuid id = m->addAsset(1);
    m->run("UPDATE asset SET file_name = ?2, device_id = ?3 WHERE uuid = ?1", id, name, QString());
    const QJsonObject asset = ApiFixture::arrayOf(full()).at(0).toObject();
    QCOMPARE(asset.value("originalFileName"_L1).toString(), name);
    QCOMPARE(asset.value("deviceId"_L1).toString(u"missing"_s), QString());
}

void SyncCallsTest::manyAssetsComeInPieces()
{
    constexpr int count = 700;
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        ids << toText(m->addAsset(i));
    }
    const auto idsOf = [](const QJsonArray &assets) {
        QStringList list;
        for (const QJsonValue asset : assets) {
            list << asset.toObject().value("id"_L1).toString();
        }
        return list;
    };
    const http::Reply reply = full();
    QVERIFY(std::holds_alternative<http::Reply::Stream>(reply.body()));
    QCOMPARE(reply.headers().value("Content-Type"), QByteArrayView("application/json"));
    QCOMPARE(idsOf(ApiFixture::arrayOf(reply)), ids);
    QStringList paged;
    QByteArray last;
    for (int pages = 0; pages < 10; ++pages) {
        const QStringList page =
            idsOf(ApiFixture::arrayOf(m->get("/api/sync/full-sync?limit=333&updatedUntil=" + now() + last)));
        paged << page;
        if (page.size() < 333) {
            break;
        }
        last = "&lastId=" + page.last().toLatin1();
    }
    QCOMPARE(paged, ids);
}

void SyncCallsTest::aDeltaHasBothLists()
{
    const QUuid gone = m->addAsset(1);
    const QUuid stays = m->addAsset(2);
    touch(gone);
    touch(stays);
    QVERIFY(m->database->write([&](storage::Transaction &transaction) {
        return library::Trash(*m->library).deleteForGood(transaction, m->owner.userId, gone);
    }));
    const QJsonObject answer = ApiFixture::objectOf(delta(now()));
    QCOMPARE(answer.value("needsFullSync"_L1).toBool(true), false);
    QCOMPARE(answer.value("deleted"_L1).toArray(), QJsonArray{toText(gone)});
    QCOMPARE(answer.value("upserted"_L1).toArray().size(), 1);
    QCOMPARE(answer.value("upserted"_L1).toArray().at(0).toObject().value("id"_L1).toString(), toText(stays));
    const QJsonObject tooOld = ApiFixture::objectOf(delta("1970-01-01T00:00:00.000Z"));
    QCOMPARE(tooOld,
             (QJsonObject{{u"needsFullSync"_s, true}, {u"deleted"_s, QJsonArray()}, {u"upserted"_s, QJsonArray()}}));
}

void SyncCallsTest::theEpochGoesBackAndForth()
{
    const QUuid id = m->addAsset(1);
    touch(id);
    const http::Reply first = full();
    const QByteArray next = first.headers().value("X-Kinframe-Next-Updated-After").toByteArray();
    const QByteArray epoch = first.headers().value("X-Kinframe-Epoch").toByteArray();
    QCOMPARE(epoch.size(), 32);
    QCOMPARE(ApiFixture::objectOf(delta(next, epoch)).value("upserted"_L1).toArray().size(), 0);
    QCOMPARE(ApiFixture::objectOf(delta(next)).value("upserted"_L1).toArray().size(), 1);
    touch(id);
    const http::Reply second = delta(next, epoch);
    QCOMPARE(ApiFixture::objectOf(second).value("upserted"_L1).toArray().size(), 1);
    QVERIFY(second.headers().value("X-Kinframe-Next-Updated-After").toByteArray() > next);
    QCOMPARE(second.headers().value("X-Kinframe-Epoch").toByteArray(), epoch);
    QCOMPARE(ApiFixture::objectOf(delta(next, QByteArray(32, 'a'))).value("needsFullSync"_L1).toBool(), true);
}

void SyncCallsTest::timesComeInAllForms_data()
{
    QTest::addColumn<QByteArray>("time");
    for (const char *time : {"2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:00",
                             "2026-01-01T02:00:00.000%2B02:00", "2025-12-31T19:00:00-05:00", "2026-01-01"}) {
        QTest::newRow(time) << QByteArray(time);
    }
}

void SyncCallsTest::timesComeInAllForms()
{
    QFETCH(QByteArray, time);
    const QUuid before = m->addAsset(1);
    m->run("UPDATE asset SET updated_at = 1767225600000 WHERE uuid = ?1", before);
    const QUuid after = m->addAsset(1);
    m->run("UPDATE asset SET updated_at = 1767225600001 WHERE uuid = ?1", after);
    const QJsonArray assets = ApiFixture::arrayOf(m->get("/api/sync/full-sync?limit=10&updatedUntil=" + time));
    QCOMPARE(assets.size(), 1);
    QCOMPARE(assets.at(0).toObject().value("id"_L1).toString(), toText(before));
}

void SyncCallsTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const QByteArray until = "updatedUntil=2026-01-01T00:00:00Z";
    const auto get = [](const char *name, const QByteArray &call, const QString &field) {
        QTest::newRow(name) << QByteArray("GET") << QByteArray("/api/sync/" + call) << QByteArray() << field;
    };
    const auto post = [](const char *name, const QByteArray &call, const QByteArray &body, const QString &field) {
        QTest::newRow(name) << QByteArray("POST") << QByteArray("/sync/" + call) << body << field;
    };
    get("no limit", "full-sync?" + until, u"limit"_s);
    get("limit 0", "full-sync?limit=0&" + until, u"limit"_s);
    get("limit 10001", "full-sync?limit=10001&" + until, u"limit"_s);
    get("limit a half", "full-sync?limit=1.5&" + until, u"limit"_s);
    get("limit a word", "full-sync?limit=many&" + until, u"limit"_s);
    get("no until", "full-sync?limit=1", u"updatedUntil"_s);
    get("until a word", "full-sync?limit=1&updatedUntil=yesterday", u"updatedUntil"_s);
    get("until the 32nd", "full-sync?limit=1&updatedUntil=2026-01-32T00:00:00Z", u"updatedUntil"_s);
    get("last no uuid", "full-sync?limit=1&lastId=12&" + until, u"lastId"_s);
    get("last unknown", "full-sync?limit=1&lastId=00000000-0000-8000-8000-000000000000&" + until, u"lastId"_s);
    get("last date a word", "full-sync?limit=1&lastCreationDate=x&" + until, u"lastCreationDate"_s);
    get("user no uuid", "full-sync?limit=1&userId=me&" + until, u"userId"_s);
    get("user foreign", "full-sync?limit=1&userId=00000000-0000-4000-8000-000000000000&" + until, u"userId"_s);
    get("no after", "delta-sync", u"updatedAfter"_s);
    get("after a word", "delta-sync?updatedAfter=now", u"updatedAfter"_s);
    get("users foreign", "delta-sync?updatedAfter=2026-01-01T00:00:00Z&userIds=00000000-0000-4000-8000-000000000000",
        u"userIds"_s);
    get("users no uuid", "delta-sync?updatedAfter=2026-01-01T00:00:00Z&userIds=a", u"userIds"_s);
    post("limit a text", "full-sync", R"({"limit":"ten","updatedUntil":"2026-01-01T00:00:00Z"})", u"limit"_s);
    post("until a number", "full-sync", R"({"limit":1,"updatedUntil":5})", u"updatedUntil"_s);
    post("no JSON", "full-sync", "limit=1", u"body"_s);
    post("a list", "delta-sync", "[]", u"body"_s);
    post("users a number", "delta-sync", R"({"updatedAfter":"2026-01-01T00:00:00Z","userIds":5})", u"userIds"_s);
    post("users of numbers", "delta-sync", R"({"updatedAfter":"2026-01-01T00:00:00Z","userIds":[5]})", u"userIds"_s);
}

void SyncCallsTest::wrongInputIsRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    m->addAsset(1);
    const http::Reply reply = m->call({method, target, body});
    const QJsonObject answer = ApiFixture::objectOf(reply);
    QCOMPARE(reply.status(), 400);
    QCOMPARE(answer.value("statusCode"_L1).toInt(), 400);
    QCOMPARE(answer.value("error"_L1).toString(), u"Bad Request"_s);
    QVERIFY(!answer.value("correlationId"_L1).toString().isEmpty());
    QVERIFY(answer.value("message"_L1).isArray());
    QVERIFY2(answer.value("message"_L1).toArray().at(0).toString().contains(field), reply.bodyBytes().constData());
}

void SyncCallsTest::everythingWrongIsToldAtOnce()
{
    const http::Reply reply = m->get("/api/sync/full-sync?limit=0&updatedUntil=x&lastId=y&userId=z");
    QCOMPARE(ApiFixture::objectOf(reply).value("message"_L1).toArray().size(), 4);
}

void SyncCallsTest::ownersAreTheCallerAlone()
{
    const QUuid id = m->addAsset(1);
    touch(id);
    const QByteArray me = toText(m->owner.uuid).toLatin1();
    const QByteArrayList ways{"&userIds=" + me, "&userIds=" + me + ',' + me, "&userIds=" + me + "&userIds=" + me,
                              "&userIds=" + me.toUpper()};
    for (const QByteArray &users : ways) {
        const http::Reply reply = m->get("/api/sync/delta-sync?updatedAfter=" + now() + users);
        QCOMPARE(ApiFixture::objectOf(reply).value("upserted"_L1).toArray().size(), 1);
    }
    const QByteArray other = "00000000-0000-4000-8000-000000000000";
    QCOMPARE(m->get("/api/sync/delta-sync?updatedAfter=" + now() + "&userIds=" + me + ',' + other).status(), 400);
    QCOMPARE(ApiFixture::arrayOf(full("&userId=" + me)).size(), 1);
}

QTEST_GUILESS_MAIN(SyncCallsTest)
#include "tst_sync_calls.moc"

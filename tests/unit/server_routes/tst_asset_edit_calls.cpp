// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What clients change about photos, and how they throw them away and get them back.
class AssetEditCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void manyPhotosChangeAtOnce();
    void onePhotoChanges();
    void ratingsGo();
    void timesMove();
    void photosAreArchivedAndHidden();
    void allOrNone();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void photosAreTrashedAndRestored();
    void theTrashIsRestoredAndEmptied();
    void livePhotosGoAsOne();
    void halvesAreLinkedAndUnlinkedByHand();
    void whatIsNoHalfIsNotLinked();

private:
    QJsonObject asset(const QUuid &id)
    {
        return m->object("GET", "/api/assets/" + toText(id).toLatin1(), {}, u"AssetResponseDto"_s);
    }
    int edit(const std::vector<QUuid> &ids, QJsonObject body)
    {
        body.insert(u"ids"_s, ImmichCalls::texts(ids));
        m->call("PUT", "/api/assets", body);
        return m->status;
    }
    int remove(const std::vector<QUuid> &ids, bool force = false)
    {
        m->call("DELETE", "/api/assets", {{u"ids"_s, ImmichCalls::texts(ids)}, {u"force"_s, force}});
        return m->status;
    }
    int count(const char *target, const QJsonObject &body = {})
    {
        return m->object("POST", target, body, u"TrashResponseDto"_s).value("count"_L1).toInt(-1);
    }

    QUuid addVideo(qint64 createdAt)
    {
        const QUuid id = m->api.addAsset(createdAt);
        m->api.run("UPDATE asset SET is_video = 1, content_identifier = 'one' WHERE uuid = ?1", id);
        return id;
    }
    QJsonObject link(const QUuid &picture, const QJsonValue &video)
    {
        return m->object("PUT", "/api/asset/" + toText(picture).toLatin1(), {{u"livePhotoVideoId"_s, video}},
                         u"AssetResponseDto"_s);
    }
    /// What a client that has had all until now learns next, by the page's rules.
    QJsonObject changesSince(const http::Reply &before)
    {
        const auto header = [&](const char *name) { return before.headers().value(name).toByteArray(); };
        return ApiFixture::objectOf(
            m->api.call({"GET",
                         "/api/sync/delta-sync?updatedAfter=" + header("X-Kinframe-Next-Updated-After"),
                         {},
                         true,
                         {{"X-Kinframe-Epoch", header("X-Kinframe-Epoch")}}}));
    }
    http::Reply everything()
    {
        return m->api.get("/api/sync/full-sync?limit=100&updatedUntil=2999-01-01T00:00:00.000Z");
    }

    std::unique_ptr<ImmichCalls> m;
};

void AssetEditCallsTest::manyPhotosChangeAtOnce()
{
    const QUuid a = m->api.addAsset(1);
    const QUuid b = m->api.addAsset(2);
    const qint64 stamp = m->stampOf(b);
    QCOMPARE(edit({a, b}, {{u"isFavorite"_s, true},
                           {u"rating"_s, 4},
                           {u"description"_s, u"At the sea"_s},
                           {u"latitude"_s, 47.5},
                           {u"longitude"_s, -8},
                           {u"duplicateId"_s, QJsonValue::Null},
                           {u"dateTimeOriginal"_s, u"2020-01-02T03:04:05.000+02:00"_s}}),
             204);
    const QJsonObject changed = asset(b);
    QCOMPARE(changed.value("isFavorite"_L1).toBool(), true);
    const QJsonObject exif = changed.value("exifInfo"_L1).toObject();
    QCOMPARE(exif.value("rating"_L1).toDouble(), 4.0);
    QCOMPARE(exif.value("description"_L1).toString(), u"At the sea"_s);
    QCOMPARE(exif.value("latitude"_L1).toDouble(), 47.5);
    QCOMPARE(changed.value("fileCreatedAt"_L1).toString(), u"2020-01-02T01:04:05.000Z"_s);
    QCOMPARE(changed.value("localDateTime"_L1).toString(), u"2020-01-02T03:04:05.000Z"_s);
    QVERIFY(m->stampOf(b) > stamp);
}

void AssetEditCallsTest::onePhotoChanges()
{
    const QUuid a = m->api.addAsset(1);
    const QJsonObject answer =
        m->object("PUT", "/api/assets/" + toText(a).toLatin1(),
                  {{u"isFavorite"_s, true}, {u"visibility"_s, u"archive"_s}}, u"AssetResponseDto"_s);
    QCOMPARE(m->status, 200);
    QCOMPARE(answer.value("isFavorite"_L1).toBool(), true);
    QCOMPARE(answer.value("isArchived"_L1).toBool(), true);
    m->call("PUT", "/api/assets/" + toText(newUuid()).toLatin1(), {{u"isFavorite"_s, true}});
    QCOMPARE(m->status, 400);
}

void AssetEditCallsTest::ratingsGo()
{
    const QUuid a = m->api.addAsset(1);
    const auto rating = [&] { return asset(a).value("exifInfo"_L1).toObject().value("rating"_L1); };
    QCOMPARE(edit({a}, {{u"rating"_s, 5}}), 204);
    QCOMPARE(rating(), QJsonValue(5));
    QCOMPARE(edit({a}, {{u"rating"_s, -1}}), 204);
    QVERIFY(rating().isNull());
    QCOMPARE(edit({a}, {{u"rating"_s, 3}}), 204);
    QCOMPARE(edit({a}, {{u"rating"_s, QJsonValue::Null}}), 204);
    QVERIFY(rating().isNull());
}

void AssetEditCallsTest::timesMove()
{
    const QUuid a = m->api.addAsset(1'600'000'000'000);
    QCOMPARE(edit({a}, {{u"dateTimeRelative"_s, -90}}), 204);
    QCOMPARE(asset(a).value("fileCreatedAt"_L1).toString(), u"2020-09-13T10:56:40.000Z"_s);
    QCOMPARE(edit({a}, {{u"timeZone"_s, u"Europe/Zurich"_s}}), 204);
    QCOMPARE(asset(a).value("fileCreatedAt"_L1).toString(), u"2020-09-13T10:56:40.000Z"_s);
    QCOMPARE(asset(a).value("localDateTime"_L1).toString(), u"2020-09-13T12:56:40.000Z"_s);
}

void AssetEditCallsTest::photosAreArchivedAndHidden()
{
    const QUuid a = m->api.addAsset(1);
    const auto visibility = [&] { return asset(a).value("visibility"_L1).toString(); };
    QCOMPARE(edit({a}, {{u"visibility"_s, u"archive"_s}}), 204);
    QCOMPARE(visibility(), u"archive"_s);
    const qint64 stamp = m->stampOf(a);
    QCOMPARE(edit({a}, {{u"visibility"_s, u"archive"_s}}), 204);
    QCOMPARE(m->stampOf(a), stamp);
    QCOMPARE(edit({a}, {{u"visibility"_s, u"hidden"_s}}), 204);
    QCOMPARE(visibility(), u"hidden"_s);
    QCOMPARE(edit({a}, {{u"visibility"_s, u"timeline"_s}}), 204);
    QCOMPARE(visibility(), u"timeline"_s);
    QCOMPARE(edit({a}, {{u"isArchived"_s, true}}), 204);
    QCOMPARE(visibility(), u"archive"_s);
}

void AssetEditCallsTest::allOrNone()
{
    const QUuid a = m->api.addAsset(1);
    QCOMPARE(edit({a, newUuid()}, {{u"isFavorite"_s, true}}), 400);
    QCOMPARE(asset(a).value("isFavorite"_L1).toBool(true), false);
    QCOMPARE(remove({a, newUuid()}), 400);
    QCOMPARE(asset(a).value("isTrashed"_L1).toBool(true), false);
    QCOMPARE(remove({a, newUuid()}, true), 400);
    QCOMPARE(asset(a).value("id"_L1).toString(), toText(a));
}

void AssetEditCallsTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value) {
        QTest::newRow(name) << QJsonObject{{field, value}, {u"description"_s, u"changed"_s}} << field;
    };
    row("favourite", u"isFavorite"_s, 1);
    row("rating", u"rating"_s, 6);
    row("rating a text", u"rating"_s, u"5"_s);
    row("latitude", u"latitude"_s, 91);
    row("longitude a text", u"longitude"_s, u"8"_s);
    row("date", u"dateTimeOriginal"_s, u"yesterday"_s);
    row("shift", u"dateTimeRelative"_s, u"1"_s);
    row("zone", u"timeZone"_s, u"Nowhere/Land"_s);
    row("locked", u"visibility"_s, u"locked"_s);
    row("visibility", u"visibility"_s, u"elsewhere"_s);
    row("live photo", u"livePhotoVideoId"_s, u"00000000-0000-4000-8000-000000000000"_s);
}

void AssetEditCallsTest::wrongInputIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, field);
    const QUuid a = m->api.addAsset(1);
    body.insert(u"ids"_s, ImmichCalls::texts({a}));
    const QJsonObject answer = m->object("PUT", "/api/assets", body);
    QCOMPARE(m->status, 400);
    QVERIFY2(answer.value("message"_L1).toString().contains(field), qPrintable(answer.value("message"_L1).toString()));
    QCOMPARE(asset(a).value("exifInfo"_L1).toObject().value("description"_L1).toString(), QString());
}

void AssetEditCallsTest::photosAreTrashedAndRestored()
{
    const QUuid a = m->api.addAsset(1);
    const QUuid b = m->api.addAsset(2);
    QCOMPARE(remove({a, b}), 204);
    QCOMPARE(remove({a}), 204); // It lies there already.
    QCOMPARE(asset(a).value("isTrashed"_L1).toBool(), true);
    const QJsonObject ids{{u"ids"_s, ImmichCalls::texts({a})}};
    QCOMPARE(count("/api/trash/restore/assets", ids), 1);
    QCOMPARE(count("/api/trash/restore/assets", ids), 0);
    QCOMPARE(asset(a).value("isTrashed"_L1).toBool(true), false);
    QCOMPARE(asset(b).value("isTrashed"_L1).toBool(), true);
    count("/api/trash/restore/assets", {{u"ids"_s, ImmichCalls::texts({newUuid()})}});
    QCOMPARE(m->status, 400);
}

void AssetEditCallsTest::theTrashIsRestoredAndEmptied()
{
    std::vector<QUuid> many;
    for (int i = 0; i < 450; ++i) {
        many.push_back(m->api.addAsset(i));
    }
    const QUuid kept = m->api.addAsset(1000);
    QCOMPARE(remove(many), 204);
    QCOMPARE(count("/api/trash/restore"), 450);
    QCOMPARE(count("/api/trash/restore"), 0);
    QCOMPARE(remove(many), 204);
    QCOMPARE(count("/api/trash/empty"), 450);
    m->call("GET", "/api/assets/" + toText(many.front()).toLatin1());
    QCOMPARE(m->status, 400);
    QCOMPARE(asset(kept).value("isTrashed"_L1).toBool(true), false);
}

void AssetEditCallsTest::livePhotosGoAsOne()
{
    const QUuid picture = m->api.addAsset(1);
    const QUuid video = m->api.addAsset(2);
    m->api.run("UPDATE asset SET is_video = 1, is_hidden = 1 WHERE uuid = ?1", video);
    m->api.run("UPDATE asset SET live_video_id = (SELECT id FROM asset WHERE uuid = ?2) WHERE uuid = ?1", picture,
               video);
    QCOMPARE(edit({video}, {{u"visibility"_s, u"timeline"_s}}), 409);
    QCOMPARE(remove({picture}), 204);
    QCOMPARE(asset(video).value("isTrashed"_L1).toBool(), true);
    QCOMPARE(count("/api/trash/restore"), 1);
    QCOMPARE(asset(video).value("isTrashed"_L1).toBool(true), false);
    QCOMPARE(remove({picture, video}, true), 204);
    m->call("GET", "/api/assets/" + toText(video).toLatin1());
    QCOMPARE(m->status, 400);
}

void AssetEditCallsTest::halvesAreLinkedAndUnlinkedByHand()
{
    const QUuid picture = m->api.addAsset(1);
    const QUuid first = addVideo(2);
    const QUuid second = addVideo(3);
    m->api.run("UPDATE asset SET content_identifier = 'one', is_archived = 1 WHERE uuid = ?1", picture);
    QCOMPARE(edit({picture}, {{u"isFavorite"_s, true}}), 204); // The first stamp that counts.
    http::Reply before = everything();
    QCOMPARE(ApiFixture::arrayOf(before).size(), 3);
    QCOMPARE(link(picture, toText(first)).value("livePhotoVideoId"_L1).toString(), toText(first));
    QCOMPARE(m->status, 200);
    QCOMPARE(asset(first).value("visibility"_L1).toString(), u"hidden"_s);
    QCOMPARE(changesSince(before).value("deleted"_L1).toArray(), QJsonArray{toText(first)});
    // Another one in its place: the former is seen again.
    before = everything();
    QCOMPARE(ApiFixture::arrayOf(before).size(), 2);
    link(picture, toText(second));
    QJsonObject changes = changesSince(before);
    QCOMPARE(changes.value("deleted"_L1).toArray(), QJsonArray{toText(second)});
    QCOMPARE(changes.value("upserted"_L1).toArray().size(), 2);
    // Apart, and where the picture is.
    before = everything();
    QVERIFY(link(picture, QJsonValue::Null).value("livePhotoVideoId"_L1).isNull());
    QCOMPARE(asset(second).value("visibility"_L1).toString(), u"archive"_s);
    changes = changesSince(before);
    QCOMPARE(changes.value("deleted"_L1).toArray(), QJsonArray());
    QCOMPARE(changes.value("upserted"_L1).toArray().size(), 2);
    // It stays so when what would put them together comes by.
    QCOMPARE(remove({second}), 204);
    QCOMPARE(count("/api/trash/restore"), 1);
    QVERIFY(asset(picture).value("livePhotoVideoId"_L1).isNull());
    const qint64 stamp = m->stampOf(picture);
    link(picture, QJsonValue::Null);
    QCOMPARE(m->stampOf(picture), stamp);
}

void AssetEditCallsTest::whatIsNoHalfIsNotLinked()
{
    const QUuid picture = m->api.addAsset(1);
    const QUuid video = addVideo(2);
    const QJsonObject wrong = link(picture, toText(m->api.addAsset(3)));
    QCOMPARE(m->status, 400);
    QVERIFY(wrong.value("message"_L1).toString().contains("livePhotoVideoId"_L1));
    link(picture, u"mine"_s);
    QCOMPARE(m->status, 400);
    link(video, toText(video));
    QCOMPARE(m->status, 400);
    link(video, toText(addVideo(4)));
    QCOMPARE(m->status, 400);
    QCOMPARE(edit({picture, m->api.addAsset(5)}, {{u"livePhotoVideoId"_s, toText(video)}}), 400);
    QVERIFY(asset(picture).value("livePhotoVideoId"_L1).isNull());
    QCOMPARE(asset(video).value("visibility"_L1).toString(), u"timeline"_s);
}

QTEST_GUILESS_MAIN(AssetEditCallsTest)
#include "tst_asset_edit_calls.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"
#include "support/patience.h"

#include <mutex>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Albums as clients make, fill and ask for them.
class AlbumCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void anAlbumIsMadeAndFound();
    void photosComeAndGo();
    void onlyWhatIsSeenIsCounted();
    void whatIsSaidOfItChanges();
    void albumsOfAPhoto();
    void severalAlbumsAtOnce();
    void itGoesWithoutItsPhotos();
    void everyChangeIsTold();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void othersHaveTheirOwn();

private:
    QJsonObject make(const QString &name, const std::vector<QUuid> &assets = {})
    {
        return m->object("POST", "/api/albums", {{u"albumName"_s, name}, {u"assetIds"_s, ImmichCalls::texts(assets)}},
                         u"AlbumResponseDto"_s);
    }
    QJsonObject album(const QJsonValue &id, const char *query = "")
    {
        return m->object("GET", ImmichCalls::path("/api/albums/", id, query), {}, u"AlbumResponseDto"_s);
    }
    static QStringList idsOf(const QJsonArray &items)
    {
        QStringList ids;
        for (const QJsonValue item : items) {
            ids << item.toObject().value("id"_L1).toString();
        }
        return ids;
    }
    static QStringList errorsOf(const QJsonArray &results)
    {
        QStringList errors;
        for (const QJsonValue result : results) {
            const QJsonObject one = result.toObject();
            errors << (one.value("success"_L1).toBool() ? u"done"_s : one.value("error"_L1).toString());
        }
        return errors;
    }

    std::unique_ptr<ImmichCalls> m;
};

void AlbumCallsTest::anAlbumIsMadeAndFound()
{
    const QUuid older = m->api.addAsset(1'000'000);
    const QUuid newer = m->api.addAsset(2'000'000);
    const QJsonObject made = make(u"Sea — 海"_s, {older, newer, older});
    QCOMPARE(m->status, 201);
    QCOMPARE(made.value("albumName"_L1).toString(), u"Sea — 海"_s);
    QCOMPARE(made.value("assetCount"_L1).toInt(), 2);
    QCOMPARE(idsOf(made.value("assets"_L1).toArray()), (QStringList{toText(newer), toText(older)}));
    QCOMPARE(made.value("albumThumbnailAssetId"_L1).toString(), toText(newer));
    QCOMPARE(made.value("startDate"_L1).toString(), u"1970-01-01T00:16:40.000Z"_s);
    QCOMPARE(made.value("endDate"_L1).toString(), u"1970-01-01T00:33:20.000Z"_s);
    QCOMPARE(made.value("ownerId"_L1).toString(), toText(m->api.owner.uuid));
    QCOMPARE(album(made.value("id"_L1)), made);
    QCOMPARE(album(made.value("id"_L1), "?withoutAssets=true").value("assets"_L1).toArray().size(), 0);
    make(u""_s);
    const QJsonArray all = m->list("GET", "/api/albums", {}, u"AlbumResponseDto"_s);
    QCOMPARE(all.size(), 2);
    QCOMPARE(m->list("GET", "/api/albums?shared=true").size(), 0);
    QCOMPARE(m->list("GET", "/api/albums?shared=false").size(), 2);
    const QJsonObject counts = m->object("GET", "/api/albums/statistics", {}, u"AlbumStatisticsResponseDto"_s);
    QCOMPARE(counts, (QJsonObject{{u"owned"_s, 2}, {u"shared"_s, 0}, {u"notShared"_s, 2}}));
}

void AlbumCallsTest::photosComeAndGo()
{
    const QUuid first = m->api.addAsset(1);
    const QUuid second = m->api.addAsset(2);
    const QJsonValue id = make(u"A"_s, {first}).value("id"_L1);
    const QByteArray path = ImmichCalls::path("/api/albums/", id, "/assets");
    const QJsonObject ids{{u"ids"_s, ImmichCalls::texts({second, first, second, newUuid()})}};
    QCOMPARE(errorsOf(m->list("PUT", path, ids, u"BulkIdResponseDto"_s)),
             (QStringList{u"done"_s, u"duplicate"_s, u"duplicate"_s, u"no_permission"_s}));
    QCOMPARE(album(id).value("assetCount"_L1).toInt(), 2);
    const qint64 stamp = m->stampOf(first);
    const QJsonObject leaving{{u"ids"_s, ImmichCalls::texts({first, first, newUuid()})}};
    QCOMPARE(errorsOf(m->list("DELETE", path, leaving, u"BulkIdResponseDto"_s)),
             (QStringList{u"done"_s, u"not_found"_s, u"not_found"_s}));
    QCOMPARE(idsOf(album(id).value("assets"_L1).toArray()), QStringList{toText(second)});
    QCOMPARE(m->stampOf(first), stamp); // Nothing of the photo has changed.
}

void AlbumCallsTest::onlyWhatIsSeenIsCounted()
{
    const QUuid seen = m->api.addAsset(1);
    const QUuid trashed = m->api.addAsset(2);
    const QUuid hidden = m->api.addAsset(3);
    const QJsonValue id = make(u"A"_s, {seen, trashed, hidden}).value("id"_L1);
    m->api.run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", trashed);
    m->api.run("UPDATE asset SET is_hidden = 1 WHERE uuid = ?1", hidden);
    const QJsonObject left = album(id);
    QCOMPARE(left.value("assetCount"_L1).toInt(), 1);
    QCOMPARE(idsOf(left.value("assets"_L1).toArray()), QStringList{toText(seen)});
    QCOMPARE(left.value("albumThumbnailAssetId"_L1).toString(), toText(seen));
    m->api.run("UPDATE asset SET trashed_at = NULL WHERE uuid = ?1", trashed);
    QCOMPARE(album(id).value("assetCount"_L1).toInt(), 2);
}

void AlbumCallsTest::whatIsSaidOfItChanges()
{
    const QUuid first = m->api.addAsset(1);
    const QUuid second = m->api.addAsset(2);
    const QUuid outside = m->api.addAsset(3);
    const QJsonObject before = make(u"A"_s, {first, second});
    const QByteArray path = ImmichCalls::path("/api/albums/", before.value("id"_L1));
    const QJsonObject changed = m->object("PATCH", path,
                                          {{u"albumName"_s, u"B"_s},
                                           {u"description"_s, u"text"_s},
                                           {u"order"_s, u"asc"_s},
                                           {u"isActivityEnabled"_s, false},
                                           {u"albumThumbnailAssetId"_s, toText(first)}},
                                          u"AlbumResponseDto"_s);
    QCOMPARE(changed.value("albumName"_L1).toString(), u"B"_s);
    QCOMPARE(changed.value("description"_L1).toString(), u"text"_s);
    QCOMPARE(changed.value("albumThumbnailAssetId"_L1).toString(), toText(first));
    QCOMPARE(changed.value("isActivityEnabled"_L1).toBool(true), false);
    QVERIFY(changed.value("updatedAt"_L1).toString() > before.value("updatedAt"_L1).toString());
    QCOMPARE(idsOf(album(before.value("id"_L1)).value("assets"_L1).toArray()),
             (QStringList{toText(first), toText(second)}));
    m->object("PATCH", path, {{u"description"_s, u""_s}});
    QCOMPARE(album(before.value("id"_L1)).value("description"_L1).toString(u"?"_s), u""_s);
    QCOMPARE(album(before.value("id"_L1)).value("albumName"_L1).toString(), u"B"_s);
    m->object("PATCH", path, {{u"albumThumbnailAssetId"_s, toText(outside)}, {u"albumName"_s, u"C"_s}});
    QCOMPARE(m->status, 400);
    QCOMPARE(album(before.value("id"_L1)).value("albumName"_L1).toString(), u"B"_s);
}

void AlbumCallsTest::albumsOfAPhoto()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonValue with = make(u"with"_s, {photo}).value("id"_L1);
    make(u"without"_s);
    const QJsonArray found = m->list("GET", "/api/albums?assetId=" + toText(photo).toLatin1());
    QCOMPARE(idsOf(found), QStringList{with.toString()});
    QCOMPARE(m->list("GET", "/api/albums?assetId=" + toText(newUuid()).toLatin1()).size(), 0);
    m->call("GET", "/api/albums?assetId=photo");
    QCOMPARE(m->status, 400);
}

void AlbumCallsTest::severalAlbumsAtOnce()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonValue first = make(u"1"_s).value("id"_L1);
    const QJsonValue second = make(u"2"_s).value("id"_L1);
    const QJsonObject body{{u"albumIds"_s, QJsonArray{first, second}}, {u"assetIds"_s, ImmichCalls::texts({photo})}};
    QCOMPARE(m->object("PUT", "/api/albums/assets", body, u"AlbumsAddAssetsResponseDto"_s),
             (QJsonObject{{u"success"_s, true}}));
    QCOMPARE(album(first).value("assetCount"_L1).toInt(), 1);
    QCOMPARE(album(second).value("assetCount"_L1).toInt(), 1);
    QCOMPARE(m->object("PUT", "/api/albums/assets", body, u"AlbumsAddAssetsResponseDto"_s),
             (QJsonObject{{u"success"_s, false}, {u"error"_s, u"duplicate"_s}}));
}

void AlbumCallsTest::itGoesWithoutItsPhotos()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonValue id = make(u"A"_s, {photo}).value("id"_L1);
    m->call("DELETE", ImmichCalls::path("/api/albums/", id));
    QCOMPARE(m->status, 204);
    const QJsonObject gone = album(id);
    QCOMPARE(m->status, 400);
    QCOMPARE(gone.value("message"_L1).toString(), u"Not found or no album.read access"_s);
    m->call("DELETE", ImmichCalls::path("/api/albums/", id));
    QCOMPARE(m->status, 400);
    m->call("GET", "/api/assets/" + toText(photo).toLatin1());
    QCOMPARE(m->status, 200);
}

void AlbumCallsTest::everyChangeIsTold()
{
    const QUuid photo = m->api.addAsset(1'000'000);
    QStringList told;
    std::mutex mutex;
    const auto subscription = m->api.events.subscribe([&](const Event &event) {
        const std::lock_guard lock(mutex);
        if (event.type == "album.changed"_L1 && event.user == m->api.owner.uuid) {
            told << toText(event.id);
        }
    });
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return told.size();
    };
    const QJsonValue id = make(u"Sea"_s).value("id"_L1);
    QTRY_COMPARE(count(), 1);
    const QJsonObject ids{{u"ids"_s, ImmichCalls::texts({photo})}};
    m->call("PUT", ImmichCalls::path("/api/albums/", id, "/assets"), ids);
    QTRY_COMPARE(count(), 2);
    m->object("PATCH", ImmichCalls::path("/api/albums/", id), {{u"albumName"_s, u"Lake"_s}}, u"AlbumResponseDto"_s);
    QTRY_COMPARE(count(), 3);
    m->call("DELETE", ImmichCalls::path("/api/albums/", id));
    QTRY_COMPARE(count(), 4);
    QCOMPARE(told, QStringList(4, id.toString()));
}

void AlbumCallsTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("no name") << QJsonObject{{u"description"_s, u"x"_s}};
    QTest::newRow("name a number") << QJsonObject{{u"albumName"_s, 5}};
    QTest::newRow("name of a book") << QJsonObject{{u"albumName"_s, QString(2000, u'x')}};
    QTest::newRow("ids no list") << QJsonObject{{u"albumName"_s, u"x"_s}, {u"assetIds"_s, u"x"_s}};
    QTest::newRow("ids no uuids") << QJsonObject{{u"albumName"_s, u"x"_s}, {u"assetIds"_s, QJsonArray{u"x"_s}}};
    QTest::newRow("foreign photo") << QJsonObject{
        {u"albumName"_s, u"x"_s}, {u"assetIds"_s, QJsonArray{u"00000000-0000-4000-8000-000000000000"_s}}};
    QTest::newRow("shared") << QJsonObject{{u"albumName"_s, u"x"_s}, {u"albumUsers"_s, QJsonArray{QJsonObject()}}};
}

void AlbumCallsTest::wrongInputIsRefused()
{
    QFETCH(QJsonObject, body);
    m->call("POST", "/api/albums", body);
    QVERIFY2(m->status >= 400 && m->status < 500, QByteArray::number(m->status).constData());
    QCOMPARE(m->list("GET", "/api/albums").size(), 0);
}

void AlbumCallsTest::othersHaveTheirOwn()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonValue id = make(u"mine"_s, {photo}).value("id"_L1);
    m->api.run("INSERT INTO user(uuid, name, email, created_at, updated_at) VALUES (?1, 'B', 'b@x', 1, 1)", newUuid());
    m->api.run("UPDATE album SET owner_id = (SELECT id FROM user WHERE email = 'b@x')");
    QCOMPARE(m->list("GET", "/api/albums").size(), 0);
    album(id);
    QCOMPARE(m->status, 400);
    m->call("PUT", ImmichCalls::path("/api/albums/", id, "/assets"), {{u"ids"_s, ImmichCalls::texts({photo})}});
    QCOMPARE(m->status, 400);
    m->call("DELETE", ImmichCalls::path("/api/albums/", id));
    QCOMPARE(m->status, 400);
}

QTEST_GUILESS_MAIN(AlbumCallsTest)
#include "tst_album_calls.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/immich_forms.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// The calls of Immich's mobile app from the log-in on, of versions around 1.118 and of 2.7: by one user of a library
/// that others use too.
class ImmichPhoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServerIsFound();
    void thePhoneLogsIn();
    void whatThePhoneAsksAtItsStart_data();
    void whatThePhoneAsksAtItsStart();
    void photosAreBackedUp();
    void whatIsBackedUpIsNotSentAgain();
    void liveVideosAreLinkedByHand();
    void theOlderAppSyncsByPosts();
    void theNewerAppSyncsByAStream();
    void picturesAreShown();
    void photosAreEdited();
    void pushIsRefusedCleanly_data();
    void pushIsRefusedCleanly();
    void thePhoneLogsOut();
    void cleanupTestCase();

private:
    [[nodiscard]] QJsonObject asset(const QString &id) const { return m_phone.get(u"/api/assets/"_s + id).object(); }
    /// The lines of the stream of all that the app knows.
    [[nodiscard]] QList<QJsonObject> stream(bool reset = false) const;
    [[nodiscard]] HttpAnswer backUp(const QByteArray &bytes, const QByteArray &name, FormFields more = {}) const;

    KinframeProcess m_kinframe{QString(), Models::None};
    HttpClient m_anybody;
    HttpClient m_phone;
    QMap<QByteArray, QString> m_ids; ///< of what was backed up, by file name
};

void ImmichPhoneTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_anybody = m_kinframe.anybody().withHeaders({"User-Agent: Dart/3.5 (dart:io)", "Accept: application/json"});
    const QJsonObject bo{{u"email"_s, u"bo@example.org"_s}, {u"name"_s, u"Bo"_s}, {u"password"_s, u"long enough"_s}};
    QCOMPARE(m_kinframe.client().post(u"/api/admin/users"_s, bo).status, 201);
    // Somebody else's photo, which the phone never hears of.
    QCOMPARE(sendForm(m_kinframe.client(), uploadFields(madeJpeg(99), "mine.jpg")).status, 201);
}

void ImmichPhoneTest::theServerIsFound()
{
    QCOMPARE(m_anybody.get(u"/api/server/ping"_s).object().value("res"_L1).toString(), u"pong"_s);
    QCOMPARE(m_anybody.get(u"/.well-known/immich"_s).object().value("api"_L1)["endpoint"_L1].toString(), u"/api"_s);
    const QJsonObject version = m_anybody.get(u"/api/server/version"_s).object();
    QVERIFY(version.value("major"_L1).toInt() >= 1);
    const QJsonObject features = m_anybody.get(u"/api/server/features"_s).object();
    QVERIFY(features.value("passwordLogin"_L1).toBool() && features.value("trash"_L1).toBool());
    for (const char *absent : {"oauth", "oauthAutoLaunch", "map", "smartSearch"}) {
        QCOMPARE(features.value(QLatin1String(absent)), QJsonValue(false));
    }
    const QJsonObject config = m_anybody.get(u"/api/server/config"_s).object();
    QVERIFY(config.value("isInitialized"_L1).toBool());
    QVERIFY(config.value("oauthButtonText"_L1).isString());
    const HttpAnswer oauth = m_anybody.post(u"/api/oauth/authorize"_s, {{u"redirectUri"_s, u"app.immich:///oauth"_s}});
    QVERIFY2(oauth.status == 400 && !oauth.message().isEmpty(), oauth.text().constData());
}

void ImmichPhoneTest::thePhoneLogsIn()
{
    const HttpClient device = m_anybody.withHeaders({"deviceModel: Pixel 9", "deviceType: Android"});
    QCOMPARE(device.post(u"/api/auth/login"_s, {{u"email"_s, u"bo@example.org"_s}, {u"password"_s, u"wrong"_s}}).status,
             401);
    const HttpAnswer login =
        device.post(u"/api/auth/login"_s, {{u"email"_s, u"bo@example.org"_s}, {u"password"_s, u"long enough"_s}});
    QVERIFY2(login.status == 201, login.text().constData());
    for (const char *member : {"accessToken", "userId", "userEmail", "name", "profileImagePath", "isAdmin",
                               "shouldChangePassword", "isOnboarded"}) {
        QVERIFY2(login.object().contains(QLatin1String(member)), member);
    }
    const QByteArray token = login.object().value("accessToken"_L1).toString().toLatin1();
    m_phone = m_anybody.withHeaders({"x-immich-user-token: " + token});
    QCOMPARE(m_phone.get(u"/api/users/me"_s).object().value("id"_L1), login.object().value("userId"_L1));
    const HttpAnswer sessions = m_phone.get(u"/api/sessions"_s);
    QCOMPARE(sessions.array().first()["deviceType"_L1].toString(), u"Pixel 9"_s);
}

void ImmichPhoneTest::whatThePhoneAsksAtItsStart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isList");
    for (const char *path :
         {"users", "partners?direction=shared-by", "partners?direction=shared-with", "albums", "albums?shared=true",
          "assets/device/phone-id", "assets/memory-lane?day=1&month=2", "memories?for=2024-05-06T00:00:00.000Z",
          "search/explore", "search/cities", "search/suggestions?type=country", "map/markers?isArchived=false",
          "stacks", "tags", "shared-links", "notifications", "sync/ack", "assets/random?count=10"}) {
        QTest::newRow(path) << u"/api/"_s + QLatin1String(path) << true;
    }
    for (const char *path :
         {"users/me", "users/me/preferences", "users/me/onboarding", "server/about", "server/storage", "server/version",
          "server/features", "server/config", "people?withHidden=false", "auth/status",
          "activities/statistics?albumId=6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f", "assets/statistics?isTrashed=true",
          "albums/statistics"}) {
        QTest::newRow(path) << u"/api/"_s + QLatin1String(path) << false;
    }
}

void ImmichPhoneTest::whatThePhoneAsksAtItsStart()
{
    QFETCH(QString, path);
    QFETCH(bool, isList);
    const HttpAnswer answer = m_phone.get(path);
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    QVERIFY2(isList ? document.isArray() : document.isObject(), answer.text().constData());
    QVERIFY(m_anybody.get(path).status == 401 || path.startsWith("/api/server/"_L1));
}

HttpAnswer ImmichPhoneTest::backUp(const QByteArray &bytes, const QByteArray &name, FormFields more) const
{
    FormFields fields{{"deviceAssetId", "local-" + name},
                      {"deviceId", "phone-id"},
                      {"fileCreatedAt", "2024-05-06T07:08:09.123456Z"},
                      {"fileModifiedAt", "2024-05-06T07:08:10.000Z"},
                      {"isFavorite", "false"},
                      {"duration", "0"}};
    fields += more;
    fields.append({"assetData", bytes});
    return m_phone.send("POST", u"/api/assets"_s, immichForm(fields, name), immichFormType());
}

void ImmichPhoneTest::photosAreBackedUp()
{
    // The older app asks by its own names, the newer one by the sums of what it has.
    const QByteArray names = R"({"deviceAssetIds":["local-one.jpg","local-two.jpg"],"deviceId":"phone-id"})";
    const HttpAnswer unknown = m_phone.send("POST", u"/api/assets/exist"_s, names, "application/json");
    QCOMPARE(unknown.object().value("existingIds"_L1).toArray(), QJsonArray());
    const auto keep = [&](const QByteArray &name, const HttpAnswer &answer) {
        QVERIFY2(answer.status == 201, answer.text().constData());
        m_ids.insert(name, idOf(answer));
    };
    keep("one.jpg", backUp(madeJpeg(1), "one.jpg", {{"albums", R"(["Camera"])"}}));
    keep("two.jpg",
         backUp(madeJpeg(2), "two.jpg",
                {{"metadata", R"([{"key":"mobile-app","value":{"iCloudId":"A/1","createdAt":"2024-05-06"}}])"}}));
    QVERIFY(waitUntilIdle(m_kinframe.client()));
    const HttpAnswer known = m_phone.send("POST", u"/api/assets/exist"_s, names, "application/json");
    QCOMPARE(known.object().value("existingIds"_L1).toArray().size(), 2);
    QCOMPARE(m_phone.get(u"/api/assets/device/phone-id"_s).array().size(), 2);
    QCOMPARE(asset(m_ids.value("one.jpg")).value("deviceAssetId"_L1).toString(), u"local-one.jpg"_s);
}

void ImmichPhoneTest::whatIsBackedUpIsNotSentAgain()
{
    QJsonArray asked;
    for (int number : {1, 2, 99}) {
        asked << QJsonObject{{u"id"_s, QString::number(number)},
                             {u"checksum"_s, QString::fromLatin1(sha1Of(madeJpeg(number)).toBase64())}};
    }
    const HttpAnswer checked = m_phone.post(u"/api/assets/bulk-upload-check"_s, {{u"assets"_s, asked}});
    QStringList actions;
    for (const QJsonValue one : checked.object().value("results"_L1).toArray()) {
        actions << one["action"_L1].toString();
    }
    // What somebody else has is not there.
    QCOMPARE(actions, (QStringList{u"reject"_s, u"reject"_s, u"accept"_s}));
    const HttpAnswer again = backUp(madeJpeg(1), "one.jpg");
    QVERIFY2(again.status == 200 && idOf(again) == m_ids.value("one.jpg"), again.text().constData());
    QCOMPARE(again.object().value("status"_L1).toString(), u"duplicate"_s);
}

void ImmichPhoneTest::liveVideosAreLinkedByHand()
{
    if (const QString reason = missingPhotos(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    const HttpAnswer sent = backUp(bytesOf(testPath(u"live/IMG_0728.MOV"_s)), "three.mov", {{"visibility", "hidden"}});
    QVERIFY2(sent.status == 201, sent.text().constData());
    QVERIFY(waitUntilIdle(m_kinframe.client()));
    m_ids.insert("three.mov", idOf(sent));
    const QString picture = m_ids.value("one.jpg");
    const HttpAnswer linked =
        m_phone.put(u"/api/assets/"_s + picture, {{u"livePhotoVideoId"_s, m_ids.value("three.mov")}});
    QVERIFY2(linked.status == 200, linked.text().constData());
    QCOMPARE(asset(m_ids.value("three.mov")).value("visibility"_L1).toString(), u"hidden"_s);
    const HttpClient ranged = m_phone.withHeaders({"Range: bytes=0-99"});
    const HttpAnswer piece = ranged.get(u"/api/assets/%1/video/playback"_s.arg(m_ids.value("three.mov")));
    QVERIFY2(piece.status == 206 && piece.body.size() == 100, QByteArray::number(piece.status).constData());
    QCOMPARE(m_phone.get(u"/api/assets/%1/video/playback"_s.arg(m_ids.value("three.mov"))).status, 200);
    QCOMPARE(m_phone.get(u"/api/assets/%1/video/playback"_s.arg(picture)).status, 400);
    QCOMPARE(m_phone.put(u"/api/assets/"_s + picture, {{u"livePhotoVideoId"_s, QJsonValue::Null}}).status, 200);
    QCOMPARE(asset(m_ids.value("three.mov")).value("visibility"_L1).toString(), u"timeline"_s);
}

void ImmichPhoneTest::theOlderAppSyncsByPosts()
{
    const QString self = m_phone.get(u"/api/users/me"_s).object().value("id"_L1).toString();
    const QString before = u"2020-01-01T00:00:00.000Z"_s;
    const HttpAnswer full =
        m_phone.post(u"/api/sync/full-sync"_s,
                     {{u"limit"_s, 10000}, {u"updatedUntil"_s, u"2999-01-01T00:00:00.000Z"_s}, {u"userId"_s, self}});
    QVERIFY2(full.status == 200, full.text().constData());
    QCOMPARE(full.array().size(), m_ids.size());
    const QByteArray next = full.headers.value("x-kinframe-next-updated-after");
    const HttpAnswer nothing =
        m_phone.post(u"/api/sync/delta-sync"_s, {{u"updatedAfter"_s, before}, {u"userIds"_s, QJsonArray{self}}});
    QCOMPARE(nothing.object().value("needsFullSync"_L1), QJsonValue(true));
    QCOMPARE(
        m_phone.put(u"/api/assets"_s, {{u"ids"_s, QJsonArray{m_ids.value("two.jpg")}}, {u"isArchived"_s, true}}).status,
        204);
    const HttpAnswer delta = m_phone.post(
        u"/api/sync/delta-sync"_s, {{u"updatedAfter"_s, QString::fromLatin1(next)}, {u"userIds"_s, QJsonArray{self}}});
    QVERIFY2(!delta.object().value("needsFullSync"_L1).toBool(true), delta.text().constData());
    const QJsonArray upserted = delta.object().value("upserted"_L1).toArray();
    QVERIFY(std::any_of(upserted.begin(), upserted.end(), [&](const QJsonValue one) {
        return one["id"_L1].toString() == m_ids.value("two.jpg") && one["isArchived"_L1].toBool();
    }));
}

QList<QJsonObject> ImmichPhoneTest::stream(bool reset) const
{
    const QJsonArray types{u"AuthUsersV1"_s,         u"UsersV1"_s,           u"AssetsV1"_s,
                           u"AssetExifsV1"_s,        u"PartnersV1"_s,        u"PartnerAssetsV1"_s,
                           u"PartnerAssetExifsV1"_s, u"AlbumsV1"_s,          u"AlbumUsersV1"_s,
                           u"AlbumAssetsV1"_s,       u"AlbumAssetExifsV1"_s, u"AlbumToAssetsV1"_s,
                           u"MemoriesV1"_s,          u"MemoryToAssetsV1"_s,  u"StacksV1"_s,
                           u"PartnerStacksV1"_s,     u"UserMetadataV1"_s,    u"PeopleV1"_s,
                           u"AssetFacesV2"_s,        u"AssetEditsV1"_s,      u"AssetMetadataV1"_s};
    const HttpAnswer answer = m_phone.post(u"/api/sync/stream"_s, {{u"types"_s, types}, {u"reset"_s, reset}});
    if (answer.status != 200) {
        QTest::qFail(answer.text().constData(), __FILE__, __LINE__);
    }
    QList<QJsonObject> lines;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.isEmpty()) {
            lines << QJsonDocument::fromJson(line).object();
        }
    }
    return lines;
}

void ImmichPhoneTest::theNewerAppSyncsByAStream()
{
    const auto acknowledge = [&](const QList<QJsonObject> &lines) {
        QMap<QString, QString> last; // Of each type, as the app sends them.
        for (const QJsonObject &line : lines) {
            last.insert(line.value("type"_L1).toString(), line.value("ack"_L1).toString());
        }
        const HttpAnswer answer =
            m_phone.post(u"/api/sync/ack"_s, {{u"acks"_s, QJsonArray::fromStringList(last.values())}});
        QVERIFY2(answer.status == 204, answer.text().constData());
    };
    const auto idsIn = [](const QList<QJsonObject> &lines, const QString &type, QLatin1String field = "id"_L1) {
        QSet<QString> ids;
        for (const QJsonObject &line : lines) {
            if (line.value("type"_L1).toString() == type) {
                ids << line.value("data"_L1)[field].toString();
            }
        }
        return ids;
    };
    const QSet<QString> mine(m_ids.cbegin(), m_ids.cend());
    const QList<QJsonObject> first = stream();
    QCOMPARE(idsIn(first, u"AssetV1"_s), mine);
    QCOMPARE(idsIn(first, u"AssetExifV1"_s, "assetId"_L1), mine);
    QCOMPARE(idsIn(first, u"AuthUserV1"_s).size(), 1);
    QCOMPARE(first.last().value("type"_L1).toString(), u"SyncCompleteV1"_s);
    acknowledge(first);
    QCOMPARE(idsIn(stream(), u"AssetV1"_s), QSet<QString>());
    // What changes comes, what goes for good is named.
    const QString gone = m_ids.take("two.jpg");
    QCOMPARE(m_phone
                 .send("DELETE", u"/api/assets"_s, R"({"ids":[")" + gone.toLatin1() + R"("],"force":true})",
                       "application/json")
                 .status,
             204);
    QCOMPARE(m_phone.put(u"/api/assets/"_s + m_ids.value("one.jpg"), {{u"rating"_s, 3}}).status, 200);
    const QList<QJsonObject> second = stream();
    QCOMPARE(idsIn(second, u"AssetDeleteV1"_s, "assetId"_L1), QSet<QString>{gone});
    QCOMPARE(idsIn(second, u"AssetV1"_s), QSet<QString>{m_ids.value("one.jpg")});
    acknowledge(second);
    // It begins anew when it asks to.
    const QList<QJsonObject> reset = stream(true);
    QCOMPARE(reset.first().value("type"_L1).toString(), u"SyncResetV1"_s);
    acknowledge(reset);
    QCOMPARE(idsIn(stream(), u"AssetV1"_s), QSet<QString>(m_ids.cbegin(), m_ids.cend()));
}

void ImmichPhoneTest::picturesAreShown()
{
    const QString id = m_ids.value("one.jpg");
    for (const char *query :
         {"size=thumbnail", "size=preview", "size=thumbnail&edited=true", "size=preview&c=abc", "size=fullsize", ""}) {
        const HttpAnswer shown = m_phone.get(u"/api/assets/%1/thumbnail?%2"_s.arg(id, QLatin1String(query)));
        QVERIFY2(shown.status == 200, query);
        QVERIFY(shown.headers.value("content-type").startsWith("image/"));
    }
    QCOMPARE(m_phone.get(u"/api/asset/thumbnail/%1?format=WEBP"_s.arg(id)).status, 200);
    QCOMPARE(m_phone.get(u"/api/asset/thumbnail/%1?format=JPEG"_s.arg(id)).status, 200);
    for (const QString &path : {u"/api/assets/%1/original"_s, u"/api/assets/%1/original?edited=true"_s,
                                u"/api/asset/file/%1?isThumb=false&isWeb=false"_s}) {
        QVERIFY(m_phone.get(path.arg(id)).body == madeJpeg(1));
    }
}

void ImmichPhoneTest::photosAreEdited()
{
    const QString id = m_ids.value("one.jpg");
    const QJsonObject edit{{u"ids"_s, QJsonArray{id}},
                           {u"isFavorite"_s, true},
                           {u"latitude"_s, 47.5},
                           {u"longitude"_s, 8.25},
                           {u"dateTimeOriginal"_s, u"2024-05-06T09:08:09.000+02:00"_s},
                           {u"visibility"_s, u"archive"_s}};
    const HttpAnswer edited = m_phone.put(u"/api/assets"_s, edit);
    QVERIFY2(edited.status == 204, edited.text().constData());
    QCOMPARE(m_phone.put(u"/api/assets/"_s + id, {{u"description"_s, u"At the sea"_s}}).status, 200);
    const QJsonObject now = asset(id);
    QVERIFY(now.value("isFavorite"_L1).toBool() && now.value("isArchived"_L1).toBool());
    QCOMPARE(now.value("exifInfo"_L1)["description"_L1].toString(), u"At the sea"_s);
    QCOMPARE(m_phone.get(u"/api/map/markers?isArchived=true&isFavorite=true"_s).array().first()["id"_L1].toString(),
             id);
    const HttpAnswer smart = m_phone.post(u"/api/search/smart"_s, {{u"query"_s, u"a dog"_s}});
    QVERIFY2(smart.status == 400 && !smart.message().isEmpty(), smart.text().constData());
    const HttpAnswer album =
        m_phone.post(u"/api/albums"_s, {{u"albumName"_s, u"Camera"_s}, {u"assetIds"_s, QJsonArray{id}}});
    QVERIFY2(album.status == 201, album.text().constData());
    const HttpAnswer trashed = m_phone.send(
        "DELETE", u"/api/assets"_s, R"({"ids":[")" + id.toLatin1() + R"("],"force":false})", "application/json");
    QCOMPARE(trashed.status, 204);
    QCOMPARE(
        m_phone.post(u"/api/trash/restore/assets"_s, {{u"ids"_s, QJsonArray{id}}}).object().value("count"_L1).toInt(),
        1);
}

void ImmichPhoneTest::pushIsRefusedCleanly_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<QString>("path");
    QTest::newRow("polling") << QList<QByteArray>() << u"/api/socket.io/?EIO=4&transport=polling"_s;
    QTest::newRow("websocket") << QList<QByteArray>{"Connection: Upgrade", "Upgrade: websocket",
                                                    "Sec-WebSocket-Version: 13",
                                                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="}
                               << u"/api/socket.io/?EIO=4&transport=websocket"_s;
}

/// The app tries again after a while, and works without it.
void ImmichPhoneTest::pushIsRefusedCleanly()
{
    QFETCH(QList<QByteArray>, headers);
    QFETCH(QString, path);
    const HttpAnswer answer = m_kinframe.client().withHeaders(headers).get(path);
    QVERIFY2(answer.status == 404 && !answer.message().isEmpty(), answer.text().constData());
    QCOMPARE(m_phone.get(u"/api/server/ping"_s).status, 200);
}

void ImmichPhoneTest::thePhoneLogsOut()
{
    QCOMPARE(m_phone.post(u"/api/auth/logout"_s).object().value("successful"_L1), QJsonValue(true));
    QCOMPARE(m_phone.get(u"/api/users/me"_s).status, 401);
}

void ImmichPhoneTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(ImmichPhoneTest)
#include "tst_immich_phone.moc"

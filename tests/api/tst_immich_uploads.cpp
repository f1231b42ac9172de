// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/immich_forms.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// What clients of Immich send and delete their own files for: nothing is said to be kept that is not.
class ImmichUploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherBytesThanSaidAreNotKept_data();
    void otherBytesThanSaidAreNotKept();
    void fieldsComeInAnyOrderAndInChunks();
    void damagedBytesAreNoDuplicate_data();
    void damagedBytesAreNoDuplicate();
    void trashedPhotoIsNoDuplicate();
    void photoInPlaceIsNoDuplicate();
    void bytesThatGoDuringChecksAreNoDuplicate();
    void oneOfTheServersCallsOfImmichGo_data();
    void oneOfTheServersCallsOfImmichGo();
    void immichGoHoldsWorkUp();
    void unknownWorkIsRefused_data();
    void unknownWorkIsRefused();
    void immichGoSortsWhatItSent();
    void phoneBacksUp();
    void phoneSendsALivePhoto();
    void cleanupTestCase();

private:
    [[nodiscard]] HttpAnswer send(const QByteArray &bytes, const QByteArray &name) const
    {
        return m_client.send("POST", u"/api/assets"_s, immichForm(uploadFields(bytes, name)), immichFormType());
    }
    /// The `action` for these bytes.
    [[nodiscard]] QString check(const QByteArray &bytes) const
    {
        const QJsonObject asset{{u"id"_s, u"mine"_s}, {u"checksum"_s, QString::fromLatin1(sha1Of(bytes).toHex())}};
        const HttpAnswer answer = m_client.post(u"/api/assets/bulk-upload-check"_s, {{u"assets"_s, QJsonArray{asset}}});
        return answer.object().value("results"_L1)[0]["action"_L1].toString();
    }
    [[nodiscard]] QString blobOf(const QByteArray &bytes) const
    {
        return m_kinframe.data() + u"/blobs/"_s + blobName(sha256Of(bytes));
    }

    KinframeProcess m_kinframe{QString(), Models::None};
    HttpClient m_client;
};

void ImmichUploadsTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
}

void ImmichUploadsTest::otherBytesThanSaidAreNotKept_data()
{
    QTest::addColumn<QByteArray>("said");
    const QByteArray other = sha1Of("other bytes");
    QTest::newRow("hexadecimal") << other.toHex();
    QTest::newRow("Base64") << other.toBase64();
    QTest::newRow("cut") << sha1Of(madeJpeg(1)).toHex().chopped(2);
    QTest::newRow("no digest") << QByteArray("!");
}

void ImmichUploadsTest::otherBytesThanSaidAreNotKept()
{
    QFETCH(QByteArray, said);
    const QByteArray bytes = madeJpeg(1);
    const QStringList before = filesBelow(m_kinframe.data() + u"/blobs"_s);
    const HttpAnswer answer =
        m_client.withHeaders({"x-immich-checksum: " + said})
            .send("POST", u"/api/assets"_s, immichForm(uploadFields(bytes, "one")), immichFormType());
    QVERIFY2(answer.status == 400 && answer.message().contains("x-immich-checksum"_L1), answer.text().constData());
    QCOMPARE(filesBelow(m_kinframe.data() + u"/blobs"_s), before);
    QCOMPARE(m_client.get(u"/api/assets/"_s + ownerAssetId(bytes)).status, 400);
    QCOMPARE(check(bytes), u"accept"_s);
}

void ImmichUploadsTest::fieldsComeInAnyOrderAndInChunks()
{
    const QByteArray bytes = madeJpeg(2);
    FormFields fields = uploadFields(bytes, "two");
    std::reverse(fields.begin(), fields.end());
    const HttpClient chunked = m_client.withHeaders({"Transfer-Encoding: chunked"});
    const HttpAnswer first = chunked.withHeaders({"x-immich-checksum: " + sha1Of(bytes).toBase64()})
                                 .send("POST", u"/api/assets"_s, immichForm(fields), immichFormType());
    QVERIFY2(first.status == 201, first.text().constData());
    QCOMPARE(first.object().value("status"_L1).toString(), u"created"_s);
    const HttpAnswer second = chunked.withHeaders({"x-immich-checksum: " + sha1Of(bytes).toHex()})
                                  .send("POST", u"/api/asset/upload"_s, immichForm(fields), immichFormType());
    QVERIFY2(second.status == 200, second.text().constData());
    QCOMPARE(second.object().value("status"_L1).toString(), u"DUPLICATE"_s);
    QCOMPARE(idOf(second), idOf(first));
    const HttpAnswer known = chunked.send(
        "POST", u"/api/assets/exist"_s, R"({"deviceId":"phone","deviceAssetIds":["two","three"]})", "application/json");
    QCOMPARE(known.object().value("existingIds"_L1).toArray(), QJsonArray{u"two"_s});
}

void ImmichUploadsTest::damagedBytesAreNoDuplicate_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("cut") << 10 << madeJpeg(10).first(100);
    QTest::newRow("emptied") << 11 << QByteArray("");
    QTest::newRow("replaced by as many") << 12 << QByteArray(madeJpeg(12).size(), 'x');
    QByteArray oneBit = madeJpeg(13);
    oneBit[oneBit.size() / 2] = char(oneBit[oneBit.size() / 2] ^ 1);
    QTest::newRow("one bit") << 13 << oneBit;
    QTest::newRow("gone") << 14 << QByteArray();
}

void ImmichUploadsTest::damagedBytesAreNoDuplicate()
{
    QFETCH(int, number);
    QFETCH(QByteArray, left);
    const QByteArray bytes = madeJpeg(number);
    const HttpAnswer sent = send(bytes, QByteArray::number(number));
    QVERIFY2(sent.status == 201, sent.text().constData());
    QCOMPARE(check(bytes), u"reject"_s);
    QVERIFY(QFile::remove(blobOf(bytes)));
    QVERIFY(left.isNull() || writeBytes(blobOf(bytes), left));
    QCOMPARE(check(bytes), u"accept"_s);
    // What is sent again takes the damaged bytes' place, and is only then a duplicate.
    const HttpAnswer again = send(bytes, QByteArray::number(number));
    QVERIFY2(again.status == 200 && idOf(again) == idOf(sent), again.text().constData());
    QVERIFY(bytesOf(blobOf(bytes)) == bytes);
    QCOMPARE(check(bytes), u"reject"_s);
}

void ImmichUploadsTest::trashedPhotoIsNoDuplicate()
{
    const QByteArray bytes = madeJpeg(20);
    const QString id = idOf(send(bytes, "twenty"));
    const auto trash = [&](const QByteArray &more) {
        return m_client.send("DELETE", u"/api/assets"_s, R"({"ids":[")" + id.toLatin1() + "\"]" + more + "}",
                             "application/json");
    };
    QCOMPARE(trash({}).status, 204);
    QCOMPARE(check(bytes), u"accept"_s);
    QCOMPARE(send(bytes, "twenty").status, 200);
    QCOMPARE(m_client.get(u"/api/assets/"_s + id).object().value("isTrashed"_L1), QJsonValue(false));
    QCOMPARE(check(bytes), u"reject"_s);
    QCOMPARE(trash(R"(,"force":true)").status, 204);
    QCOMPARE(check(bytes), u"accept"_s);
    QCOMPARE(trash({}).status, 400);
    QCOMPARE(send(bytes, "twenty").status, 201);
}

void ImmichUploadsTest::photoInPlaceIsNoDuplicate()
{
    const QTemporaryDir folder;
    const QStringList paths = writeJpegs(folder.path(), 1, 30);
    const QByteArray bytes = bytesOf(paths.first());
    QCOMPARE(importAndWait(m_client, paths, true).value("added"_L1).toInt(), 1);
    QCOMPARE(check(bytes), u"accept"_s);
    const HttpAnswer sent = send(bytes, "thirty");
    QVERIFY2(sent.status == 200, sent.text().constData());
    QVERIFY(bytesOf(blobOf(bytes)) == bytes);
    QCOMPARE(check(bytes), u"reject"_s);
    QVERIFY(QFile::remove(paths.first()));
    QVERIFY(m_client.get(u"/api/assets/%1/original"_s.arg(idOf(sent))).body == bytes);
}

void ImmichUploadsTest::bytesThatGoDuringChecksAreNoDuplicate()
{
    constexpr int rounds = 40;
    const QByteArray bytes = madeJpeg(40);
    // Others ask all the time, so that checks are under way whenever the bytes go and come.
    std::atomic_bool isOver = false;
    std::thread others([&] {
        while (!isOver) {
            (void)check(bytes);
        }
    });
    QStringList wrong;
    for (int round = 0; round < rounds; ++round) {
        if (send(bytes, "forty").status >= 300 || check(bytes) != "reject"_L1) {
            wrong << u"not kept in round %1"_s.arg(round);
        }
        QFile::remove(blobOf(bytes));
        if (round % 2 == 1) {
            (void)writeBytes(blobOf(bytes), QByteArray(bytes.size(), char('a' + round % 20)));
        }
        if (check(bytes) != "accept"_L1) {
            wrong << u"kept in round %1"_s.arg(round);
        }
    }
    isOver = true;
    others.join();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void ImmichUploadsTest::oneOfTheServersCallsOfImmichGo_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("ping") << u"/api/server/ping"_s << QStringList{u"res"_s};
    QTest::newRow("user") << u"/api/users/me"_s << QStringList{u"id"_s, u"email"_s, u"isAdmin"_s};
    QTest::newRow("media types") << u"/api/server/media-types"_s << QStringList{u"image"_s, u"video"_s, u"sidecar"_s};
    QTest::newRow("about") << u"/api/server/about"_s << QStringList{u"version"_s, u"licensed"_s};
    QTest::newRow("storage") << u"/api/server/storage"_s << QStringList{u"diskSizeRaw"_s, u"diskUse"_s};
    QTest::newRow("storage, older") << u"/api/server-info/storage"_s << QStringList{u"diskSizeRaw"_s};
    QTest::newRow("sums") << u"/api/server/statistics"_s << QStringList{u"photos"_s, u"videos"_s, u"usageByUser"_s};
    QTest::newRow("assets") << u"/api/assets/statistics"_s << QStringList{u"images"_s, u"videos"_s, u"total"_s};
    QTest::newRow("assets, older") << u"/api/asset/statistics"_s << QStringList{u"total"_s};
    QTest::newRow("work") << u"/api/jobs"_s
                          << QStringList{u"thumbnailGeneration"_s, u"metadataExtraction"_s, u"videoConversion"_s,
                                         u"faceDetection"_s, u"smartSearch"_s};
}

void ImmichUploadsTest::oneOfTheServersCallsOfImmichGo()
{
    QFETCH(QString, path);
    QFETCH(QStringList, members);
    const HttpAnswer answer = m_client.get(path);
    QVERIFY2(answer.status == 200, answer.text().constData());
    for (const QString &member : members) {
        QVERIFY2(answer.object().contains(member), answer.text().constData());
    }
    QVERIFY(path == "/api/server/ping"_L1 || path == "/api/server/media-types"_L1 ||
            m_kinframe.anybody().get(path).status == 401);
}

void ImmichUploadsTest::immichGoHoldsWorkUp()
{
    const auto command = [&](const QString &word) {
        return m_client.put(u"/api/jobs/metadataExtraction"_s, {{u"command"_s, word}, {u"force"_s, false}});
    };
    const auto isPaused = [&] {
        const QJsonObject all = m_client.get(u"/api/jobs"_s).object();
        return all.value("metadataExtraction"_L1)["queueStatus"_L1]["isPaused"_L1].toBool();
    };
    QVERIFY(waitUntilIdle(m_client) && !isPaused());
    const HttpAnswer paused = command(u"pause"_s);
    QVERIFY2(paused.status == 200, paused.text().constData());
    QVERIFY(isPaused());
    const QString id = idOf(send(madeJpeg(50), "fifty"));
    const QJsonObject counts =
        m_client.get(u"/api/jobs"_s).object().value("metadataExtraction"_L1)["jobCounts"_L1].toObject();
    QCOMPARE(counts.value("paused"_L1).toInt(), 1);
    QVERIFY(!m_client.get(u"/api/assets/"_s + id).object().value("hasMetadata"_L1).toBool());
    QCOMPARE(command(u"resume"_s).status, 200);
    QVERIFY(!isPaused());
    QVERIFY(waitUntil([&] { return m_client.get(u"/api/assets/"_s + id).object().value("hasMetadata"_L1).toBool(); }));
}

void ImmichUploadsTest::unknownWorkIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::newRow("queue") << u"thePainting"_s << u"pause"_s;
    QTest::newRow("command") << u"faceDetection"_s << u"explode"_s;
    QTest::newRow("throwing away") << u"faceDetection"_s << u"empty"_s;
}

void ImmichUploadsTest::unknownWorkIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, word);
    const HttpAnswer answer = m_client.put(u"/api/jobs/"_s + name, {{u"command"_s, word}});
    QVERIFY2(answer.status == 400, answer.text().constData());
}

void ImmichUploadsTest::immichGoSortsWhatItSent()
{
    QJsonArray sent;
    for (int number = 70; number < 73; ++number) {
        sent << idOf(send(madeJpeg(number), QByteArray::number(number)));
    }
    // All that is here, page by page.
    QSet<QString> listed;
    QJsonValue page = 1;
    while (!page.isNull()) {
        const HttpAnswer answer = m_client.post(
            u"/api/search/metadata"_s, {{u"page"_s, page.toVariant().toInt()}, {u"size"_s, 2}, {u"withExif"_s, true}});
        QVERIFY2(answer.status == 200, answer.text().constData());
        const QJsonObject assets = answer.object().value("assets"_L1).toObject();
        for (const QJsonValue item : assets.value("items"_L1).toArray()) {
            listed << item["id"_L1].toString();
        }
        page = assets.value("nextPage"_L1);
        QVERIFY(page.isNull() || page.isString());
    }
    for (const QJsonValue id : std::as_const(sent)) {
        QVERIFY(listed.contains(id.toString()));
    }
    const HttpAnswer album = m_client.post(u"/api/albums"_s, {{u"albumName"_s, u"长城"_s}, {u"assetIds"_s, sent}});
    QVERIFY2(album.status == 201, album.text().constData());
    QCOMPARE(album.object().value("assetCount"_L1).toInt(), 3);
    const HttpAnswer tags = m_client.put(u"/api/tags"_s, {{u"tags"_s, QJsonArray{u"immich-go/takeout"_s}}});
    QVERIFY2(tags.status == 200, tags.text().constData());
    const QString tag = tags.array().first().toObject().value("id"_L1).toString();
    QCOMPARE(m_client.put(u"/api/tags/%1/assets"_s.arg(tag), {{u"ids"_s, sent}}).array().size(), 3);
    const HttpAnswer stack = m_client.post(u"/api/stacks"_s, {{u"assetIds"_s, QJsonArray{sent[0], sent[1]}}});
    QVERIFY2(stack.status == 201, stack.text().constData());
    const QJsonObject first = m_client.get(u"/api/assets/"_s + sent[0].toString()).object();
    QCOMPARE(first.value("tags"_L1)[0]["value"_L1].toString(), u"immich-go/takeout"_s);
    QCOMPARE(first.value("stack"_L1)["assetCount"_L1].toInt(), 2);
}

void ImmichUploadsTest::phoneBacksUp()
{
    const HttpClient anybody = m_kinframe.anybody();
    QCOMPARE(anybody.get(u"/.well-known/immich"_s).object().value("api"_L1)["endpoint"_L1].toString(), u"/api"_s);
    for (const char *open : {"ping", "version", "features", "config", "media-types"}) {
        QCOMPARE(anybody.get(u"/api/server/"_s + QLatin1String(open)).status, 200);
    }
    QCOMPARE(m_client
                 .post(u"/api/admin/users"_s,
                       {{u"email"_s, u"bo@example.org"_s}, {u"name"_s, u"Bo"_s}, {u"password"_s, u"long enough"_s}})
                 .status,
             201);
    const HttpAnswer login =
        anybody.withHeaders({"deviceModel: Pixel 9", "deviceType: Android"})
            .post(u"/api/auth/login"_s, {{u"email"_s, u"bo@example.org"_s}, {u"password"_s, u"long enough"_s}});
    QVERIFY2(login.status == 201, login.text().constData());
    const QByteArray token = login.object().value("accessToken"_L1).toString().toLatin1();
    const HttpClient phone = anybody.withHeaders({"Authorization: Bearer " + token, "x-immich-user-token: " + token});
    QCOMPARE(phone.post(u"/api/auth/validateToken"_s).object().value("authStatus"_L1), QJsonValue(true));
    QCOMPARE(phone.get(u"/api/users/me"_s).object().value("email"_L1).toString(), u"bo@example.org"_s);
    const QJsonObject status{{u"isElevated"_s, false}, {u"password"_s, true}, {u"pinCode"_s, false}};
    QCOMPARE(phone.get(u"/api/auth/status"_s).object(), status);
    QVERIFY(phone.get(u"/api/users/me/preferences"_s).object().value("download"_L1)["archiveSize"_L1].toDouble() > 0);
    QCOMPARE(phone.get(u"/api/server/statistics"_s).status, 403);
    const QByteArray bytes = madeJpeg(60);
    const HttpAnswer sent =
        phone.send("POST", u"/api/assets"_s, immichForm(uploadFields(bytes, "IMG_1.jpg")), immichFormType());
    QVERIFY2(sent.status == 201, sent.text().constData());
    QCOMPARE(phone.get(u"/api/assets/device/phone"_s).array(), QJsonArray{u"IMG_1.jpg"_s});
    FormFields archived = uploadFields(madeJpeg(61), "IMG_2.jpg");
    archived.prepend({"visibility", "archive"});
    const QString second = idOf(phone.send("POST", u"/api/assets"_s, immichForm(archived), immichFormType()));
    QCOMPARE(phone.get(u"/api/assets/"_s + second).object().value("visibility"_L1).toString(), u"archive"_s);
    archived.prepend({"visibility", "attic"});
    QCOMPARE(phone.send("POST", u"/api/assets"_s, immichForm(archived), immichFormType()).status, 400);
    // The other user's photos are nobody's business, whatever is asked.
    QCOMPARE(m_client.get(u"/api/assets/"_s + second).status, 400);
    QCOMPARE(check(bytes), u"accept"_s);
    QCOMPARE(phone.post(u"/api/auth/logout"_s).object().value("successful"_L1), QJsonValue(true));
    QCOMPARE(phone.get(u"/api/users/me"_s).status, 401);
}

void ImmichUploadsTest::phoneSendsALivePhoto()
{
    if (const QString reason = missingPhotos(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    FormFields video = uploadFields(bytesOf(testPath(u"live/IMG_0728.MOV"_s)), "IMG_3.MOV");
    video.prepend({"visibility", "hidden"});
    const HttpAnswer half = m_client.send("POST", u"/api/assets"_s, immichForm(video), immichFormType());
    QVERIFY2(half.status == 201, half.text().constData());
    const auto asset = [this](const QString &id) { return m_client.get(u"/api/assets/"_s + id).object(); };
    // Until its picture comes it is seen, since that may never come.
    QCOMPARE(asset(idOf(half)).value("visibility"_L1).toString(), u"timeline"_s);
    const auto sendPicture = [&](int number, const QString &videoId) {
        FormFields picture = uploadFields(madeJpeg(number), "IMG_3.HEIC");
        picture.append({"livePhotoVideoId", videoId.toLatin1()});
        return m_client.send("POST", u"/api/assets"_s, immichForm(picture), immichFormType());
    };
    const HttpAnswer whole = sendPicture(80, idOf(half));
    QVERIFY2(whole.status == 201, whole.text().constData());
    QCOMPARE(asset(idOf(whole)).value("livePhotoVideoId"_L1).toString(), idOf(half));
    QCOMPARE(asset(idOf(half)).value("visibility"_L1).toString(), u"hidden"_s);
    // No video, no such asset, no id: nothing is recorded of the picture.
    for (const QString &wrong : {idOf(whole), u"3fa85f64-5717-4562-b3fc-2c963f66afa6"_s, u"mine"_s}) {
        const HttpAnswer refused = sendPicture(81, wrong);
        QVERIFY2(refused.status == 400 && refused.message().contains("livePhotoVideoId"_L1),
                 refused.text().constData());
        QVERIFY(asset(ownerAssetId(madeJpeg(81))).value("id"_L1).isUndefined());
    }
}

void ImmichUploadsTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(ImmichUploadsTest)
#include "tst_immich_uploads.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// The bytes of images: how they come in with their metadata, and go out whole and in parts.
class ImagesFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contentIsTheFilesOwn();
    void rangesAndConditions();
    void thumbnails();
    void uploadsSayWhatBecameOfEach();
    void metadataBelongsToItsFile();
    void aTimeMayBeGiven();
    void whatIsRefusedChangesNothing_data();
    void whatIsRefusedChangesNothing();
    void sentAgainItGetsTheMetadata();
    void whatWasSetOutlivesTheReading();
    void howAPictureWasMadeIsRead();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe;
    HttpClient m_client;
    QByteArray m_bytes;
    QString m_hash;
};

void ImagesFilesTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    m_bytes = madeJpeg(1);
    m_hash = putMade(m_client, 1);
    QCOMPARE(m_hash, sha256Of(m_bytes));
}

void ImagesFilesTest::contentIsTheFilesOwn()
{
    const HttpAnswer answer = m_client.get(imagePath(m_hash, u"/content"_s));
    QVERIFY2(answer.status == 200, answer.text().constData());
    QVERIFY(answer.body == m_bytes);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("image/jpeg"));
    QCOMPARE(answer.headers.value("content-length"), QByteArray::number(m_bytes.size()));
    QCOMPARE(answer.headers.value("etag"), '"' + m_hash.toLatin1() + '"');
    QCOMPARE(answer.headers.value("accept-ranges"), QByteArray("bytes"));
    QVERIFY(answer.headers.value("cache-control").contains("immutable"));
    const HttpAnswer head = m_client.head(imagePath(m_hash, u"/content"_s));
    QCOMPARE(head.headers.value("content-length"), QByteArray::number(m_bytes.size()));
    QVERIFY(head.body.isEmpty());
}

void ImagesFilesTest::rangesAndConditions()
{
    const QString path = imagePath(m_hash, u"/content"_s);
    const HttpAnswer part = m_client.withHeaders({"Range: bytes=10-19"}).get(path);
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, m_bytes.mid(10, 10));
    QCOMPARE(part.headers.value("content-range"), "bytes 10-19/" + QByteArray::number(m_bytes.size()));
    const HttpAnswer tail = m_client.withHeaders({"Range: bytes=-5"}).get(path);
    QCOMPARE(tail.body, m_bytes.right(5));
    QCOMPARE(m_client.withHeaders({"Range: bytes=99999999-"}).get(path).status, 416);
    const QByteArray tag = '"' + m_hash.toLatin1() + '"';
    const HttpAnswer same = m_client.withHeaders({"If-None-Match: " + tag}).get(path);
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    QCOMPARE(m_client.withHeaders({"If-None-Match: \"other\""}).get(path).status, 200);
    QCOMPARE(m_client.withHeaders({"If-Match: \"other\""}).get(path).status, 412);
}

void ImagesFilesTest::thumbnails()
{
    QVERIFY(waitUntil([&] { return m_client.get(imagePath(m_hash, u"/thumbnail"_s)).status == 200; }));
    for (const QString &size : {u""_s, u"?size=thumbnail"_s, u"?size=preview"_s}) {
        const HttpAnswer answer = m_client.get(imagePath(m_hash, u"/thumbnail"_s + size));
        QVERIFY2(answer.status == 200, answer.text().constData());
        const QByteArray type = answer.headers.value("content-type");
        QVERIFY(type == "image/webp" || type == "image/jpeg");
    }
    const HttpAnswer wrong = m_client.get(imagePath(m_hash, u"/thumbnail?size=huge"_s));
    QCOMPARE(wrong.status, 400);
    QCOMPARE(errorOf(wrong).value("target"_L1).toString(), u"size"_s);
}

void ImagesFilesTest::uploadsSayWhatBecameOfEach()
{
    const QByteArray fresh = madeJpeg(20);
    const HttpAnswer answer =
        putImages(m_client, {{u"new.jpg"_s, fresh}, {u"text.jpg"_s, "no picture"}, {u"old.jpg"_s, m_bytes}});
    QVERIFY2(answer.status == 201, answer.text().constData());
    const QJsonArray success = answer.object().value("success"_L1).toArray();
    QCOMPARE(
        success,
        (QJsonArray{QJsonObject{{u"hash"_s, sha256Of(fresh)}, {u"file_name"_s, u"new.jpg"_s}, {u"duplicate"_s, false}},
                    QJsonObject{{u"hash"_s, m_hash}, {u"file_name"_s, u"old.jpg"_s}, {u"duplicate"_s, true}}}));
    const QJsonArray failed = answer.object().value("failed"_L1).toArray();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0]["file_name"_L1].toString(), u"text.jpg"_s);
    QVERIFY(failed[0]["error"_L1].toString().contains(u"text.jpg"_s));
    QCOMPARE(putImages(m_client, {{u"old.jpg"_s, m_bytes}}).status, 200);
    QCOMPARE(putImages(m_client, {{u"text.jpg"_s, "no picture"}}).status, 415);
}

void ImagesFilesTest::metadataBelongsToItsFile()
{
    const HttpAnswer answer = putImages(
        m_client, {{u"a.jpg"_s, madeJpeg(30), R"({"note": "first", "tag_a": true, "seed": 9007199254740991})"},
                   {u"b.jpg"_s, madeJpeg(31), R"({"note": "second", "model": "sd", "task_id": "t-1"})"}});
    QVERIFY2(answer.status == 201, answer.text().constData());
    const QString first = sha256Of(madeJpeg(30));
    const QString second = sha256Of(madeJpeg(31));
    QCOMPARE(metadataOf(m_client, first).value("note"_L1).toString(), u"first"_s);
    QCOMPARE(metadataOf(m_client, first).value("seed"_L1).toInteger(), 9007199254740991);
    QCOMPARE(metadataOf(m_client, first).value("tags"_L1).toArray(), QJsonArray{u"a"_s});
    QCOMPARE(metadataOf(m_client, second).value("note"_L1).toString(), u"second"_s);
    QCOMPARE(metadataOf(m_client, second).value("task_id"_L1).toString(), u"t-1"_s);
}

void ImagesFilesTest::aTimeMayBeGiven()
{
    const HttpAnswer answer = putImages(
        m_client,
        {{u"a.jpg"_s, madeJpeg(40), R"({"created_at": "2001-02-03T04:05:06+01:00"})"}, {u"b.jpg"_s, madeJpeg(41)}},
        {{"created_at", "1999-01-01T00:00:00Z"}});
    QVERIFY2(answer.status == 201, answer.text().constData());
    QVERIFY(waitUntil([&] { return metadataOf(m_client, sha256Of(madeJpeg(41))).contains(u"width"_s); }));
    QCOMPARE(metadataOf(m_client, sha256Of(madeJpeg(40))).value("created_at"_L1).toString(), u"2001-02-03T03:05:06Z"_s);
    QCOMPARE(metadataOf(m_client, sha256Of(madeJpeg(41))).value("created_at"_L1).toString(), u"1999-01-01T00:00:00Z"_s);
}

void ImagesFilesTest::whatIsRefusedChangesNothing_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<QString>("target");
    QTest::newRow("no JSON") << QByteArray("{") << u"metadata"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"metadata"_s;
    QTest::newRow("computed") << QByteArray(R"({"width": 5})") << u"width"_s;
    QTest::newRow("rating") << QByteArray(R"({"rating": 6})") << u"rating"_s;
    QTest::newRow("time") << QByteArray(R"({"created_at": "soon"})") << u"created_at"_s;
}

void ImagesFilesTest::whatIsRefusedChangesNothing()
{
    QFETCH(QByteArray, metadata);
    QFETCH(QString, target);
    const QByteArray bytes = madeJpeg(50);
    const HttpAnswer answer = putImages(m_client, {{u"a.jpg"_s, bytes, metadata}});
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(errorOf(answer).value("target"_L1).toString(), target);
    QCOMPARE(m_client.get(imagePath(sha256Of(bytes))).status, 404);
    QCOMPARE(putImages(m_client, {}).status, 400);
}

void ImagesFilesTest::sentAgainItGetsTheMetadata()
{
    const QByteArray bytes = madeJpeg(60);
    QCOMPARE(putImages(m_client, {{u"a.jpg"_s, bytes}}).status, 201);
    QCOMPARE(putImages(m_client, {{u"a.jpg"_s, bytes, R"({"note": "later"})"}}).status, 200);
    QCOMPARE(metadataOf(m_client, sha256Of(bytes)).value("note"_L1).toString(), u"later"_s);
    // In the trash it comes back with it.
    QCOMPARE(m_client.remove(imagePath(sha256Of(bytes))).status, 200);
    QCOMPARE(putImages(m_client, {{u"a.jpg"_s, bytes, R"({"note": "back"})"}}).status, 200);
    QCOMPARE(metadataOf(m_client, sha256Of(bytes)).value("note"_L1).toString(), u"back"_s);
}

void ImagesFilesTest::whatWasSetOutlivesTheReading()
{
    const QByteArray bytes = madeJpeg(70);
    const QString hash = sha256Of(bytes);
    QCOMPARE(putImages(m_client, {{u"a.jpg"_s, bytes, R"({"camera": "mine", "created_at": "2010-01-01T00:00:00Z"})"}})
                 .status,
             201);
    QVERIFY(waitUntil([&] { return metadataOf(m_client, hash).contains(u"width"_s); }));
    const QJsonObject metadata = metadataOf(m_client, hash);
    QCOMPARE(metadata.value("camera"_L1).toString(), u"mine"_s);
    QCOMPARE(metadata.value("created_at"_L1).toString(), u"2010-01-01T00:00:00Z"_s);
}

void ImagesFilesTest::howAPictureWasMadeIsRead()
{
    const QByteArray bytes =
        madePng(80, "parameters",
                "a cat, <lora:style:0.5>\nNegative prompt: bad hands\nSteps: 25, Sampler: DPM++ 2M, "
                "CFG scale: 7.5, Seed: 9007199254740993, Size: 64x48, Model: sd_xl_base");
    const QString hash = sha256Of(bytes);
    QCOMPARE(putImages(m_client, {{u"a.png"_s, bytes, R"({"sampler": "mine"})"}}).status, 201);
    QVERIFY(waitUntil([&] { return metadataOf(m_client, hash).contains(u"prompt"_s); }));
    const QJsonObject metadata = metadataOf(m_client, hash);
    QCOMPARE(metadata.value("type"_L1).toString(), u"generated"_s);
    QCOMPARE(metadata.value("model"_L1).toString(), u"sd_xl_base"_s);
    QVERIFY(metadata.value("prompt"_L1).toString().startsWith(u"a cat"_s));
    QCOMPARE(metadata.value("negative_prompt"_L1).toString(), u"bad hands"_s);
    QCOMPARE(metadata.value("seed"_L1).toInteger(), 9007199254740993);
    QCOMPARE(metadata.value("steps"_L1).toInt(), 25);
    QCOMPARE(metadata.value("cfg_scale"_L1).toDouble(), 7.5);
    QCOMPARE(metadata.value("sampler"_L1).toString(), u"mine"_s); // A person said so.
    const QString query = u"/api/images?type=generated&steps>=20&cfg_scale>=7.0&model~XL"_s;
    QCOMPARE(hashesOf(m_client.get(query)), QStringList{hash});
    QCOMPARE(hashesOf(m_client.get(u"/api/images?$filter=seed%20eq%209007199254740993"_s)), QStringList{hash});
}

void ImagesFilesTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(ImagesFilesTest)
#include "tst_images_files.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/made_files.h"
#include "support/patience.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

const QString nobodys = u"ab"_s.repeated(32);

} // namespace

/// One image by its hash, as clients read it, edit it, delete it and bring it back.
class ImagesRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRecordHasWhatTheContractSays();
    void anEditNamesItsFieldsInTheirOrder();
    void nullTakesAKeyAway();
    void tagsAndTheirKeysAreOneThing();
    void integersAreExact();
    void timesComeInWithAnyOffset();
    void whatCannotBeSetIsNamed_data();
    void whatCannotBeSetIsNamed();
    void bodiesThatAreNoObject_data();
    void bodiesThatAreNoObject();
    void whatIsNotThere_data();
    void whatIsNotThere();
    void deletedItIsGoneUntilItIsRestored();
    void deletedForGoodItIsGone();
    void othersImagesAreNotThere();
    void limitedKeysReachNoFurther();
    void messagesAreInTheClientsLanguage();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe;
    HttpClient m_client;
    QString m_hash;
};

void ImagesRecordsTest::initTestCase()
{
    const CommandRun added = m_kinframe.command({u"user"_s, u"add"_s, u"Eve"_s});
    QVERIFY2(added.exitCode == 0, added.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    m_hash = putMade(m_client, 1);
    QCOMPARE(m_hash, sha256Of(madeJpeg(1)));
}

void ImagesRecordsTest::aRecordHasWhatTheContractSays()
{
    const QByteArray bytes = madeJpeg(2);
    const QString hash =
        putMade(m_client, 2, {{u"task_id"_s, u"uuid-1"_s}, {u"seed"_s, 42}, {u"tags"_s, QJsonArray{u"a"_s}}});
    const HttpAnswer answer = m_client.get(imagePath(hash));
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonObject record = answer.object();
    QCOMPARE(keysOf(record), (QStringList{u"created_at"_s, u"hash"_s, u"height"_s, u"metadata"_s, u"seed"_s, u"size"_s,
                                          u"tags"_s, u"task_id"_s, u"width"_s}));
    QCOMPARE(record.value("hash"_L1).toString(), hash);
    QCOMPARE(record.value("task_id"_L1).toString(), u"uuid-1"_s);
    QCOMPARE(record.value("seed"_L1).toInteger(), 42);
    QCOMPARE(record.value("size"_L1).toInteger(), bytes.size());
    QCOMPARE(record.value("tags"_L1).toArray(), QJsonArray{u"a"_s});
    const QJsonObject metadata = record.value("metadata"_L1).toObject();
    QCOMPARE(metadata.value("mime_type"_L1).toString(), u"image/jpeg"_s);
    QCOMPARE(metadata.value("file_name"_L1).toString(), u"made_2.jpg"_s);
    QCOMPARE(metadata.value("tag_a"_L1).toBool(), true);
    // In any case of its letters, and with a slash at the end.
    QCOMPARE(m_client.get(imagePath(hash.toUpper(), u"/"_s)).object().value("hash"_L1).toString(), hash);
}

void ImagesRecordsTest::anEditNamesItsFieldsInTheirOrder()
{
    const HttpAnswer answer =
        m_client.send("POST", imagePath(m_hash),
                      R"({"rating": 4.8, "tag_masterpiece": true, "is_favorite": true, "custom_note": "Grüße: \"x\""})",
                      "application/json");
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(answer.object(), (QJsonObject{{u"success"_s, true},
                                           {u"updated_fields"_s, QJsonArray{u"rating"_s, u"tag_masterpiece"_s,
                                                                            u"is_favorite"_s, u"custom_note"_s}}}));
    const QJsonObject metadata = metadataOf(m_client, m_hash);
    QCOMPARE(metadata.value("rating"_L1).toDouble(), 4.8);
    QCOMPARE(metadata.value("tags"_L1).toArray(), QJsonArray{u"masterpiece"_s});
    QCOMPARE(metadata.value("is_favorite"_L1).toBool(), true);
    QCOMPARE(metadata.value("custom_note"_L1).toString(), u"Grüße: \"x\""_s);
    QCOMPARE(m_client.post(imagePath(m_hash)).object().value("updated_fields"_L1).toArray().size(), 0);
}

void ImagesRecordsTest::nullTakesAKeyAway()
{
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"note"_s, u"x"_s}}).status, 200);
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"note"_s, {}}, {u"rating"_s, {}}, {u"is_favorite"_s, {}}}).status,
             200);
    const QJsonObject metadata = metadataOf(m_client, m_hash);
    for (const QString &key : {u"note"_s, u"rating"_s, u"is_favorite"_s}) {
        QVERIFY2(!metadata.contains(key), qPrintable(key));
    }
}

void ImagesRecordsTest::tagsAndTheirKeysAreOneThing()
{
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"tags"_s, QJsonArray{u"夏天"_s, u"two words"_s}}}).status, 200);
    QCOMPARE(metadataOf(m_client, m_hash).value("tag_夏天").toBool(), true);
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"tag_夏天"_s, false}}).status, 200);
    QCOMPARE(metadataOf(m_client, m_hash).value("tags"_L1).toArray(), QJsonArray{u"two words"_s});
    QCOMPARE(metadataOf(m_client, m_hash).value("tag_夏天"), QJsonValue(false));
}

void ImagesRecordsTest::integersAreExact()
{
    const HttpAnswer answer =
        m_client.send("POST", imagePath(m_hash), R"({"seed": 9007199254740993})", "application/json");
    QCOMPARE(answer.status, 200);
    QVERIFY(m_client.get(imagePath(m_hash)).body.contains("\"seed\":9007199254740993,"));
}

void ImagesRecordsTest::timesComeInWithAnyOffset()
{
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"created_at"_s, u"2024-01-02T03:04:05+08:00"_s}}).status, 200);
    QCOMPARE(m_client.get(imagePath(m_hash)).object().value("created_at"_L1).toString(), u"2024-01-01T19:04:05Z"_s);
    QCOMPARE(m_client.post(imagePath(m_hash), {{u"created_at"_s, u"2024-01-02T03:04:05.250Z"_s}}).status, 200);
    QCOMPARE(metadataOf(m_client, m_hash).value("created_at"_L1).toString(), u"2024-01-02T03:04:05.250Z"_s);
}

void ImagesRecordsTest::whatCannotBeSetIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("code");
    const auto add = [](const QByteArray &key, const QByteArray &value, const QString &code) {
        QTest::newRow(QByteArray(key + value).constData())
            << QByteArray("{\"good\":1,\"" + key + "\":" + value + "}") << QString::fromUtf8(key) << code;
    };
    for (const char *key : {"hash", "width", "height", "size", "mime_type", "duration"}) {
        add(key, "1", u"ReadOnlyField"_s);
    }
    add("a-b", "1", u"InvalidArgument"_s);
    add("a b", "1", u"InvalidArgument"_s);
    add("rating", "6", u"InvalidArgument"_s);
    add("rating", "-1", u"InvalidArgument"_s);
    add("rating", "\"good\"", u"InvalidArgument"_s);
    add("frame_number", "1.5", u"InvalidArgument"_s);
    add("created_at", "\"yesterday\"", u"InvalidArgument"_s);
    add("note", "{}", u"InvalidArgument"_s);
    add("note", "[1]", u"InvalidArgument"_s);
    add("tags", "\"a\"", u"InvalidArgument"_s);
    add("tag_a", "1", u"InvalidArgument"_s);
}

void ImagesRecordsTest::whatCannotBeSetIsNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, target);
    QFETCH(QString, code);
    const HttpAnswer answer = m_client.send("POST", imagePath(m_hash), body, "application/json");
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(errorOf(answer).value("target"_L1).toString(), target);
    QCOMPARE(errorOf(answer).value("code"_L1).toString(), code);
    QVERIFY(errorOf(answer).value("message"_L1).toString().contains(target));
    // Nothing of it is written.
    QVERIFY(!metadataOf(m_client, m_hash).contains(u"good"_s));
}

void ImagesRecordsTest::bodiesThatAreNoObject_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "[]", "1", "null", "{", "{\"a\":}", "{\"a\":1}x", "\xff"}) {
        QTest::addRow("%s", body) << QByteArray(body);
    }
}

void ImagesRecordsTest::bodiesThatAreNoObject()
{
    QFETCH(QByteArray, body);
    const HttpAnswer answer = m_client.send("POST", imagePath(m_hash), body, "application/json");
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(errorOf(answer).value("target"_L1).toString(), u"body"_s);
}

void ImagesRecordsTest::whatIsNotThere_data()
{
    QTest::addColumn<QString>("hash");
    QTest::newRow("nobody's") << nobodys;
    QTest::newRow("short") << u"abc123"_s;
    QTest::newRow("long") << u"ab"_s.repeated(40);
    QTest::newRow("no digits") << u"xy"_s.repeated(32);
}

void ImagesRecordsTest::whatIsNotThere()
{
    QFETCH(QString, hash);
    const QList<HttpAnswer> answers{m_client.get(imagePath(hash)),
                                    m_client.post(imagePath(hash), {{u"rating"_s, 1}}),
                                    m_client.remove(imagePath(hash)),
                                    m_client.remove(imagePath(hash, u"?force=true"_s)),
                                    m_client.send("POST", imagePath(hash, u"/restore"_s)),
                                    m_client.get(imagePath(hash, u"/content"_s)),
                                    m_client.get(imagePath(hash, u"/thumbnail"_s))};
    for (const HttpAnswer &answer : answers) {
        QVERIFY2(answer.status == 404, answer.text().constData());
        QCOMPARE(errorOf(answer).value("code"_L1).toString(), u"NotFound"_s);
    }
}

void ImagesRecordsTest::deletedItIsGoneUntilItIsRestored()
{
    const QString hash = putMade(m_client, 3, {{u"note"_s, u"stays"_s}});
    const HttpAnswer deleted = m_client.remove(imagePath(hash));
    QVERIFY2(deleted.status == 200, deleted.text().constData());
    QCOMPARE(deleted.object(), (QJsonObject{{u"success"_s, true}, {u"message"_s, u"Image deleted successfully"_s}}));
    QCOMPARE(m_client.get(imagePath(hash)).status, 404);
    QCOMPARE(m_client.get(imagePath(hash, u"/content"_s)).status, 404);
    QCOMPARE(m_client.post(imagePath(hash), {{u"rating"_s, 1}}).status, 404);
    QCOMPARE(m_client.remove(imagePath(hash)).status, 404);
    QCOMPARE(m_client.send("POST", imagePath(hash, u"/restore"_s)).status, 200);
    QCOMPARE(metadataOf(m_client, hash).value("note"_L1).toString(), u"stays"_s);
    QCOMPARE(m_client.send("POST", imagePath(hash, u"/restore"_s)).status, 404);
}

void ImagesRecordsTest::deletedForGoodItIsGone()
{
    const QString hash = putMade(m_client, 4);
    const QString trashed = putMade(m_client, 5);
    const QString blobs = m_kinframe.data() + u"/blobs/"_s;
    QVERIFY(filesBelow(blobs).contains(blobName(hash)));
    QCOMPARE(m_client.remove(imagePath(trashed)).status, 200);
    QVERIFY(filesBelow(blobs).contains(blobName(trashed)));
    for (const QString &each : {hash, trashed}) {
        QCOMPARE(m_client.remove(imagePath(each, u"?force=true"_s)).status, 200);
        QTRY_VERIFY(!filesBelow(blobs).contains(blobName(each)));
        QCOMPARE(m_client.remove(imagePath(each, u"?force=true"_s)).status, 404);
        QCOMPARE(m_client.send("POST", imagePath(each, u"/restore"_s)).status, 404);
    }
    QCOMPARE(m_client.remove(imagePath(hash, u"?force=perhaps"_s)).status, 400);
}

void ImagesRecordsTest::othersImagesAreNotThere()
{
    const CommandRun key = m_kinframe.command({u"key"_s, u"create"_s, u"--user"_s, u"Eve"_s});
    const HttpClient eve = m_client.withKey(key.output.trimmed());
    QCOMPARE(eve.get(imagePath(m_hash)).status, 404);
    QCOMPARE(eve.post(imagePath(m_hash), {{u"rating"_s, 1}}).status, 404);
    QCOMPARE(eve.remove(imagePath(m_hash)).status, 404);
    // The same bytes are another image for her.
    QCOMPARE(putMade(eve, 1, {{u"note"_s, u"hers"_s}}), m_hash);
    QCOMPARE(metadataOf(eve, m_hash).value("note"_L1).toString(), u"hers"_s);
    QVERIFY(!metadataOf(m_client, m_hash).contains(u"note"_s));
    QCOMPARE(eve.remove(imagePath(m_hash, u"?force=true"_s)).status, 200);
    QCOMPARE(m_client.get(imagePath(m_hash, u"/content"_s)).status, 200);
}

void ImagesRecordsTest::limitedKeysReachNoFurther()
{
    QCOMPARE(m_kinframe.anybody().get(imagePath(m_hash)).status, 401);
    const HttpAnswer made =
        m_client.post(u"/api/api-keys"_s, {{u"name"_s, u"reader"_s}, {u"permissions"_s, QJsonArray{u"asset.read"_s}}});
    QVERIFY2(made.status == 201, made.text().constData());
    const HttpClient reader = m_client.withKey(made.object().value("secret"_L1).toString().toLatin1());
    QCOMPARE(reader.get(imagePath(m_hash)).status, 200);
    const QList<HttpAnswer> answers{reader.post(imagePath(m_hash), {{u"rating"_s, 1}}),
                                    reader.remove(imagePath(m_hash)),
                                    reader.get(imagePath(m_hash, u"/content"_s)),
                                    reader.get(imagePath(m_hash, u"/thumbnail"_s)),
                                    reader.post(u"/api/images"_s),
                                    putImages(reader, {{u"a.jpg"_s, madeJpeg(9)}})};
    for (const HttpAnswer &answer : answers) {
        QVERIFY2(answer.status == 403, answer.text().constData());
        QCOMPARE(errorOf(answer).value("code"_L1).toString(), u"Forbidden"_s);
    }
}

void ImagesRecordsTest::messagesAreInTheClientsLanguage()
{
    const HttpClient chinese = m_client.withHeaders({"Accept-Language: zh-CN"});
    const QString english = errorOf(m_client.get(imagePath(nobodys))).value("message"_L1).toString();
    const QString other = errorOf(chinese.get(imagePath(nobodys))).value("message"_L1).toString();
    QVERIFY(english != other);
    QVERIFY(!other.contains(u"image"_s));
    const QString readOnly = errorOf(chinese.post(imagePath(m_hash), {{u"width"_s, 1}})).value("message"_L1).toString();
    QVERIFY2(readOnly.contains(u"width"_s) && !readOnly.contains(u"Kinframe and"_s), qPrintable(readOnly));
}

void ImagesRecordsTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(ImagesRecordsTest)
#include "tst_images_records.moc"

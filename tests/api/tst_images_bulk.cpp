// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/made_files.h"
#include "support/patience.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

const QString nobodys = u"ab"_s.repeated(32);
constexpr int many = 10'000;

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// Many images in one call: what became of each is said exactly.
class ImagesBulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachEditHasItsOutcome();
    void tenThousandAtOnce();
    void deletionSaysWhatItDid();
    void deletedForGood();
    void bodiesThatAreRefused_data();
    void bodiesThatAreRefused();
    void cleanupTestCase();

private:
    HttpAnswer removeMany(const QByteArray &body, const QString &query = {})
    {
        return m_client.send("DELETE", u"/api/images"_s + query, body, "application/json");
    }

    KinframeProcess m_kinframe;
    HttpClient m_client;
    QStringList m_hashes;
};

void ImagesBulkTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    for (int i = 0; i < 4; ++i) {
        m_hashes << putMade(m_client, i);
    }
    QVERIFY(!m_hashes.contains(QString()));
}

void ImagesBulkTest::eachEditHasItsOutcome()
{
    const QByteArray body = "{\"" + m_hashes[1].toLatin1() + "\":{\"rating\":2,\"note\":\"b\"},\"" +
                            nobodys.toLatin1() + "\":{\"rating\":1},\"" + m_hashes[0].toLatin1() +
                            "\":{\"rating\":9},\"nonsense\":{\"rating\":1},\"" + m_hashes[2].toLatin1() + "\":5,\"" +
                            m_hashes[3].toLatin1() + "\":{\"rating\":3}}";
    const HttpAnswer answer = m_client.send("POST", u"/api/images"_s, body, "application/json");
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(answer.object().value("success"_L1).toArray(), (QJsonArray{m_hashes[1], m_hashes[3]}));
    QMap<QString, QString> failed;
    for (const auto &row : answer.object().value("failed"_L1).toArray()) {
        failed.insert(row["hash"_L1].toString(), row["error"_L1].toString());
    }
    QCOMPARE(failed.size(), 4);
    QCOMPARE(failed.value(nobodys), u"Image not found"_s);
    QCOMPARE(failed.value(u"nonsense"_s), u"Image not found"_s);
    QVERIFY(failed.value(m_hashes[0]).contains(u"rating"_s));
    QVERIFY(failed.contains(m_hashes[2]));
    QCOMPARE(metadataOf(m_client, m_hashes[1]).value("note"_L1).toString(), u"b"_s);
    QCOMPARE(metadataOf(m_client, m_hashes[3]).value("rating"_L1).toInt(), 3);
    QVERIFY(!metadataOf(m_client, m_hashes[0]).contains(u"rating"_s));
    QVERIFY(!metadataOf(m_client, m_hashes[2]).contains(u"rating"_s));
}

void ImagesBulkTest::tenThousandAtOnce()
{
    QJsonObject body;
    for (int i = 0; i < many - 4; ++i) {
        body.insert(u"%1"_s.arg(i, 64, 16, QChar(u'0')), QJsonObject{{u"rating"_s, 1}});
    }
    for (const QString &hash : m_hashes) {
        body.insert(hash, QJsonObject{{u"bulk"_s, true}});
    }
    const HttpAnswer answer = m_client.send("POST", u"/api/images"_s, jsonOf(body), "application/json");
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(answer.object().value("success"_L1).toArray().size(), 4);
    QCOMPARE(answer.object().value("failed"_L1).toArray().size(), many - 4);
    for (const QString &hash : m_hashes) {
        QCOMPARE(metadataOf(m_client, hash).value("bulk"_L1), QJsonValue(true));
    }
    body.insert(u"f"_s.repeated(64), QJsonObject());
    const HttpAnswer tooMany = m_client.send("POST", u"/api/images"_s, jsonOf(body), "application/json");
    QVERIFY2(tooMany.status == 400, tooMany.text().constData());
    QCOMPARE(errorOf(tooMany).value("code"_L1).toString(), u"TooMany"_s);
}

void ImagesBulkTest::deletionSaysWhatItDid()
{
    const QJsonArray wanted{m_hashes[0], nobodys, m_hashes[1], u"nonsense"_s, m_hashes[0]};
    const HttpAnswer answer = removeMany(jsonOf({{u"hashes"_s, wanted}}));
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(answer.object().value("deleted"_L1).toArray(), (QJsonArray{m_hashes[0], m_hashes[1]}));
    QCOMPARE(answer.object().value("count"_L1).toInt(), 2);
    QCOMPARE(answer.object().value("failed"_L1).toArray(),
             (QJsonArray{QJsonObject{{u"hash"_s, nobodys}, {u"reason"_s, u"File not found"_s}},
                         QJsonObject{{u"hash"_s, u"nonsense"_s}, {u"reason"_s, u"File not found"_s}}}));
    QCOMPARE(m_client.get(imagePath(m_hashes[0])).status, 404);
    // Again: nothing is there any more.
    const QJsonObject again = removeMany(jsonOf({{u"hashes"_s, wanted}})).object();
    QCOMPARE(again.value("count"_L1).toInt(-1), 0);
    QCOMPARE(again.value("failed"_L1).toArray().size(), 4);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(m_client.send("POST", imagePath(m_hashes[i], u"/restore"_s)).status, 200);
    }
}

void ImagesBulkTest::deletedForGood()
{
    const QStringList two{putMade(m_client, 100), putMade(m_client, 101)};
    const HttpAnswer answer = removeMany(jsonOf({{u"hashes"_s, QJsonArray::fromStringList(two)}}), u"?force=true"_s);
    QCOMPARE(answer.object().value("count"_L1).toInt(), 2);
    for (const QString &hash : two) {
        QTRY_VERIFY(!filesBelow(m_kinframe.data() + u"/blobs"_s).contains(blobName(hash)));
        QCOMPARE(m_client.send("POST", imagePath(hash, u"/restore"_s)).status, 404);
    }
    QCOMPARE(removeMany(R"({"hashes":[]})").object().value("count"_L1).toInt(-1), 0);
}

void ImagesBulkTest::bodiesThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("edit list") << QByteArray("POST") << QByteArray("[]") << 400;
    QTest::newRow("edit nothing") << QByteArray("POST") << QByteArray() << 400;
    QTest::newRow("edit broken") << QByteArray("POST") << QByteArray("{\"a\"") << 400;
    QTest::newRow("delete nothing") << QByteArray("DELETE") << QByteArray() << 400;
    QTest::newRow("delete without a list") << QByteArray("DELETE") << QByteArray("{}") << 400;
    QTest::newRow("delete a text") << QByteArray("DELETE") << QByteArray(R"({"hashes":"a"})") << 400;
    QTest::newRow("delete numbers") << QByteArray("DELETE") << QByteArray(R"({"hashes":[1]})") << 400;
    QTest::newRow("too large") << QByteArray("POST") << QByteArray(33 * 1024 * 1024, ' ') << 413;
}

void ImagesBulkTest::bodiesThatAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const HttpAnswer answer = m_client.send(method, u"/api/images"_s, body, "application/json");
    QVERIFY2(answer.status == status, answer.text().constData());
    QVERIFY(!errorOf(answer).value("code"_L1).toString().isEmpty());
}

void ImagesBulkTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(ImagesBulkTest)
#include "tst_images_bulk.moc"

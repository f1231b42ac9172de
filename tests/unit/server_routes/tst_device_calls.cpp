// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/digest.h"
#include "base/ids.h"
#include "library/trash.h"
#include "support/json_schema.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What clients ask before they upload. What they are told may cost them their own file.
class DeviceCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storedBytesAreDuplicates();
    void othersAreAccepted();
    void wrongChecksAreRefused_data();
    void wrongChecksAreRefused();
    void namesOfADevice();
    void statistics();

private:
    /// With its bytes in the store, as an upload leaves it.
    QUuid stored(const QByteArray &bytes)
    {
        const QUuid asset = m->addAsset(1);
        const Digests digests = *m->blobs->addBytes(bytes);
        m->run(
            "UPDATE blob SET sha256 = ?2, sha1 = ?3, size = ?4 WHERE id = (SELECT blob_id FROM asset WHERE uuid = ?1)",
            asset, digests.sha256, digests.sha1, digests.size);
        return asset;
    }
    static QByteArray sha1(const QByteArray &bytes)
    {
        MultiHash hash;
        hash.add(bytes);
        return hash.finish().sha1;
    }
    /// The answer about one file with that hash.
    QJsonObject check(const QByteArray &checksum);

    std::unique_ptr<ApiFixture> m;
};

void DeviceCallsTest::init()
{
    m = std::make_unique<ApiFixture>();
}

QJsonObject DeviceCallsTest::check(const QByteArray &checksum)
{
    const http::Reply reply =
        m->post("/api/assets/bulk-upload-check", R"({"assets":[{"id":"mine","checksum":")" + checksum + "\"}]}");
    const QJsonObject answer = ApiFixture::objectOf(reply);
    const auto schema = test::JsonSchema::ofImmich(u"2.7.5"_s);
    if (schema.isHere()) {
        const QStringList problems = schema.problems(answer, u"AssetBulkUploadCheckResponseDto"_s);
        if (!problems.isEmpty()) {
            qFatal("%s", qPrintable(problems.join(u'\n')));
        }
    }
    return answer.value("results"_L1).toArray().at(0).toObject();
}

void DeviceCallsTest::storedBytesAreDuplicates()
{
    const QUuid asset = stored("bytes");
    const QJsonObject expected{{u"id"_s, u"mine"_s},
                               {u"action"_s, u"reject"_s},
                               {u"reason"_s, u"duplicate"_s},
                               {u"assetId"_s, toText(asset)},
                               {u"isTrashed"_s, false}};
    QCOMPARE(check(sha1("bytes").toHex()), expected);
    QCOMPARE(check(sha1("bytes").toHex().toUpper()), expected);
    QCOMPARE(check(sha1("bytes").toBase64()), expected);
}

void DeviceCallsTest::othersAreAccepted()
{
    const QJsonObject accepted{{u"id"_s, u"mine"_s}, {u"action"_s, u"accept"_s}};
    QCOMPARE(check(sha1("unknown").toHex()), accepted);
    const QUuid inPlace = stored("in place");
    m->run("UPDATE blob SET stored = 0 WHERE id = (SELECT blob_id FROM asset WHERE uuid = ?1)", inPlace);
    QCOMPARE(check(sha1("in place").toHex()), accepted);
    const QUuid trashed = stored("trashed");
    QVERIFY(m->database->write([&](storage::Transaction &transaction) {
        return library::Trash(*m->library).moveToTrash(transaction, m->owner.userId, trashed);
    }));
    QCOMPARE(check(sha1("trashed").toHex()), accepted);
    stored("lost");
    QVERIFY(m->blobs->remove(m->blobs->addBytes("lost")->sha256));
    QCOMPARE(check(sha1("lost").toHex()), accepted);
    stored("cut short");
    QFile file(m->blobs->pathOf(m->blobs->addBytes("cut short")->sha256));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.resize(3));
    QCOMPARE(check(sha1("cut short").toHex()), accepted);
    const QUuid others = stored("other's");
    m->run("INSERT INTO user(uuid, name, email, created_at, updated_at) VALUES (?1, 'o', 'o', 1, 1)", newUuid());
    m->run("UPDATE asset SET owner_id = (SELECT max(id) FROM user) WHERE uuid = ?1", others);
    QCOMPARE(check(sha1("other's").toHex()), accepted);
}

void DeviceCallsTest::wrongChecksAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("no hash") << QByteArray(R"({"assets":[{"id":"a","checksum":"xyz"}]})");
    QTest::newRow("a SHA-256") << QByteArray(R"({"assets":[{"id":"a","checksum":")" + QByteArray(64, 'a') + "\"}]}");
    QTest::newRow("hash missing") << QByteArray(R"({"assets":[{"id":"a"}]})");
    QByteArray many = R"({"assets":[)";
    for (int i = 0; i < 5001; ++i) {
        many += (i == 0 ? "" : ",");
        many += R"({"id":"a","checksum":")" + QByteArray(40, 'a') + "\"}";
    }
    QTest::newRow("too many") << QByteArray(many + "]}");
}

void DeviceCallsTest::wrongChecksAreRefused()
{
    QFETCH(QByteArray, body);
    const int status = m->post("/api/assets/bulk-upload-check", body).status();
    QVERIFY2(status == 400 || status == 413, QByteArray::number(status).constData());
}

void DeviceCallsTest::namesOfADevice()
{
    const QUuid one = m->addAsset(1);
    const QUuid two = m->addAsset(2);
    m->addAsset(3);
    m->run("UPDATE asset SET device_id = 'phone', device_asset_id = 'one' WHERE uuid = ?1", one);
    m->run("UPDATE asset SET device_id = 'phone', device_asset_id = 'two', trashed_at = 1 WHERE uuid = ?1", two);
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/assets/device/phone")), (QJsonArray{u"one"_s, u"two"_s}));
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/assets/device/other")), QJsonArray());
    const http::Reply reply =
        m->post("/api/assets/exist", R"({"deviceId":"phone","deviceAssetIds":["two","three","one"]})");
    QCOMPARE(ApiFixture::objectOf(reply), (QJsonObject{{u"existingIds"_s, QJsonArray{u"two"_s, u"one"_s}}}));
    QCOMPARE(m->post("/api/assets/exist", R"({"deviceId":"phone","deviceAssetIds":[]})").status(), 400);
    QCOMPARE(m->post("/api/assets/exist", R"({"deviceAssetIds":["a"]})").status(), 400);
}

void DeviceCallsTest::statistics()
{
    const auto counts = [this](const QByteArray &query) {
        const QJsonObject json = ApiFixture::objectOf(m->get("/api/assets/statistics" + query));
        return QList<int>{json.value("images"_L1).toInt(-1), json.value("videos"_L1).toInt(-1),
                          json.value("total"_L1).toInt(-1)};
    };
    QCOMPARE(counts({}), (QList<int>{0, 0, 0}));
    m->addAsset(1);
    m->run("UPDATE asset SET is_favorite = 1 WHERE uuid = ?1", m->addAsset(2));
    m->run("UPDATE asset SET is_video = 1, is_archived = 1 WHERE uuid = ?1", m->addAsset(3));
    m->run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", m->addAsset(4));
    m->run("UPDATE asset SET is_hidden = 1, is_video = 1 WHERE uuid = ?1", m->addAsset(5));
    QCOMPARE(counts({}), (QList<int>{2, 1, 3}));
    QCOMPARE(counts("?isFavorite=true"), (QList<int>{1, 0, 1}));
    QCOMPARE(counts("?isTrashed=true"), (QList<int>{1, 0, 1}));
    QCOMPARE(counts("?visibility=archive"), (QList<int>{0, 1, 1}));
    QCOMPARE(counts("?isArchived=false"), (QList<int>{2, 0, 2}));
    QCOMPARE(counts("?visibility=hidden"), (QList<int>{0, 1, 1}));
    QCOMPARE(m->get("/api/assets/statistics?visibility=none").status(), 400);
}

QTEST_GUILESS_MAIN(DeviceCallsTest)
#include "tst_device_calls.moc"

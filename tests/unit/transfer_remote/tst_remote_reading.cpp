// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/json_items.h"
#include "transfer/remote/remote_asset.h"
#include "transfer/remote/remote_server.h"
#include "transfer/remote/server_address.h"
#include "transfer/remote/thumbnail_cache.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::transfer;

namespace {

using Items = QList<std::pair<QByteArray, QByteArray>>;

/// Fed in pieces of that size.
Result<Items> itemsOf(const QByteArray &json, qsizetype piece, qsizetype largest = 1000)
{
    Items items;
    JsonItems reader(
        [&](QByteArrayView member, QByteArrayView item) -> Result<void> {
            items.append({member.toByteArray(), item.toByteArray()});
            return {};
        },
        largest);
    for (qsizetype at = 0; at < json.size(); at += piece) {
        if (auto fed = reader.feed(QByteArrayView(json).sliced(at, std::min(piece, json.size() - at))); !fed) {
            return failed(fed);
        }
    }
    const auto whole = reader.finish();
    return whole ? Result<Items>(items) : failed(whole);
}

QJsonObject jsonOf(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestRemoteReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsOfAList();
    void membersOfAnObject();
    void whatIsNotWholeIsRefused_data();
    void whatIsNotWholeIsRefused();
    void anItemMayNotBeTooLarge();
    void anAssetOfEachVersion();
    void anAssetWithNonsense();
    void versions();
    void addresses_data();
    void addresses();
    void addressesThatAreNone();
    void theCacheForgetsWhatIsOldest();
};

void TestRemoteReading::itemsOfAList()
{
    const QByteArray json = R"( [ {"a": "]}\"", "b": [1, {"c": 2}]}, 17, "te,xt" ,true,[] ] )";
    const Items expected{
        {"", R"({"a": "]}\"", "b": [1, {"c": 2}]})"}, {"", "17"}, {"", "\"te,xt\""}, {"", "true"}, {"", "[]"}};
    for (const qsizetype piece : {1, 2, 7, 1000}) {
        const auto items = itemsOf(json, piece);
        QVERIFY(items);
        QCOMPARE(*items, expected);
    }
    QVERIFY(itemsOf("[]", 1)->isEmpty());
}

void TestRemoteReading::membersOfAnObject()
{
    const QByteArray json =
        R"({"deleted": ["x", "y"], "needsFullSync":false , "upserted":[{"id": "z"}],"more":{"n":null}})";
    const Items expected{{"deleted", "\"x\""},
                         {"deleted", "\"y\""},
                         {"needsFullSync", "false"},
                         {"upserted", R"({"id": "z"})"},
                         {"more", R"({"n":null})"}};
    for (const qsizetype piece : {1, 3, 1000}) {
        const auto items = itemsOf(json, piece);
        QVERIFY(items);
        QCOMPARE(*items, expected);
    }
    QVERIFY(itemsOf("{}", 1)->isEmpty());
}

void TestRemoteReading::whatIsNotWholeIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"", "[", "[{\"a\": 1}", "{\"a\"", "{\"a\": [", "<html>", "[] []", "{1}", "{\"a\" 1}", "[{\"a\": \"]}]"}) {
        QTest::newRow(*json == '\0' ? "nothing" : json) << QByteArray(json);
    }
}

void TestRemoteReading::whatIsNotWholeIsRefused()
{
    QFETCH(QByteArray, json);
    const auto items = itemsOf(json, 5);
    QVERIFY(!items);
    QCOMPARE(items.error().code, ErrorCode::RemoteInvalid);
}

void TestRemoteReading::anItemMayNotBeTooLarge()
{
    QVERIFY(itemsOf("[\"" + QByteArray(90, 'x') + "\"]", 50, 100));
    QVERIFY(!itemsOf("[\"" + QByteArray(110, 'x') + "\"]", 50, 100));
}

void TestRemoteReading::anAssetOfEachVersion()
{
    const auto old = remoteAssetFrom(jsonOf(
        R"({"id":"6b1d0c5e-3f54-4f9a-9a55-1f8a1c2d3e4f","type":"IMAGE","originalFileName":"IMG_1.HEIC",
            "checksum":"2jmj7l5rSw0yVb/vlWAYkK/YBwk=","duration":"0:00:00.00000","isArchived":true,
            "fileCreatedAt":"2024-03-14T12:00:00.123Z","isTrashed":false,"isFavorite":true,
            "livePhotoVideoId":"11111111-3f54-4f9a-9a55-1f8a1c2d3e4f",
            "exifInfo":{"fileSizeInByte":123456,"exifImageWidth":4032,"exifImageHeight":3024,"city":"Ulm",
                        "country":"Germany","description":"a cat"}})"));
    QVERIFY(old);
    QCOMPARE(old->fileName, u"IMG_1.HEIC"_s);
    QCOMPARE(old->sha1.toHex(), QByteArray("da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    QCOMPARE(old->size, std::optional(qint64(123456)));
    QCOMPARE(old->takenAt, qint64(1710417600123));
    QCOMPARE(old->width, std::optional(4032));
    QCOMPARE(old->durationMs, std::nullopt);
    QCOMPARE(old->place, u"Ulm, Germany"_s);
    QCOMPARE(old->description, u"a cat"_s);
    QVERIFY(old->isFavorite && old->isArchived && !old->isTrashed && !old->isHidden && !old->isVideo);
    QVERIFY(!old->liveVideo.isNull());
    const auto present = remoteAssetFrom(jsonOf(
        R"({"id":"6b1d0c5e-3f54-4f9a-9a55-1f8a1c2d3e4f","type":"VIDEO","originalFileName":"clip.mp4",
            "checksum":"","duration":"0:01:02.50000","visibility":"archive","width":1920,"height":1080,
            "fileCreatedAt":"2024-03-14T12:00:00.000Z"})"));
    QVERIFY(present);
    QVERIFY(present->isVideo && present->isArchived && present->sha1.isEmpty() && present->liveVideo.isNull());
    QCOMPARE(present->durationMs, std::optional(qint64(62500)));
    QCOMPARE(present->height, std::optional(1080));
    QVERIFY(
        remoteAssetFrom(jsonOf(R"({"id":"6b1d0c5e-3f54-4f9a-9a55-1f8a1c2d3e4f","visibility":"hidden"})"))->isHidden);
    QVERIFY(remoteAssetFrom(jsonOf(R"({"id":"6b1d0c5e-3f54-4f9a-9a55-1f8a1c2d3e4f","isVisible":false})"))->isHidden);
}

void TestRemoteReading::anAssetWithNonsense()
{
    QCOMPARE(remoteAssetFrom(jsonOf(R"({"id":"../../etc/passwd"})")).error().code, ErrorCode::RemoteInvalid);
    QCOMPARE(remoteAssetFrom({}).error().code, ErrorCode::RemoteInvalid);
    const auto odd = remoteAssetFrom(jsonOf(
        R"({"id":"6b1d0c5e-3f54-4f9a-9a55-1f8a1c2d3e4f","checksum":"short","duration":"soon","width":-4,
            "exifInfo":{"fileSizeInByte":"many"},"originalFileName":7})"));
    QVERIFY(odd);
    QVERIFY(odd->sha1.isEmpty() && !odd->size && !odd->width && !odd->durationMs && odd->fileName.isEmpty());
}

void TestRemoteReading::versions()
{
    QCOMPARE(RemoteVersion::parse(u"v1.118.2"_s), (RemoteVersion{1, 118, 2}));
    QCOMPARE(RemoteVersion::parse(u"nonsense"_s), RemoteVersion());
    QVERIFY((RemoteVersion{1, 102, 0} < RemoteVersion{1, 118, 0}) && (RemoteVersion{2, 7, 5} < RemoteVersion{3, 0, 0}));
    QCOMPARE((RemoteVersion{2, 7, 5}.text()), u"2.7.5"_s);
}

void TestRemoteReading::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *typed, const char *address) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(address);
    };
    row("photos.example.org", "https://photos.example.org");
    row("192.168.1.7:2283", "http://192.168.1.7:2283");
    row("nas:8000/", "http://nas:8000");
    row("studio.local:8000/api/", "http://studio.local:8000/api");
    row("8.8.8.8", "https://8.8.8.8");
    row(" https://example.org/photos//?a=b#c ", "https://example.org/photos");
    row("HTTP://Example.org/api", "http://example.org/api");
    row("http://[::1]:8000", "http://[::1]:8000");
    row("bücher.example", "https://xn--bcher-kva.example");
}

void TestRemoteReading::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const auto found = serverAddressOf(typed);
    QVERIFY(found);
    QCOMPARE(found->toString(QUrl::FullyEncoded), address);
}

void TestRemoteReading::addressesThatAreNone()
{
    for (const QString &typed : {u""_s, u"  "_s, u"ftp://example.org"_s, u"file:///etc/passwd"_s, u"http://"_s,
                                 u"http://anna:word@example.org"_s, u"two words.org"_s, QString(3000, u'x')}) {
        const auto found = serverAddressOf(typed);
        QVERIFY2(!found, qPrintable(typed));
        QCOMPARE(found.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(found.error().fact(u"field"_s), u"url"_s);
    }
}

void TestRemoteReading::theCacheForgetsWhatIsOldest()
{
    QTemporaryDir folder;
    ThumbnailCache cache(folder.filePath(u"thumbs"_s), 1000);
    const QByteArray picture(300, 'x');
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        cache.keep(1, name, picture);
        QFile file(folder.filePath(u"thumbs/1/"_s + name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 minute = name.at(0).unicode();
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(minute * 60), QFileDevice::FileModificationTime));
    }
    QCOMPARE(cache.find(1, u"a"_s), std::optional(picture)); // Looked at: no longer the oldest.
    cache.keep(2, u"d"_s, picture);
    QCOMPARE(cache.find(1, u"b"_s), std::nullopt);
    QVERIFY(cache.find(1, u"a"_s) && cache.find(1, u"c"_s) && cache.find(2, u"d"_s));
    cache.removeServer(1);
    QVERIFY(!cache.find(1, u"a"_s) && cache.find(2, u"d"_s));
}

QTEST_GUILESS_MAIN(TestRemoteReading)
#include "tst_remote_reading.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/transfer_remote/servers_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::transfer;
using test::jsonAnswer;
using test::remoteAsset;
using test::remoteAssets;
using test::remoteId;
using test::remoteText;

class TestRemoteViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::withoutProxies(); }
    void init() { m = std::make_unique<test::ServersFixture>(); }
    void cleanup() { m.reset(); }
    void pagesFromTheNewest();
    void equalTimesLoseNothing();
    void filters();
    void whatIsHereIsFlagged();
    void albumsAndPeople();
    void whoIsInAnAlbum();
    void onWhichPicturesAPersonIs();
    void smallPicturesAreKept();
    void aPickBecomesDownloads();
    void aLivePhotoIsTwoDownloads();
    void albumsArePicked();

private:
    [[nodiscard]] static QList<int> numbersOf(const RemotePage &page)
    {
        QList<int> numbers;
        for (const RemoteAsset &asset : page.items) {
            numbers << asset.id.toRfc4122().right(2).toHex().toInt(nullptr, 16);
        }
        return numbers;
    }
    [[nodiscard]] QList<int> numbers(const RemoteFilter &filter = {})
    {
        const auto page = m->servers.page(u"attic"_s, m->library.owner.userId, filter, 100);
        return page ? numbersOf(*page) : QList<int>{-1};
    }
    [[nodiscard]] Result<PickedDownloads> pick(const RemotePick &wanted,
                                               DownloadTarget target = DownloadTarget::Gallery)
    {
        return m->servers.pick(u"attic"_s, m->library.owner.userId, m->library.owner.uuid, wanted, target);
    }
    std::unique_ptr<test::ServersFixture> m;
};

void TestRemoteViews::pagesFromTheNewest()
{
    QVERIFY(m->mirror(remoteAssets(1, 7)));
    QList<int> all;
    QString cursor;
    int pages = 0;
    do {
        const auto page = m->servers.page(u"attic"_s, m->library.owner.userId, {}, 3, cursor);
        QVERIFY(page);
        all += numbersOf(*page);
        cursor = page->next;
        ++pages;
    } while (!cursor.isEmpty() && pages < 10);
    QCOMPARE(all, (QList<int>{7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(pages, 3);
    QCOMPARE(*m->servers.count(u"attic"_s, m->library.owner.userId, {}), 7);
    QCOMPARE(m->servers.page(u"attic"_s, 1, {}, 3, u"nonsense"_s).error().fact(u"field"_s), u"cursor"_s);
}

void TestRemoteViews::equalTimesLoseNothing()
{
    QJsonArray assets;
    for (int number = 1; number <= 5; ++number) {
        assets.append(remoteAsset(number, {{u"fileCreatedAt"_s, u"2024-01-01T00:00:00.000Z"_s}}));
    }
    QVERIFY(m->mirror(assets));
    QList<int> all;
    QString cursor;
    for (int page = 0; page < 3; ++page) {
        const auto found = m->servers.page(u"attic"_s, m->library.owner.userId, {}, 2, cursor);
        all += numbersOf(*found);
        cursor = found->next;
    }
    std::sort(all.begin(), all.end());
    QCOMPARE(all, (QList<int>{1, 2, 3, 4, 5}));
}

void TestRemoteViews::filters()
{
    QVERIFY(m->mirror({remoteAsset(1, {{u"exifInfo"_s, QJsonObject{{u"city"_s, u"Ulm"_s}}}}),
                       remoteAsset(2, {{u"type"_s, u"VIDEO"_s}}), remoteAsset(3, {{u"isTrashed"_s, true}}),
                       remoteAsset(4, {{u"originalFileName"_s, u"猫咪.jpg"_s}}),
                       remoteAsset(5, {{u"exifInfo"_s, QJsonObject{{u"description"_s, u"50% Straße"_s}}}})}));
    RemoteFilter filter;
    QCOMPARE(numbers(), (QList<int>{5, 4, 2, 1}));
    filter.kind = RemoteKind::Video;
    QCOMPARE(numbers(filter), QList<int>{2});
    filter.kind = RemoteKind::Image;
    filter.text = u"uLM"_s;
    QCOMPARE(numbers(filter), QList<int>{1});
    filter.text = u"50% str"_s;
    QCOMPARE(numbers(filter), QList<int>{5});
    filter.text = u"猫"_s;
    QCOMPARE(numbers(filter), QList<int>{4});
    filter = {};
    filter.takenFrom = *fromIso(u"2024-01-01T00:00:02Z");
    filter.takenUntil = *fromIso(u"2024-01-01T00:00:05Z");
    QCOMPARE(numbers(filter), (QList<int>{4, 2}));
    QCOMPARE(*m->servers.count(u"attic"_s, m->library.owner.userId, filter), 2);
}

void TestRemoteViews::whatIsHereIsFlagged()
{
    const QByteArray mine = test::LibraryFixture::jpeg(10);
    const QByteArray thrown = test::LibraryFixture::jpeg(20);
    const QByteArray others = test::LibraryFixture::jpeg(30);
    QVERIFY(m->library.upload(mine));
    QVERIFY(m->library.upload(thrown));
    QVERIFY(m->library.run("UPDATE asset SET trashed_at = 1 WHERE blob_id = (SELECT id FROM blob WHERE sha1 = ?1)",
                           test::remoteSha1(thrown)));
    QVERIFY(
        m->library.addFor(m->library.guest, m->library.write(u"c.jpg"_s, others), library::Importer::Placement::Copy));
    const auto asset = [](int number, const QByteArray &bytes) {
        return remoteAsset(number, {{u"checksum"_s, QString::fromLatin1(test::remoteSha1(bytes).toBase64())}});
    };
    QVERIFY(m->mirror({asset(1, mine), asset(2, thrown), asset(3, others), remoteAsset(4)}));
    RemoteFilter filter;
    filter.isHere = true;
    QCOMPARE(numbers(filter), QList<int>{1});
    filter.isHere = false;
    QCOMPARE(numbers(filter), (QList<int>{4, 3, 2}));
    const auto page = m->servers.page(u"attic"_s, m->library.owner.userId, {}, 10);
    QVERIFY(page->items.at(3).isHere && !page->items.at(0).isHere);
    const auto picked = pick({{}, {}, {}, true});
    QCOMPARE(picked->here, 1);
    QCOMPARE(picked->downloads.size(), 3U);
}

void TestRemoteViews::albumsAndPeople()
{
    QVERIFY(m->addAttic());
    const auto album = [](int number, const QString &name) {
        return QJsonObject{{u"id"_s, remoteText(number)},
                           {u"albumName"_s, name},
                           {u"assetCount"_s, number},
                           {u"albumThumbnailAssetId"_s, number == 1 ? QJsonValue(remoteText(9)) : QJsonValue()}};
    };
    m->server.serve("/api/albums", {jsonAnswer(QJsonArray{album(2, u"b 8"_s), album(1, u"A"_s)})});
    m->server.serve("/api/albums?shared=true", {jsonAnswer(QJsonArray{album(2, u"b 8"_s), album(3, u"b 9"_s)})});
    const auto albums = m->servers.albums(u"attic"_s);
    QVERIFY(albums);
    QStringList names;
    for (const RemoteGroup &group : *albums) {
        names << group.name;
    }
    QCOMPARE(names, (QStringList{u"A"_s, u"b 8"_s, u"b 9"_s}));
    QCOMPARE(albums->front().cover, remoteId(9));
    QCOMPARE(albums->front().count, 1);
    const auto person = [](int number, const QString &name, bool isHidden = false) {
        return QJsonObject{{u"id"_s, remoteText(number)}, {u"name"_s, name}, {u"isHidden"_s, isHidden}};
    };
    m->server.serve("/api/people?withHidden=false&page=1&size=500",
                    {jsonAnswer(QJsonObject{{u"people"_s, QJsonArray{person(1, {}), person(2, u"Ada"_s)}},
                                            {u"hasNextPage"_s, true}})});
    m->server.serve("/api/people?withHidden=false&page=2&size=500",
                    {jsonAnswer(QJsonObject{{u"people"_s, QJsonArray{person(3, u"Zoe"_s, true)}}})});
    const auto people = m->servers.people(u"attic"_s);
    QVERIFY(people);
    QCOMPARE(people->size(), 2U);
    QCOMPARE(people->front().name, u"Ada"_s);
    // Some have no albums at all.
    m->server.serve("/api/albums", {test::refusal(404)});
    QVERIFY(m->servers.albums(u"attic"_s)->empty());
}

void TestRemoteViews::whoIsInAnAlbum()
{
    QVERIFY(m->mirror(remoteAssets(1, 4)));
    const QByteArray path = "/api/albums/" + remoteText(50).toLatin1();
    // One of it is somebody else's.
    m->server.serve(path, {jsonAnswer(QJsonObject{{u"albumName"_s, u"Ulm"_s},
                                                  {u"assets"_s, QJsonArray{remoteAsset(2), remoteAsset(8)}}}),
                           jsonAnswer(QJsonObject{{u"assets"_s, QJsonArray{remoteAsset(2)}}})});
    RemoteFilter filter;
    filter.album = remoteId(50);
    QCOMPARE(numbers(filter), (QList<int>{8, 2}));
    QCOMPARE(numbers(), (QList<int>{4, 3, 2, 1}));
    QVERIFY(m->servers.syncNow(u"attic"_s));
    QCOMPARE(numbers(filter), QList<int>{2});
    QCOMPARE(m->library.number("SELECT count(*) FROM remote_asset"), 4);
    m->server.serve(path, {test::refusal(400, u"Not found or no album.read access"_s)});
    QCOMPARE(m->servers.page(u"attic"_s, 1, filter, 10).error().code, ErrorCode::RemoteNotFound);
}

void TestRemoteViews::onWhichPicturesAPersonIs()
{
    QVERIFY(m->mirror(remoteAssets(1, 4)));
    const auto page = [](const QJsonArray &items, const QJsonValue &next) {
        return jsonAnswer(QJsonObject{{u"assets"_s, QJsonObject{{u"items"_s, items}, {u"nextPage"_s, next}}}});
    };
    m->server.serve("/api/search/metadata", {page({remoteAsset(1)}, u"2"_s), page({remoteAsset(3)}, QJsonValue::Null)});
    RemoteFilter filter;
    filter.person = remoteId(60);
    QCOMPARE(numbers(filter), (QList<int>{3, 1}));
    const auto body = QJsonDocument::fromJson(m->server.asked("/api/search/metadata").at(1).body).object();
    QCOMPARE(body.value(u"personIds"_s).toArray(), QJsonArray{remoteText(60)});
    QCOMPARE(body.value(u"page"_s).toInt(), 2);
}

void TestRemoteViews::smallPicturesAreKept()
{
    QVERIFY(m->addAttic());
    const QByteArray path = "/api/assets/" + remoteText(1).toLatin1() + "/thumbnail?size=thumbnail";
    m->server.serve(path, {test::withBody(test::LibraryFixture::jpeg(1)), test::refusal(500)});
    const auto first = m->servers.thumbnail(u"attic"_s, remoteId(1), false);
    QVERIFY(first);
    QCOMPARE(first->contentType, QByteArray("image/jpeg"));
    const auto second = m->servers.thumbnail(u"attic"_s, remoteId(1), false);
    QCOMPARE(second->bytes, first->bytes);
    QCOMPARE(m->server.requests(path), 1);
    // What is no picture is not shown as one.
    m->server.serve("/api/assets/" + remoteText(2).toLatin1() + "/thumbnail?size=preview",
                    {test::withBody("<script>alert(1)</script>")});
    QCOMPARE(m->servers.thumbnail(u"attic"_s, remoteId(2), true).error().code, ErrorCode::RemoteInvalid);
    m->server.serve("/api/people/" + remoteText(3).toLatin1() + "/thumbnail",
                    {test::withBody(test::LibraryFixture::jpeg(2))});
    QVERIFY(m->servers.face(u"attic"_s, remoteId(3)));
}

void TestRemoteViews::aPickBecomesDownloads()
{
    QVERIFY(m->mirror({remoteAsset(1), remoteAsset(2, {{u"type"_s, u"VIDEO"_s}}), remoteAsset(3)}));
    const auto picked = pick({{remoteId(1), remoteId(2), remoteId(1), remoteId(77)}, {}, {}, false});
    QVERIFY(picked);
    QCOMPARE(picked->unknown, 1);
    QCOMPARE(picked->downloads.size(), 2U);
    const NewDownload &photo = picked->downloads.front();
    QCOMPARE(photo.server, u"attic"_s);
    QCOMPARE(photo.assetId, remoteText(1));
    QCOMPARE(photo.filename, u"IMG_1.jpg"_s);
    QCOMPARE(photo.size, std::optional(qint64(1001)));
    QCOMPARE(photo.checksum.bytes, test::remoteSha1("1"));
    QCOMPARE(photo.group, std::optional(DownloadGroup::Image));
    QCOMPARE(photo.user, m->library.owner.uuid);
    QVERIFY(photo.headers.empty() && photo.metaData.isEmpty());
    QCOMPARE(picked->downloads.back().group, std::optional(DownloadGroup::Video));
    const auto all = pick({{}, {}, {}, true}, DownloadTarget::Library);
    QCOMPARE(all->downloads.size(), 3U);
    QCOMPARE(all->downloads.front().metaData.value(u"to"_s).toString(), u"library"_s);
}

void TestRemoteViews::aLivePhotoIsTwoDownloads()
{
    const QByteArray bytes = test::LibraryFixture::jpeg(40);
    QVERIFY(m->mirror({remoteAsset(1, {{u"livePhotoVideoId"_s, remoteText(2)},
                                       {u"originalFileName"_s, u"IMG_1.HEIC"_s},
                                       {u"checksum"_s, QString::fromLatin1(test::remoteSha1(bytes).toBase64())}})}));
    // The photo alone is not the live photo.
    QVERIFY(m->library.upload(bytes));
    const auto picked = pick({{remoteId(1)}, {}, {}, false});
    QCOMPARE(picked->downloads.size(), 2U);
    const NewDownload &photo = picked->downloads.front();
    const NewDownload &video = picked->downloads.back();
    QCOMPARE(photo.metaData, (QJsonObject{{u"part"_s, u"image"_s}, {u"id"_s, remoteText(1)}}));
    QCOMPARE(video.metaData, (QJsonObject{{u"part"_s, u"video"_s}, {u"id"_s, remoteText(1)}}));
    QCOMPARE(photo.group, std::optional(DownloadGroup::LivePhoto));
    QCOMPARE(video.assetId, remoteText(2));
    QVERIFY(video.filename.isEmpty());
    QVERIFY(m->library.run("UPDATE asset SET live_video_id = id"));
    const auto again = pick({{remoteId(1)}, {}, {}, false});
    QVERIFY(again->downloads.empty());
    QCOMPARE(again->here, 2);
}

void TestRemoteViews::albumsArePicked()
{
    QVERIFY(m->mirror(remoteAssets(1, 4)));
    for (const int album : {50, 51}) {
        m->server.serve("/api/albums/" + remoteText(album).toLatin1(),
                        {jsonAnswer(QJsonObject{{u"assets"_s, QJsonArray{remoteAsset(2), remoteAsset(album - 47)}}})});
    }
    const auto picked = pick({{remoteId(2)}, {remoteId(50), remoteId(51)}, {}, false});
    QCOMPARE(picked->downloads.size(), 3U); // 2, 3 and 4, each once.
}

QTEST_GUILESS_MAIN(TestRemoteViews)
#include "tst_remote_views.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/immich_forms.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

/// One file of the folder that is uploaded.
struct LocalFile
{
    QByteArray name;
    QByteArray bytes;
    QByteArray sidecar = {};
    QString album = {};
    QString tag = {};
    bool isArchived = false;
    bool isFavorite = false;
};

QByteArray descriptionXmp(const QByteArray &description)
{
    return R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
           R"(<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>)"
           R"(<rdf:li xml:lang="x-default">)" +
           description + "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>";
}

const QStringList heldQueues{u"thumbnailGeneration"_s, u"metadataExtraction"_s, u"videoConversion"_s,
                             u"faceDetection"_s, u"smartSearch"_s};

} // namespace

/// The calls of `immich-go upload` and `immich-go archive` in their order, as its documentation and its protocol of
/// calls have them.
class ImmichGoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFolderIsUploaded();
    void theSecondRunUploadsNothing();
    void aBetterFileReplaces();
    void olderOnesReplaceInPlace();
    void theArchiveHasEverything();
    void theArchiveIsFiltered();
    void cleanupTestCase();

private:
    /// What the client knows of the server's photos, by id.
    struct Index
    {
        QMap<QString, QJsonObject> assets;
        QMap<QString, QString> byChecksum; ///< base64 to id
    };

    void open();
    void command(const QString &word);
    void read(Index &index);
    /// Every photo of a search, over all its pages of that size.
    QList<QJsonObject> searched(QJsonObject query, int size = 1000);
    QString upload(const LocalFile &file, const QString &expected);
    void putIntoAlbum(const QString &title, const QStringList &ids);
    void putTag(const QString &value, const QStringList &ids);
    QJsonObject asset(const QString &id) { return m_client.get(u"/api/assets/"_s + id).object(); }
    [[nodiscard]] QJsonObject album(const QString &name) const
    {
        for (const QJsonValue one : m_client.get(u"/api/albums"_s).array()) {
            if (one["albumName"_L1].toString() == name) {
                return m_client.get(u"/api/albums/%1?withoutAssets=false"_s.arg(one["id"_L1].toString())).object();
            }
        }
        return {};
    }

    KinframeProcess m_kinframe{QString(), Models::None};
    HttpClient m_client;
    QList<LocalFile> m_files;
    QMap<QByteArray, QString> m_ids; ///< of the files by their names
};

void ImmichGoTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    m_files = {{"one.jpg", madeJpeg(1), {}, u"Holiday"_s, u"trip/sea"_s},
               {"two.jpg", madeJpeg(2), {}, u"Holiday"_s, u"trip/sea"_s, false, true},
               {"three.jpg", madeJpeg(3), descriptionXmp("At the wall"), u"长城"_s},
               {"burst_1.jpg", madeJpeg(4)},
               {"burst_2.jpg", madeJpeg(5)},
               {"archived.jpg", madeJpeg(6), {}, {}, u"old"_s, true}};
}

/// The calls before every command.
void ImmichGoTest::open()
{
    QCOMPARE(m_client.get(u"/api/server/ping"_s).object().value("res"_L1).toString(), u"pong"_s);
    QVERIFY(!m_client.get(u"/api/users/me"_s).object().value("id"_L1).toString().isEmpty());
    QVERIFY(m_client.get(u"/api/server/media-types"_s).object().value("image"_L1).toArray().contains(u".jpg"_s));
    QVERIFY(m_client.get(u"/api/server/about"_s).object().value("version"_L1).toString().startsWith(u'v'));
}

void ImmichGoTest::command(const QString &word)
{
    for (const QString &queue : heldQueues) {
        const HttpAnswer answer = m_client.put(u"/api/jobs/"_s + queue, {{u"command"_s, word}, {u"force"_s, true}});
        QVERIFY2(answer.status == 200, answer.text().constData());
        QVERIFY(answer.object().contains("jobCounts"_L1));
    }
}

QList<QJsonObject> ImmichGoTest::searched(QJsonObject query, int size)
{
    QList<QJsonObject> all;
    for (int page = 1; page != 0;) {
        query.insert(u"page"_s, page);
        query.insert(u"size"_s, size);
        const HttpAnswer answer = m_client.post(u"/api/search/metadata"_s, query);
        const QJsonObject assets = answer.object().value("assets"_L1).toObject();
        if (answer.status != 200) {
            QTest::qFail(answer.text().constData(), __FILE__, __LINE__);
        }
        for (const QJsonValue item : assets.value("items"_L1).toArray()) {
            all << item.toObject();
        }
        page = assets.value("nextPage"_L1).toString().toInt();
    }
    return all;
}

/// All that is here, also archived, hidden and in the trash.
void ImmichGoTest::read(Index &index)
{
    const QString self = m_client.get(u"/api/users/me"_s).object().value("id"_L1).toString();
    for (const QString &visibility : {u"archive"_s, u"timeline"_s, u"hidden"_s}) {
        QJsonObject query{{u"withExif"_s, true}, {u"visibility"_s, visibility}, {u"order"_s, u"asc"_s}};
        QList<QJsonObject> found = searched(query, 2);
        query.insert(u"trashedAfter"_s, u"0001-01-01T00:00:00.000Z"_s);
        found += searched(query);
        for (const QJsonObject &one : std::as_const(found)) {
            const QString id = one.value("id"_L1).toString();
            QCOMPARE(one.value("ownerId"_L1).toString(), self);
            QVERIFY(one.value("libraryId"_L1).toString().isEmpty());
            QVERIFY(one.value("exifInfo"_L1)["fileSizeInByte"_L1].toDouble() > 0);
            // Two photos of the same bytes would end it.
            const QString checksum = one.value("checksum"_L1).toString();
            QCOMPARE(index.byChecksum.value(checksum, id), id);
            index.byChecksum.insert(checksum, id);
            index.assets.insert(id, one);
        }
    }
}

QString ImmichGoTest::upload(const LocalFile &file, const QString &expected)
{
    const QByteArray size = QByteArray::number(file.bytes.size());
    // A table without an order holds the fields there; the files come last.
    FormFields fields{{"visibility", file.isArchived ? "archive" : "timeline"},
                      {"deviceAssetId", file.name + '-' + size},
                      {"isReadOnly", "false"},
                      {"fileExtension", ".jpg"},
                      {"assetType", "image"},
                      {"fileModifiedAt", "2023-10-06T08:30:00.000Z"},
                      {"fileCreatedAt", "2023-10-06T06:30:00.000Z"},
                      {"duration", "00:00:00.000000"},
                      {"isFavorite", file.isFavorite ? "true" : "false"},
                      {"deviceId", "my-computer"},
                      {"assetData", file.bytes}};
    if (!file.sidecar.isEmpty()) {
        fields.append({"sidecarData", file.sidecar});
    }
    const HttpClient streaming = m_client.withHeaders({"Accept: application/json", "Transfer-Encoding: chunked",
                                                       "x-immich-checksum: " + sha1Of(file.bytes).toBase64()});
    const HttpAnswer answer = sendForm(streaming, fields, file.name);
    const QString status = answer.object().value("status"_L1).toString();
    if (status != expected || answer.status != (expected == "created"_L1 ? 201 : 200)) {
        QTest::qFail(answer.text().constData(), __FILE__, __LINE__);
    }
    return idOf(answer);
}

void ImmichGoTest::putIntoAlbum(const QString &title, const QStringList &ids)
{
    const QJsonObject known = album(title);
    const QJsonArray all = QJsonArray::fromStringList(ids);
    if (known.isEmpty()) {
        const HttpAnswer made = m_client.post(u"/api/albums"_s, {{u"albumName"_s, title},
                                                                 {u"description"_s, u"from the folder"_s},
                                                                 {u"shared"_s, false},
                                                                 {u"assetIds"_s, all}});
        QVERIFY2(made.status == 201, made.text().constData());
        QCOMPARE(made.object().value("description"_L1).toString(), u"from the folder"_s);
        return;
    }
    const HttpAnswer added =
        m_client.put(u"/api/albums/%1/assets"_s.arg(known.value("id"_L1).toString()), {{u"ids"_s, all}});
    QVERIFY2(added.status == 200 && added.array().size() == ids.size(), added.text().constData());
}

void ImmichGoTest::putTag(const QString &value, const QStringList &ids)
{
    const HttpAnswer made = m_client.put(u"/api/tags"_s, {{u"tags"_s, QJsonArray{value}}});
    QVERIFY2(made.status == 200 && made.array().size() == 1, made.text().constData());
    QCOMPARE(made.array().first()["value"_L1].toString(), value);
    const HttpAnswer tagged = m_client.put(u"/api/tags/%1/assets"_s.arg(made.array().first()["id"_L1].toString()),
                                           {{u"ids"_s, QJsonArray::fromStringList(ids)}});
    QVERIFY2(tagged.status == 200, tagged.text().constData());
    for (const QJsonValue one : tagged.array()) {
        QVERIFY2(one["success"_L1].toBool(), tagged.text().constData());
    }
}

void ImmichGoTest::aFolderIsUploaded()
{
    open();
    command(u"pause"_s);
    QCOMPARE(m_client.get(u"/api/assets/statistics"_s).object().value("total"_L1).toInt(-1), 0);
    Index index;
    read(index);
    QCOMPARE(index.assets.size(), 0);
    QMap<QString, QStringList> albums;
    QMap<QString, QStringList> tags;
    for (const LocalFile &file : std::as_const(m_files)) {
        const QString id = upload(file, u"created"_s);
        m_ids.insert(file.name, id);
        albums[file.album] << id;
        tags[file.tag] << id;
    }
    const HttpAnswer stack = m_client.post(
        u"/api/stacks"_s, {{u"assetIds"_s, QJsonArray{m_ids.value("burst_2.jpg"), m_ids.value("burst_1.jpg")}}});
    QVERIFY2(stack.status == 201, stack.text().constData());
    QCOMPARE(stack.object().value("primaryAssetId"_L1).toString(), m_ids.value("burst_2.jpg"));
    albums.remove(QString());
    tags.remove(QString());
    for (auto one = albums.cbegin(); one != albums.cend(); ++one) {
        putIntoAlbum(one.key(), one.value());
    }
    for (auto one = tags.cbegin(); one != tags.cend(); ++one) {
        putTag(one.key(), one.value());
    }
    // What came with metadata of its own is said besides.
    const HttpAnswer said = m_client.put(u"/api/assets/"_s + m_ids.value("one.jpg"),
                                         {{u"latitude"_s, 47.5},
                                          {u"longitude"_s, 8.25},
                                          {u"description"_s, u"The sea"_s},
                                          {u"rating"_s, 5},
                                          {u"dateTimeOriginal"_s, u"2023-10-06T08:29:00+02:00"_s}});
    QVERIFY2(said.status == 200, said.text().constData());
    command(u"resume"_s);
    QVERIFY(waitUntilIdle(m_client));

    QCOMPARE(album(u"Holiday"_s).value("assets"_L1).toArray().size(), 2);
    QCOMPARE(album(u"长城"_s).value("assets"_L1)[0]["id"_L1].toString(), m_ids.value("three.jpg"));
    const QJsonObject one = asset(m_ids.value("one.jpg"));
    QCOMPARE(one.value("tags"_L1)[0]["value"_L1].toString(), u"trip/sea"_s);
    QCOMPARE(one.value("exifInfo"_L1)["latitude"_L1].toDouble(), 47.5);
    QCOMPARE(one.value("exifInfo"_L1)["description"_L1].toString(), u"The sea"_s);
    QCOMPARE(one.value("fileCreatedAt"_L1).toString(), u"2023-10-06T06:29:00.000Z"_s);
    QVERIFY(asset(m_ids.value("two.jpg")).value("isFavorite"_L1).toBool());
    QCOMPARE(asset(m_ids.value("three.jpg")).value("exifInfo"_L1)["description"_L1].toString(), u"At the wall"_s);
    QCOMPARE(asset(m_ids.value("archived.jpg")).value("visibility"_L1).toString(), u"archive"_s);
    QCOMPARE(asset(m_ids.value("burst_1.jpg")).value("stack"_L1)["assetCount"_L1].toInt(), 2);
    for (const QString &queue : heldQueues) {
        QVERIFY(!m_client.get(u"/api/jobs"_s).object().value(queue)["queueStatus"_L1]["isPaused"_L1].toBool(true));
    }
}

void ImmichGoTest::theSecondRunUploadsNothing()
{
    open();
    command(u"pause"_s);
    Index index;
    read(index);
    QCOMPARE(index.assets.size(), m_files.size());
    for (const LocalFile &file : std::as_const(m_files)) {
        const QString checksum = QString::fromLatin1(sha1Of(file.bytes).toBase64());
        QCOMPARE(index.byChecksum.value(checksum), m_ids.value(file.name));
        QCOMPARE(index.assets.value(m_ids.value(file.name)).value("originalFileName"_L1).toString(),
                 QString::fromUtf8(file.name));
        if (!file.album.isEmpty()) {
            const QJsonArray inAlbum = album(file.album).value("assets"_L1).toArray();
            QVERIFY(std::any_of(inAlbum.begin(), inAlbum.end(), [&](const QJsonValue one) {
                return one["id"_L1].toString() == m_ids.value(file.name);
            }));
        }
    }
    command(u"resume"_s);
    // Without its index of what is here, it is told as well.
    QCOMPARE(upload(m_files.first(), u"duplicate"_s), m_ids.value("one.jpg"));
    QCOMPARE(m_client.get(u"/api/assets/statistics"_s).object().value("total"_L1).toInt(), m_files.size());
}

void ImmichGoTest::aBetterFileReplaces()
{
    const QString former = m_ids.value("one.jpg");
    LocalFile &file = m_files.first();
    file.bytes = madePng(100, "comment", QByteArray(5000, 'x'));
    file.name = "one.png";
    const QString better = upload(file, u"created"_s);
    const HttpAnswer copied = m_client.put(u"/api/assets/copy"_s, {{u"sourceId"_s, former},
                                                                   {u"targetId"_s, better},
                                                                   {u"albums"_s, true},
                                                                   {u"favorite"_s, true},
                                                                   {u"sharedLinks"_s, true},
                                                                   {u"sidecar"_s, true},
                                                                   {u"stack"_s, true}});
    QVERIFY2(copied.status == 204, copied.text().constData());
    const HttpAnswer deleted = m_client.send(
        "DELETE", u"/api/assets"_s, R"({"force":true,"ids":[")" + former.toLatin1() + "\"]}\n", "application/json");
    QVERIFY2(deleted.status == 204, deleted.text().constData());
    m_ids.remove("one.jpg");
    m_ids.insert(file.name, better);
    QVERIFY(waitUntilIdle(m_client));
    const QJsonObject now = asset(better);
    QCOMPARE(now.value("tags"_L1)[0]["value"_L1].toString(), u"trip/sea"_s);
    QCOMPARE(now.value("exifInfo"_L1)["description"_L1].toString(), u"The sea"_s);
    QCOMPARE(now.value("exifInfo"_L1)["rating"_L1].toInt(), 5);
    QCOMPARE(now.value("fileCreatedAt"_L1).toString(), u"2023-10-06T06:29:00.000Z"_s);
    QCOMPARE(album(u"Holiday"_s).value("assets"_L1).toArray().size(), 2);
    QCOMPARE(m_client.get(u"/api/assets/"_s + former).status, 400);
}

void ImmichGoTest::olderOnesReplaceInPlace()
{
    LocalFile &file = m_files[1];
    const QString former = m_ids.take(file.name);
    file.bytes = madePng(101, "comment", "better");
    file.name = "two.png";
    const auto replace = [&](const QString &id) {
        return m_client.send("PUT", u"/api/assets/%1/original"_s.arg(id),
                             immichForm(uploadFields(file.bytes, file.name), file.name), immichFormType());
    };
    QCOMPARE(replace(u"3fa85f64-5717-4562-b3fc-2c963f66afa6"_s).status, 400);
    const HttpAnswer replaced = replace(former);
    QVERIFY2(replaced.status == 200, replaced.text().constData());
    QCOMPARE(replaced.object().value("status"_L1).toString(), u"replaced"_s);
    m_ids.insert(file.name, idOf(replaced));
    QVERIFY(asset(former).value("isTrashed"_L1).toBool());
    QVERIFY(waitUntilIdle(m_client));
    QVERIFY(asset(idOf(replaced)).value("isFavorite"_L1).toBool());
    QCOMPARE(asset(idOf(replaced)).value("tags"_L1)[0]["value"_L1].toString(), u"trip/sea"_s);
    QCOMPARE(replace(former).object().value("status"_L1).toString(), u"duplicate"_s);
    // Nothing of it is lost.
    const HttpAnswer kept = m_client.get(u"/api/assets/%1/original"_s.arg(former));
    QVERIFY(kept.body == madeJpeg(2));
    const HttpAnswer emptied = m_client.post(u"/api/trash/empty"_s);
    QVERIFY2(emptied.object().value("count"_L1).toInt() == 1, emptied.text().constData());
}

void ImmichGoTest::theArchiveHasEverything()
{
    open();
    Index index;
    read(index);
    QCOMPARE(index.assets.size(), m_files.size());
    const HttpClient bytes = m_client.withHeaders({"Accept: application/octet-stream"});
    QSet<QByteArray> written;
    for (auto one = index.assets.cbegin(); one != index.assets.cend(); ++one) {
        const QJsonObject known = asset(one.key());
        const QByteArray name = known.value("originalFileName"_L1).toString().toUtf8();
        const auto file =
            std::find_if(m_files.cbegin(), m_files.cend(), [&](const LocalFile &local) { return local.name == name; });
        QVERIFY2(file != m_files.cend(), name.constData());
        const HttpAnswer original = bytes.get(u"/api/assets/%1/original"_s.arg(one.key()));
        QVERIFY(original.status == 200 && original.body == file->bytes);
        const QJsonArray albums = m_client.get(u"/api/albums?assetId="_s + one.key()).array();
        QCOMPARE(albums.size(), file->album.isEmpty() ? 0 : 1);
        QCOMPARE(albums.first()["albumName"_L1].toString(), file->album);
        written << name;
    }
    QCOMPARE(written.size(), m_files.size());
}

void ImmichGoTest::theArchiveIsFiltered()
{
    const auto count = [&](const QJsonObject &query) { return searched(query).size(); };
    QCOMPARE(count({{u"visibility"_s, u"archive"_s}}), 1);
    QCOMPARE(count({{u"visibility"_s, u"timeline"_s}, {u"isFavorite"_s, true}}), 1);
    QCOMPARE(count({{u"visibility"_s, u"timeline"_s}, {u"rating"_s, 5}}), 1);
    QCOMPARE(count({{u"visibility"_s, u"timeline"_s}, {u"isNotInAlbum"_s, true}}), 2);
    QCOMPARE(count({{u"albumIds"_s, QJsonArray{album(u"Holiday"_s).value("id"_L1)}}}), 2);
    QString tag;
    for (const QJsonValue one : m_client.get(u"/api/tags"_s).array()) {
        tag = one["value"_L1].toString() == "trip/sea"_L1 ? one["id"_L1].toString() : tag;
    }
    QCOMPARE(count({{u"tagIds"_s, QJsonArray{tag}}}), 2);
    const HttpAnswer makes = m_client.get(u"/api/search/suggestions?type=camera-make"_s);
    QVERIFY2(makes.status == 200, makes.text().constData());
    const QJsonObject people = m_client.get(u"/api/people?page=1&size=500"_s).object();
    QVERIFY(people.contains("people"_L1) && !people.value("hasNextPage"_L1).toBool());
}

void ImmichGoTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(ImmichGoTest)
#include "tst_immich_go.moc"

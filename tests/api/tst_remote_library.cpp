// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int photos = 1000;

QString pathOf(const QString &call)
{
    return u"/api/servers/attic"_s + call;
}

} // namespace

/// One Kinframe looks through the library of another and fetches it into its own.
class RemoteLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aServerIsAdded();
    void wrongWordsAreToldApart();
    void theMirrorHoldsWhatItHolds();
    void itsPicturesAreShown();
    void albumsAndPeopleAreLookedInto();
    void whatChangesThereComes();
    void allOfItComesHere();
    void theSecondTimeNothingComes();
    void theMirrorOutlivesAKill();
    void onlyAdminsMay();
    void itGoesWithItsSecrets();
    void aCertificateIsTrustedByItsFingerprint();
    void cleanupTestCase();

private:
    [[nodiscard]] bool syncAndWait();
    [[nodiscard]] QList<QJsonObject> mirrored(const QString &filter = {}) const;
    /// How many of the mirrored assets are here.
    [[nodiscard]] int countHere() const
    {
        return m_here.get(pathOf(u"/assets?limit=1&isHere=true"_s)).object().value("total"_L1).toInt();
    }

    QTemporaryDir m_files;
    QTemporaryDir m_gallery;
    std::unique_ptr<KinframeProcess> m_there;
    std::unique_ptr<KinframeProcess> m_our;
    HttpClient m_here;
    HttpClient m_far;
};

void RemoteLibraryTest::initTestCase()
{
    if (const QString missing = missingPhotos(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    qputenv("KINFRAME_DOWNLOADS", QFile::encodeName(m_gallery.path()));
    m_there = std::make_unique<KinframeProcess>(QString(), Models::None);
    m_our = std::make_unique<KinframeProcess>(QString(), Models::None);
    QVERIFY2(m_there->start(), m_there->log().constData());
    QVERIFY2(m_our->start(), m_our->log().constData());
    m_far = m_there->client();
    m_here = m_our->client();
    static_cast<void>(writeJpegs(m_files.path(), photos));
    // A live photo, and a video that belongs to none.
    for (const QString &name : {u"IMG_0728.JPG"_s, u"IMG_0728.MOV"_s}) {
        QVERIFY(QFile::copy(testPath(u"live/"_s + name), m_files.filePath(name)));
    }
    QByteArray clip = bytesOf(testPath(u"live/IMG_4580.MOV"_s));
    QVERIFY(clip.contains("quicktime.content.identifier"));
    clip.replace("quicktime.content.identifier", "quicktime.content.identifieX");
    QVERIFY(writeBytes(m_files.filePath(u"clip.mov"_s), clip));
    const QJsonObject imported = importAndWait(m_far, {m_files.path()});
    QCOMPARE(imported.value("state"_L1).toString(), u"done"_s);
}

bool RemoteLibraryTest::syncAndWait()
{
    if (m_here.post(pathOf(u"/sync"_s)).status != 202) {
        return false;
    }
    return waitUntil([this] {
        const QJsonObject mirror = m_here.get(pathOf({})).object().value("mirror"_L1).toObject();
        return mirror.contains("isSyncing"_L1) && !mirror.value("isSyncing"_L1).toBool();
    });
}

QList<QJsonObject> RemoteLibraryTest::mirrored(const QString &filter) const
{
    QList<QJsonObject> all;
    QString cursor;
    do {
        const QJsonObject page = m_here.get(pathOf(u"/assets?limit=300&cursor=%1%2"_s.arg(cursor, filter))).object();
        for (const QJsonValue item : page.value("items"_L1).toArray()) {
            all << item.toObject();
        }
        cursor = page.value("next"_L1).toString();
    } while (!cursor.isEmpty());
    return all;
}

void RemoteLibraryTest::aServerIsAdded()
{
    const HttpAnswer added = m_here.post(
        u"/api/servers"_s,
        {{u"name"_s, u"attic"_s}, {u"url"_s, m_there->url()}, {u"apiKey"_s, QString::fromLatin1(m_far.key())}});
    QVERIFY2(added.status == 201, added.text().constData());
    const QJsonObject server = added.object();
    QCOMPARE(server.value("url"_L1).toString(), m_there->url() + u"/api"_s);
    QCOMPARE(server.value("version"_L1).toString(), u"2.7.5"_s);
    QCOMPARE(server.value("mirror"_L1).toObject().value("state"_L1).toString(), u"never"_s);
    QVERIFY(!added.body.contains(m_far.key()));
    const HttpAnswer list = m_here.get(u"/api/servers"_s);
    QVERIFY(!list.body.contains(m_far.key()));
    // No keychain answers here, and so it is said where the key lies.
    const QJsonObject credentials = list.object().value("credentials"_L1).toObject();
    QCOMPARE(credentials.value("place"_L1).toString(), u"file"_s);
    QFile file(credentials.value("path"_L1).toString());
    QVERIFY(file.exists());
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    const HttpAnswer test = m_here.post(pathOf(u"/test"_s));
    QVERIFY2(test.status == 200, test.text().constData());
    QVERIFY(test.object().value("missing"_L1).toArray().isEmpty());
    QCOMPARE(m_here
                 .post(u"/api/servers"_s, {{u"name"_s, u"Attic"_s},
                                           {u"url"_s, m_there->url()},
                                           {u"apiKey"_s, QString::fromLatin1(m_far.key())}})
                 .status,
             409);
}

void RemoteLibraryTest::wrongWordsAreToldApart()
{
    const auto refused = [this](const QJsonObject &body) { return m_here.post(u"/api/servers"_s, body); };
    const HttpAnswer key = refused({{u"url"_s, m_there->url()}, {u"apiKey"_s, u"wrong"_s}, {u"name"_s, u"b"_s}});
    QCOMPARE(key.status, 400);
    QVERIFY2(key.message().contains(u"does not know this API key"_s), key.text().constData());
    const HttpAnswer word = refused({{u"url"_s, m_there->url()},
                                     {u"email"_s, u"nobody@example.org"_s},
                                     {u"password"_s, u"wrong"_s},
                                     {u"name"_s, u"b"_s}});
    QCOMPARE(word.status, 400);
    QVERIFY2(word.message().contains(u"does not know this e-mail address"_s), word.text().constData());
    const HttpAnswer nobody =
        refused({{u"url"_s, u"http://127.0.0.1:9"_s}, {u"apiKey"_s, u"k"_s}, {u"name"_s, u"b"_s}});
    QVERIFY2(nobody.message().contains(u"cannot be reached"_s), nobody.text().constData());
    const HttpAnswer address = refused({{u"url"_s, u"ftp://nas"_s}, {u"apiKey"_s, u"k"_s}});
    QCOMPARE(address.status, 400);
    QVERIFY2(address.message().contains(u"url"_s), address.text().constData());
    QCOMPARE(m_here.get(u"/api/servers/nobody"_s).status, 404);
}

void RemoteLibraryTest::theMirrorHoldsWhatItHolds()
{
    QVERIFY(syncAndWait());
    const QJsonObject mirror = m_here.get(pathOf({})).object().value("mirror"_L1).toObject();
    QVERIFY2(mirror.value("error"_L1).isNull(),
             qPrintable(mirror.value("error"_L1).toObject().value("message"_L1).toString()));
    QCOMPARE(mirror.value("state"_L1).toString(), u"whole"_s);
    QCOMPARE(mirror.value("assets"_L1).toInt(), photos + 2);
    const QList<QJsonObject> assets = mirrored();
    QSet<QString> ids;
    int live = 0;
    for (const QJsonObject &asset : assets) {
        ids.insert(asset.value("id"_L1).toString());
        live += asset.value("livePhotoVideoId"_L1).isNull() ? 0 : 1;
        QVERIFY(!asset.value("isHere"_L1).toBool());
    }
    QCOMPARE(ids.size(), photos + 2);
    QVERIFY(ids.contains(ownerAssetId(madeJpeg(17))));
    QCOMPARE(live, 1);
    QCOMPARE(mirrored(u"&type=VIDEO"_s).size(), 1);
    QCOMPARE(mirrored(u"&text=img_0728"_s).size(), 1);
}

void RemoteLibraryTest::itsPicturesAreShown()
{
    const QString id = ownerAssetId(madeJpeg(3));
    for (int times = 0; times < 2; ++times) {
        const HttpAnswer picture = m_here.get(pathOf(u"/assets/%1/thumbnail"_s.arg(id)));
        QVERIFY2(picture.status == 200, picture.text().constData());
        QVERIFY(picture.headers.value("content-type").startsWith("image/"));
    }
    QCOMPARE(m_here.get(pathOf(u"/assets/%1/thumbnail"_s.arg(ownerAssetId("nobody has this")))).status, 404);
}

void RemoteLibraryTest::albumsAndPeopleAreLookedInto()
{
    const QJsonArray members{ownerAssetId(madeJpeg(5)), ownerAssetId(madeJpeg(6))};
    const HttpAnswer made = m_far.post(u"/api/albums"_s, {{u"albumName"_s, u"Ulm"_s}, {u"assetIds"_s, members}});
    QVERIFY2(made.status == 201, made.text().constData());
    const HttpAnswer albums = m_here.get(pathOf(u"/albums"_s));
    const QJsonArray found = albums.object().value("items"_L1).toArray();
    QVERIFY2(found.size() == 1, albums.text().constData());
    const QJsonObject album = found.at(0).toObject();
    QCOMPARE(album.value("name"_L1).toString(), u"Ulm"_s);
    QCOMPARE(album.value("count"_L1).toInt(), 2);
    QSet<QString> inIt;
    for (const QJsonObject &asset : mirrored(u"&albumId="_s + album.value("id"_L1).toString())) {
        inIt.insert(asset.value("id"_L1).toString());
    }
    QCOMPARE(inIt, (QSet<QString>{members.at(0).toString(), members.at(1).toString()}));
    const HttpAnswer people = m_here.get(pathOf(u"/people"_s));
    QVERIFY2(people.status == 200 && people.object().value("items"_L1).toArray().isEmpty(), people.text().constData());
}

void RemoteLibraryTest::whatChangesThereComes()
{
    const QString gone = ownerAssetId(madeJpeg(1));
    const HttpAnswer removed = m_far.send(
        "DELETE", u"/api/assets"_s, "{\"ids\": [\"" + gone.toLatin1() + "\"], \"force\": true}", "application/json");
    QVERIFY2(removed.status / 100 == 2, removed.text().constData());
    QCOMPARE(m_far.upload(u"new.jpg"_s, madeJpeg(photos + 1)).status, 201);
    QVERIFY(waitUntilIdle(m_far));
    QVERIFY(syncAndWait());
    QSet<QString> ids;
    for (const QJsonObject &asset : mirrored()) {
        ids.insert(asset.value("id"_L1).toString());
    }
    QCOMPARE(ids.size(), photos + 2);
    QVERIFY(!ids.contains(gone));
    QVERIFY(ids.contains(ownerAssetId(madeJpeg(photos + 1))));
}

void RemoteLibraryTest::allOfItComesHere()
{
    const HttpAnswer asked = m_here.post(pathOf(u"/download"_s), {{u"all"_s, true}, {u"to"_s, u"library"_s}});
    QVERIFY2(asked.status == 202, asked.text().constData());
    QCOMPARE(asked.object().value("added"_L1).toInt(), photos + 3);
    const auto left = [this] {
        int unfinished = 0;
        for (const QString &status : {u"enqueued"_s, u"running"_s, u"waiting_to_retry"_s, u"paused"_s}) {
            unfinished +=
                m_here.get(u"/api/downloads?size=1&status="_s + status).object().value("total"_L1).toInt(100'000);
        }
        return unfinished;
    };
    QVERIFY(waitUntil([&] { return left() == 0; }));
    const QJsonObject complete = m_here.get(u"/api/downloads?size=1&status=complete"_s).object();
    QCOMPARE(complete.value("total"_L1).toInt(), photos + 3);
    QVERIFY(waitUntil([this] { return countHere() == photos + 2; }));
    QVERIFY(waitUntilIdle(m_here));
    // Byte for byte, and the live photo as one.
    const QString photo = ownerAssetId(bytesOf(testPath(u"live/IMG_0728.JPG"_s)));
    QVERIFY(!m_here.get(u"/api/assets/"_s + photo).object().value("livePhotoVideoId"_L1).toString().isEmpty());
    for (const int number : {0, 500, photos + 1}) {
        const HttpAnswer original = m_here.get(u"/api/assets/%1/original"_s.arg(ownerAssetId(madeJpeg(number))));
        QCOMPARE(original.body, madeJpeg(number));
    }
}

void RemoteLibraryTest::theSecondTimeNothingComes()
{
    QVERIFY(syncAndWait());
    QCOMPARE(mirrored(u"&isHere=true"_s).size(), photos + 2);
    QVERIFY(mirrored(u"&isHere=false"_s).isEmpty());
    const HttpAnswer asked = m_here.post(pathOf(u"/download"_s), {{u"all"_s, true}, {u"to"_s, u"library"_s}});
    QVERIFY2(asked.status == 202, asked.text().constData());
    QCOMPARE(asked.object().value("added"_L1).toInt(), 0);
    QCOMPARE(asked.object().value("alreadyHere"_L1).toInt(), photos + 3);
}

void RemoteLibraryTest::theMirrorOutlivesAKill()
{
    QCOMPARE(m_here.post(pathOf(u"/sync"_s)).status, 202);
    m_our->kill();
    QVERIFY2(m_our->start(), m_our->log().constData());
    m_here = m_our->client();
    QVERIFY(syncAndWait());
    QCOMPARE(mirrored().size(), photos + 2);
    QVERIFY(m_here.get(pathOf({})).object().value("mirror"_L1).toObject().value("error"_L1).isNull());
}

void RemoteLibraryTest::onlyAdminsMay()
{
    const HttpClient anybody = m_our->anybody();
    QCOMPARE(anybody.get(u"/api/servers"_s).status, 401);
    QCOMPARE(anybody.post(pathOf(u"/sync"_s)).status, 401);
    const HttpAnswer user = m_here.post(
        u"/api/admin/users"_s,
        {{u"email"_s, u"guest@example.org"_s}, {u"name"_s, u"Guest"_s}, {u"password"_s, u"a long word for it"_s}});
    QVERIFY2(user.status == 201, user.text().constData());
    const HttpAnswer session = anybody.post(
        u"/api/auth/login"_s, {{u"email"_s, u"guest@example.org"_s}, {u"password"_s, u"a long word for it"_s}});
    const QByteArray token = session.object().value("accessToken"_L1).toString().toLatin1();
    const HttpClient guest = anybody.withHeaders({"Authorization: Bearer " + token});
    QCOMPARE(guest.get(u"/api/servers"_s).status, 403);
    QCOMPARE(guest.post(pathOf(u"/download"_s), {{u"all"_s, true}}).status, 403);
}

void RemoteLibraryTest::itGoesWithItsSecrets()
{
    // By password, so that a session there has to end too.
    const HttpAnswer user = m_far.post(
        u"/api/admin/users"_s,
        {{u"email"_s, u"anna@example.org"_s}, {u"name"_s, u"Anna"_s}, {u"password"_s, u"a long word for it"_s}});
    QVERIFY2(user.status == 201, user.text().constData());
    const HttpAnswer added = m_here.post(u"/api/servers"_s, {{u"name"_s, u"anna's"_s},
                                                             {u"url"_s, m_there->url()},
                                                             {u"email"_s, u"anna@example.org"_s},
                                                             {u"password"_s, u"a long word for it"_s}});
    QVERIFY2(added.status == 201, added.text().constData());
    QVERIFY(!added.body.contains("a long word"));
    const HttpAnswer renamed =
        m_here.send("PATCH", u"/api/servers/anna's"_s, R"({"name": "Anna"})", "application/json");
    QVERIFY2(renamed.status == 200, renamed.text().constData());
    for (const QString &name : {u"Anna"_s, u"attic"_s}) {
        QCOMPARE(m_here.remove(u"/api/servers/"_s + name).status, 204);
    }
    QVERIFY(m_here.get(u"/api/servers"_s).object().value("items"_L1).toArray().isEmpty());
    const QByteArray left = bytesOf(m_our->data() + u"/credentials"_s);
    QVERIFY2(left.simplified() == "{ }" || left.simplified() == "{}", left.constData());
}

/// A Kinframe in a home shows a certificate that it made itself.
void RemoteLibraryTest::aCertificateIsTrustedByItsFingerprint()
{
    QVERIFY(m_there->stop());
    QVERIFY2(m_there->start({u"--tls"_s}), m_there->log().constData());
    QJsonObject wanted{
        {u"name"_s, u"safe"_s}, {u"url"_s, m_there->url()}, {u"apiKey"_s, QString::fromLatin1(m_far.key())}};
    const HttpAnswer refused = m_here.post(u"/api/servers"_s, wanted);
    QCOMPARE(refused.status, 503);
    static const QRegularExpression form(u"(?:[0-9A-F]{2}:){31}[0-9A-F]{2}"_s);
    const QString fingerprint = form.match(refused.message()).captured();
    QVERIFY2(!fingerprint.isEmpty(), refused.text().constData());
    wanted.insert(u"fingerprint"_s, fingerprint);
    const HttpAnswer added = m_here.post(u"/api/servers"_s, wanted);
    QVERIFY2(added.status == 201, added.text().constData());
    QCOMPARE(m_here.post(u"/api/servers/safe/test"_s).status, 200);
    // Another certificate than this one is refused.
    const QString other = (fingerprint.startsWith(u'A') ? u'B' : u'A') + fingerprint.mid(1);
    const QByteArray body = QJsonDocument(QJsonObject{{u"fingerprint"_s, other}}).toJson();
    QCOMPARE(m_here.send("PATCH", u"/api/servers/safe"_s, body, "application/json").status, 503);
}

void RemoteLibraryTest::cleanupTestCase()
{
    if (m_our && m_there) {
        QVERIFY2(m_our->stop(), m_our->log().constData());
        QVERIFY2(m_there->stop(), m_there->log().constData());
    }
}

QTEST_GUILESS_MAIN(RemoteLibraryTest)
#include "tst_remote_library.moc"

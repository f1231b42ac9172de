// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/people_state.h"
#include "api/test_data.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Files that are more than a picture: live photos, videos, HEIC and raw files, and those that stay where they are.
class LiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void halvesOfALivePhotoAreOne_data();
    void halvesOfALivePhotoAreOne();
    void motionPhotoHidesItsVideo();
    void videosHaveFaces();
    void heifIsShownOrHonestlyRefused_data();
    void heifIsShownOrHonestlyRefused();
    void rawFileHasAThumbnail();
    void fileInPlaceStaysUntouched();
    void changedFileInPlaceKeepsItsId();
    void movedFileInPlaceIsReported();
    void cleanupTestCase();

private:
    [[nodiscard]] QString upload(const QString &file) const
    {
        const HttpAnswer added = m_client.upload(file.section(u'/', -1), bytesOf(testPath(file)));
        return added.object().value("id"_L1).toString();
    }
    [[nodiscard]] bool hasPicture(const QString &id) const
    {
        const HttpAnswer thumbnail = m_client.get(u"/api/asset/%1/thumbnail"_s.arg(id));
        return thumbnail.status == 200 && thumbnail.body.size() > 200;
    }

    QTemporaryDir m_folder;
    KinframeProcess m_kinframe;
    HttpClient m_client;
};

void LiveTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
}

void LiveTest::halvesOfALivePhotoAreOne_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("picture first") << u"live/IMG_0728.JPG"_s << u"live/IMG_0728.MOV"_s;
    QTest::newRow("video first") << u"live/IMG_4580.MOV"_s << u"live/IMG_4580.HEIC"_s;
}

void LiveTest::halvesOfALivePhotoAreOne()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QStringList ids;
    for (const QString &file : {first, second}) {
        ids << upload(file);
        QVERIFY(!waitForPhoto(m_client, ids.last()).isEmpty());
    }
    const bool isVideoFirst = first.endsWith("MOV"_L1);
    const QString picture = isVideoFirst ? ids[1] : ids[0];
    const QString video = isVideoFirst ? ids[0] : ids[1];
    QVERIFY(waitUntilIdle(m_client));
    const HttpAnswer photo = m_client.get(u"/api/asset/"_s + picture);
    QCOMPARE(photo.object().value("livePhotoVideoId"_L1).toString(), video);
    QCOMPARE(photo.object().value("visibility"_L1).toString(), u"timeline"_s);
    const HttpAnswer hidden = m_client.get(u"/api/asset/"_s + video);
    QCOMPARE(hidden.object().value("visibility"_L1).toString(), u"hidden"_s);
    QCOMPARE(hidden.object().value("type"_L1).toString(), u"VIDEO"_s);
}

void LiveTest::motionPhotoHidesItsVideo()
{
    const QString id = upload(u"live/samsung-one-ui-6.heic"_s);
    const QJsonObject photo = waitForPhoto(m_client, id);
    QVERIFY(waitUntilIdle(m_client));
    if (photo.value("status"_L1).toString() == "failed"_L1) {
        QVERIFY2(photo.value("error"_L1).toString().contains("libheif"_L1),
                 qPrintable(photo.value("error"_L1).toString()));
        QSKIP("The installed libheif is too old for this file.");
    }
    const QString video = m_client.get(u"/api/asset/"_s + id).object().value("livePhotoVideoId"_L1).toString();
    QVERIFY(!video.isEmpty());
    QCOMPARE(m_client.get(u"/api/asset/"_s + video).object().value("visibility"_L1).toString(), u"hidden"_s);
    const HttpAnswer bytes = m_client.get(u"/api/asset/%1/original"_s.arg(video));
    QCOMPARE(bytes.status, 200);
    QVERIFY(bytes.headers.value("content-type").startsWith("video/"));
    QVERIFY(bytes.body.mid(4, 4) == "ftyp");
}

void LiveTest::videosHaveFaces()
{
    const QString id = upload(u"video/short_hamilton_clip.mp4"_s);
    const QJsonObject video = waitForPhoto(m_client, id);
    QCOMPARE(video.value("status"_L1).toString(), u"done"_s);
    QCOMPARE(video.value("type"_L1).toString(), u"VIDEO"_s);
    QVERIFY(video.value("duration"_L1).toString() != "0:00:00.00000"_L1);
    QVERIFY(!video.value("faces"_L1).toArray().isEmpty());
    QVERIFY(hasPicture(id));
    const QJsonObject nature = waitForPhoto(m_client, upload(u"video/Jellyfish.mov"_s));
    QCOMPARE(nature.value("faces"_L1), QJsonValue(QJsonArray()));
}

void LiveTest::heifIsShownOrHonestlyRefused_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : testFiles(u"heic"_s)) {
        QTest::addRow("%s", qPrintable(file.section(u'/', -1))) << QString(u"heic/"_s + file.section(u'/', -1));
    }
}

void LiveTest::heifIsShownOrHonestlyRefused()
{
    QFETCH(QString, file);
    const QString id = upload(file);
    const QJsonObject photo = waitForPhoto(m_client, id);
    if (photo.value("status"_L1).toString() == "done"_L1) {
        QVERIFY(hasPicture(id));
        QVERIFY(photo.value("width"_L1).toInt() > 0);
    } else {
        const QString error = photo.value("error"_L1).toString();
        QVERIFY2(error.contains("is kept, but the installed "_L1) && error.contains("or newer can."_L1),
                 qPrintable(error));
    }
}

void LiveTest::rawFileHasAThumbnail()
{
    const QString id = upload(u"raw/canon_eos_6d.dng"_s);
    const QJsonObject photo = waitForPhoto(m_client, id);
    QVERIFY2(photo.value("status"_L1).toString() == "done"_L1, qPrintable(photo.value("error"_L1).toString()));
    QVERIFY(hasPicture(id));
    // Of the picture itself, not of the smaller one within the file that is shown.
    QCOMPARE(photo.value("width"_L1).toInt(), 1224);
    QCOMPARE(photo.value("height"_L1).toInt(), 816);
}

void LiveTest::fileInPlaceStaysUntouched()
{
    const QString path = writeJpegs(m_folder.filePath(u"untouched"_s), 1, 1).first();
    const QByteArray bytes = bytesOf(path);
    const QDateTime modified = QFileInfo(path).lastModified();
    const qsizetype blobs = filesBelow(m_kinframe.data() + u"/blobs"_s).size();
    const QJsonObject run = importAndWait(m_client, {m_folder.filePath(u"untouched"_s)}, true);
    QCOMPARE(run.value("added"_L1).toInt(), 1);
    const QString id = ownerAssetId(bytes);
    QCOMPARE(waitForPhoto(m_client, id).value("status"_L1).toString(), u"done"_s);
    QVERIFY(m_client.get(u"/api/asset/%1/original"_s.arg(id)).body == bytes);
    QVERIFY(hasPicture(id));
    QVERIFY(bytesOf(path) == bytes);
    QCOMPARE(QFileInfo(path).lastModified(), modified);
    QCOMPARE(filesBelow(m_folder.filePath(u"untouched"_s)).size(), 1);
    QCOMPARE(filesBelow(m_kinframe.data() + u"/blobs"_s).size(), blobs);
    QCOMPARE(importAndWait(m_client, {path}, true).value("duplicates"_L1).toInt(), 1);
}

void LiveTest::changedFileInPlaceKeepsItsId()
{
    const QString path = writeJpegs(m_folder.filePath(u"changed"_s), 1, 2).first();
    const QString id = ownerAssetId(bytesOf(path));
    QCOMPARE(importAndWait(m_client, {path}, true).value("added"_L1).toInt(), 1);
    const QString checksum = m_client.get(u"/api/asset/"_s + id).object().value("checksum"_L1).toString();
    const QByteArray edited = madeJpeg(3);
    QVERIFY(writeBytes(path, edited));
    const QJsonObject again = importAndWait(m_client, {path}, true);
    QCOMPARE(again.value("failed"_L1).toInt(), 0);
    const QJsonObject photo = m_client.get(u"/api/asset/"_s + id).object();
    QVERIFY(photo.value("checksum"_L1).toString() != checksum);
    QVERIFY(m_client.get(u"/api/asset/%1/original"_s.arg(id)).body == edited);
    QCOMPARE(m_client.get(u"/api/asset/"_s + ownerAssetId(edited)).status, 404);
}

void LiveTest::movedFileInPlaceIsReported()
{
    const QString path = writeJpegs(m_folder.filePath(u"moved"_s), 1, 4).first();
    const QByteArray bytes = bytesOf(path);
    const QString id = ownerAssetId(bytes);
    QCOMPARE(importAndWait(m_client, {path}, true).value("added"_L1).toInt(), 1);
    const QString there = m_folder.filePath(u"moved/elsewhere.jpg"_s);
    QVERIFY(QFile::rename(path, there));
    const HttpAnswer gone = m_client.get(u"/api/asset/%1/original"_s.arg(id));
    QVERIFY2(gone.status == 404, gone.text().constData());
    QVERIFY(!gone.body.contains(m_folder.path().toUtf8()));
    // Its picture and its people stay, and given again where it is now it is found again.
    QVERIFY(hasPicture(id));
    QCOMPARE(importAndWait(m_client, {there}, true).value("added"_L1).toInt(), 0);
    QVERIFY(m_client.get(u"/api/asset/%1/original"_s.arg(id)).body == bytes);
}

void LiveTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(LiveTest)
#include "tst_live_files.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/test_data.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// The bytes of photos over HTTP: originals and thumbnails, in parts, again, and only their heads.
class PhotoFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void originalIsTheVeryFile();
    void headSaysWhatGetWould_data();
    void headSaysWhatGetWould();
    void partsOfTheOriginal_data();
    void partsOfTheOriginal();
    void severalPartsAtOnce();
    void partBeyondTheEndIsRefused();
    void changedFileComesWholeInsteadOfAPart();
    void unchangedFilesAreNotSentAgain_data();
    void unchangedFilesAreNotSentAgain();
    void thumbnailsHaveTheirSizes_data();
    void thumbnailsHaveTheirSizes();
    void unknownThumbnailSizeIsRefused();
    void cleanupTestCase();

private:
    [[nodiscard]] QString original() const { return u"/api/assets/%1/original"_s.arg(m_id); }
    [[nodiscard]] HttpAnswer part(const QByteArray &range, const QList<QByteArray> &more = {}) const
    {
        return m_client.withHeaders(QList<QByteArray>{"Range: " + range} + more).get(original());
    }

    [[nodiscard]] int longestSide() const
    {
        const QJsonObject photo = m_client.get(u"/api/asset/"_s + m_id).object();
        return std::max(photo.value("width"_L1).toInt(), photo.value("height"_L1).toInt());
    }

    KinframeProcess m_kinframe;
    HttpClient m_client;
    QByteArray m_bytes;
    QString m_id;
};

void PhotoFilesTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    m_bytes = bytesOf(testPath(u"groups/wedding.jpg"_s));
    QVERIFY(m_bytes.size() > 10'000);
    const HttpAnswer added = m_client.upload(u"die Hochzeit “2010”.jpg"_s, m_bytes);
    QVERIFY2(added.status == 201, added.text().constData());
    m_id = added.object().value("id"_L1).toString();
    QCOMPARE(waitForPhoto(m_client, m_id).value("status"_L1).toString(), u"done"_s);
}

void PhotoFilesTest::originalIsTheVeryFile()
{
    for (const QString &path : {original(), u"/api/asset/%1/original"_s.arg(m_id)}) {
        const HttpAnswer answer = m_client.get(path);
        QVERIFY2(answer.status == 200, answer.text().constData());
        QVERIFY(answer.body == m_bytes);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("image/jpeg"));
        QCOMPARE(answer.headers.value("content-length"), QByteArray::number(m_bytes.size()));
        QCOMPARE(answer.headers.value("accept-ranges"), QByteArray("bytes"));
        QVERIFY(answer.headers.value("content-disposition").contains("filename"));
    }
}

void PhotoFilesTest::headSaysWhatGetWould_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/original", "/thumbnail", "/thumbnail?size=preview"}) {
        QTest::newRow(path) << QString::fromLatin1(path);
    }
}

void PhotoFilesTest::headSaysWhatGetWould()
{
    QFETCH(QString, path);
    const HttpAnswer head = m_client.head(u"/api/assets/"_s + m_id + path);
    const HttpAnswer get = m_client.get(u"/api/assets/"_s + m_id + path);
    QVERIFY2(head.status == 200 && get.status == 200, get.text().constData());
    QVERIFY(head.body.isEmpty());
    QCOMPARE(head.headers.value("content-length"), QByteArray::number(get.body.size()));
    for (const char *name : {"content-type", "etag", "accept-ranges"}) {
        QCOMPARE(head.headers.value(name), get.headers.value(name));
    }
}

void PhotoFilesTest::partsOfTheOriginal_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last"); // -1: the end
    QTest::newRow("start") << QByteArray("bytes=0-99") << qint64(0) << qint64(99);
    QTest::newRow("one byte") << QByteArray("bytes=500-500") << qint64(500) << qint64(500);
    QTest::newRow("to the end") << QByteArray("bytes=1000-") << qint64(1000) << qint64(-1);
    QTest::newRow("beyond the end") << QByteArray("bytes=1000-99999999999") << qint64(1000) << qint64(-1);
}

void PhotoFilesTest::partsOfTheOriginal()
{
    QFETCH(QByteArray, range);
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    const qint64 end = last < 0 ? m_bytes.size() - 1 : last;
    const HttpAnswer answer = part(range);
    QVERIFY2(answer.status == 206, answer.text().constData());
    QVERIFY(answer.body == m_bytes.mid(first, end - first + 1));
    const QString expected = u"bytes %1-%2/%3"_s.arg(first).arg(end).arg(m_bytes.size());
    QCOMPARE(answer.headers.value("content-range"), expected.toLatin1());
}

void PhotoFilesTest::severalPartsAtOnce()
{
    const HttpAnswer answer = part("bytes=0-9,100-109,-10");
    QVERIFY2(answer.status == 206, answer.text().constData());
    QVERIFY(answer.headers.value("content-type").startsWith("multipart/byteranges; boundary="));
    QVERIFY(answer.body.contains(m_bytes.first(10)));
    QVERIFY(answer.body.contains(m_bytes.mid(100, 10)));
    QVERIFY(answer.body.contains(m_bytes.last(10)));
}

void PhotoFilesTest::partBeyondTheEndIsRefused()
{
    const HttpAnswer answer = part("bytes=" + QByteArray::number(m_bytes.size()) + "-");
    QVERIFY2(answer.status == 416, answer.text().constData());
    QCOMPARE(answer.headers.value("content-range"), QByteArray("bytes */" + QByteArray::number(m_bytes.size())));
}

void PhotoFilesTest::changedFileComesWholeInsteadOfAPart()
{
    const QByteArray tag = m_client.head(original()).headers.value("etag");
    QCOMPARE(part("bytes=0-9", {"If-Range: " + tag}).status, 206);
    const HttpAnswer changed = part("bytes=0-9", {"If-Range: \"another\""});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.body == m_bytes);
}

void PhotoFilesTest::unchangedFilesAreNotSentAgain_data()
{
    headSaysWhatGetWould_data();
}

void PhotoFilesTest::unchangedFilesAreNotSentAgain()
{
    QFETCH(QString, path);
    const QString url = u"/api/assets/"_s + m_id + path;
    const QByteArray tag = m_client.get(url).headers.value("etag");
    QVERIFY(tag.startsWith('"') && tag.size() > 10);
    for (const QByteArray &known : {tag, QByteArray("\"other\", W/" + tag), QByteArray("*")}) {
        const HttpAnswer answer = m_client.withHeaders({"If-None-Match: " + known}).get(url);
        QVERIFY2(answer.status == 304, answer.text().constData());
        QVERIFY(answer.body.isEmpty());
    }
    QCOMPARE(m_client.withHeaders({"If-None-Match: \"other\""}).get(url).status, 200);
}

void PhotoFilesTest::thumbnailsHaveTheirSizes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("longest");
    QTest::newRow("usual") << QString() << 256;
    QTest::newRow("thumbnail") << u"?size=thumbnail"_s << 256;
    QTest::newRow("preview") << u"?size=preview"_s << 1440;
}

void PhotoFilesTest::thumbnailsHaveTheirSizes()
{
    QFETCH(QString, query);
    QFETCH(int, longest);
    const HttpAnswer answer = m_client.get(u"/api/assets/%1/thumbnail"_s.arg(m_id) + query);
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QByteArray type = answer.headers.value("content-type");
    QVERIFY(type == "image/jpeg" || type == "image/webp");
    QVERIFY(type == "image/webp" ? answer.body.startsWith("RIFF") : answer.body.startsWith("\xff\xd8"));
    const cv::Mat coded(1, static_cast<int>(answer.body.size()), CV_8UC1, const_cast<char *>(answer.body.data()));
    const cv::Mat picture = cv::imdecode(coded, cv::IMREAD_COLOR);
    QCOMPARE(std::max(picture.cols, picture.rows), std::min(longest, longestSide()));
}

void PhotoFilesTest::unknownThumbnailSizeIsRefused()
{
    const HttpAnswer answer = m_client.get(u"/api/assets/%1/thumbnail?size=huge"_s.arg(m_id));
    QVERIFY2(answer.status == 400, answer.text().constData());
    QVERIFY(answer.message().contains("size"_L1) && answer.message().contains("huge"_L1));
}

void PhotoFilesTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(PhotoFilesTest)
#include "tst_photo_files.moc"

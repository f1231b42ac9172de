// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"

#include <QFileInfo>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Files for renders in pieces, by tus: broken off, gone on with, checked.
class RenderTusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBrokenUploadGoesOnAfterAKill();
    void aCheckedPieceCountsOnlyWhole();
    void theNextPieceGoesWhereTheLastEnded();
    void aWrongWholeFileIsNotStored();
    void tusSaysWhatItCan();
    void tusIsHeldToItsRules();
    void anUploadIsGivenUp();
    void cleanupTestCase();

private:
    /// Sends the head of a PATCH that promises `size` bytes, and the first of them.
    [[nodiscard]] bool sendPart(QTcpSocket &socket, const QString &upload, qsizetype size, const QByteArray &bytes,
                                const QByteArray &more = {}) const;

    KinframeProcess m_kinframe;
    HttpClient m_owner;
};

void RenderTusTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
}

bool RenderTusTest::sendPart(QTcpSocket &socket, const QString &upload, qsizetype size, const QByteArray &bytes,
                             const QByteArray &more) const
{
    const QUrl url(m_kinframe.url());
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected()) {
        return false;
    }
    socket.write("PATCH " + upload.toLatin1() + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() +
                 "\r\nx-api-key: " + m_owner.key() +
                 "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n" +
                 more + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + bytes);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten()) {
            return false;
        }
    }
    return true;
}

void RenderTusTest::aBrokenUploadGoesOnAfterAKill()
{
    const QByteArray bytes = madeBytes(4'000'000, 10);
    const QByteArray metadata = "filename " + QByteArray("wolf.ma").toBase64() + ",hash " + md5Of(bytes).toBase64() +
                                ",path " + QByteArray("projects/eve/狼.ma").toBase64();
    const QString upload = beginTus(m_owner, bytes.size(), metadata);
    QVERIFY(!upload.isEmpty());
    QCOMPARE(offsetOf(m_owner, upload), 0);
    QTcpSocket socket;
    constexpr qsizetype half = 2'000'000;
    QVERIFY(sendPart(socket, upload, bytes.size(), bytes.first(half)));
    QVERIFY(waitUntil([&] { return offsetOf(m_owner, upload) == half; }));
    m_kinframe.kill();
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    const HttpAnswer state = m_owner.withHeaders({"Tus-Resumable: 1.0.0"}).head(upload);
    QCOMPARE(state.headers.value("upload-offset").toLongLong(), half);
    QCOMPARE(state.headers.value("upload-length").toLongLong(), bytes.size());
    QCOMPARE(state.headers.value("upload-metadata"), metadata);
    QCOMPARE(state.headers.value("cache-control"), QByteArray("no-store"));
    QVERIFY(state.headers.contains("upload-expires"));
    const HttpAnswer rest = sendPiece(m_owner, upload, half, bytes.sliced(half));
    QVERIFY2(rest.status == 204, rest.text().constData());
    QCOMPARE(rest.headers.value("upload-offset").toLongLong(), bytes.size());
    QCOMPARE(rest.headers.value("x-file-hash"), md5Of(bytes));
    const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(bytes))}}};
    const QJsonValue existing = dataOf(m_owner.post(u"/api/files/check-hashes"_s, asked)).value("existing"_L1);
    QCOMPARE(existing[0]["asset_id"_L1].toInt(), rest.headers.value("x-asset-id").toInt());
    // Who has not heard the last answer asks again.
    QCOMPARE(offsetOf(m_owner, upload), bytes.size());
    QVERIFY(filesBelow(m_kinframe.data() + u"/uploads"_s).isEmpty());
}

void RenderTusTest::aCheckedPieceCountsOnlyWhole()
{
    const QByteArray bytes = madeBytes(2'000'000, 11);
    const QByteArray checksum = "Upload-Checksum: sha256 " + QByteArray::fromHex(sha256Of(bytes).toLatin1()).toBase64();
    const QString upload = beginTus(m_owner, bytes.size());
    QTcpSocket socket;
    QVERIFY(sendPart(socket, upload, bytes.size(), bytes.first(1'000'000), checksum + "\r\n"));
    const QString file = m_kinframe.data() + u"/uploads/"_s + upload.section(u'/', -1);
    QVERIFY(waitUntil([&] { return QFileInfo(file).size() == 1'000'000; }));
    QCOMPARE(offsetOf(m_owner, upload), 0);
    m_kinframe.kill();
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    QCOMPARE(offsetOf(m_owner, upload), 0);
    const HttpAnswer wrong = sendPiece(m_owner, upload, 0, bytes.chopped(1) + 'x', {checksum});
    QCOMPARE(wrong.status, 460);
    QCOMPARE(offsetOf(m_owner, upload), 0);
    const HttpAnswer right = sendPiece(m_owner, upload, 0, bytes, {checksum});
    QVERIFY2(right.status == 204, right.text().constData());
    QCOMPARE(right.headers.value("x-file-hash"), md5Of(bytes));
}

void RenderTusTest::theNextPieceGoesWhereTheLastEnded()
{
    const QByteArray bytes = madeBytes(1'000, 12);
    const QString upload = beginTus(m_owner, bytes.size());
    QCOMPARE(sendPiece(m_owner, upload, 10, bytes).status, 409);
    QCOMPARE(sendPiece(m_owner, upload, 0, bytes.first(400)).headers.value("upload-offset"), QByteArray("400"));
    const HttpAnswer again = sendPiece(m_owner, upload, 0, bytes.first(400));
    QCOMPARE(again.status, 409);
    QCOMPARE(again.headers.value("tus-resumable"), QByteArray("1.0.0"));
    QCOMPARE(again.object().value("code"_L1).toInt(), 3000);
    QCOMPARE(sendPiece(m_owner, upload, 400, bytes).status, 413);
    QCOMPARE(offsetOf(m_owner, upload), 400);
    QCOMPARE(sendPiece(m_owner, upload, 400, {}).status, 204);
    QCOMPARE(sendPiece(m_owner, upload, 400, bytes.sliced(400)).headers.value("x-file-hash"), md5Of(bytes));
    QCOMPARE(sendPiece(m_owner, upload, 1'000, "x").status, 409);
}

void RenderTusTest::aWrongWholeFileIsNotStored()
{
    const QByteArray bytes = madeBytes(1'000, 13);
    const QByteArray hash = "hash " + QByteArray(32, '1').toBase64();
    const QString upload = beginTus(m_owner, bytes.size(), hash);
    const HttpAnswer answer = sendPiece(m_owner, upload, 0, bytes);
    QCOMPARE(answer.status, 400);
    QCOMPARE(wrongFieldsOf(answer), QStringList{u"hash"_s});
    QCOMPARE(offsetOf(m_owner, upload), -1);
    QVERIFY(!QFile::exists(m_kinframe.data() + u"/uploads/"_s + upload.section(u'/', -1)));
}

void RenderTusTest::tusSaysWhatItCan()
{
    const HttpAnswer answer = m_kinframe.anybody().send("OPTIONS", u"/api/files/tus"_s);
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.headers.value("tus-version"), QByteArray("1.0.0"));
    QCOMPARE(answer.headers.value("tus-extension"),
             QByteArray("creation,creation-with-upload,checksum,termination,expiration"));
    QCOMPARE(answer.headers.value("tus-checksum-algorithm"), QByteArray("md5,sha1,sha256"));
    QVERIFY(answer.headers.value("tus-max-size").toLongLong() > 0);
}

void RenderTusTest::tusIsHeldToItsRules()
{
    const auto create = [&](const QList<QByteArray> &headers, const QByteArray &body = {},
                            const QByteArray &type = "application/offset+octet-stream") {
        return m_owner.withHeaders(headers).send("POST", u"/api/files/tus"_s, body,
                                                 body.isEmpty() ? QByteArray() : type);
    };
    const QByteArray ours = "Tus-Resumable: 1.0.0";
    const HttpAnswer other = create({"Tus-Resumable: 0.2.0", "Upload-Length: 1"});
    QCOMPARE(other.status, 412);
    QCOMPARE(other.headers.value("tus-version"), QByteArray("1.0.0"));
    QCOMPARE(create({"Upload-Length: 1"}).status, 412);
    QCOMPARE(create({ours}).status, 400);
    QCOMPARE(create({ours, "Upload-Length: -1"}).status, 400);
    QCOMPARE(create({ours, "Upload-Length: x"}).status, 400);
    // As much as may be is refused only where the disk has no room for it.
    const int largest = create({ours, "Upload-Length: 17179869184"}).status;
    QVERIFY2(largest == 201 || largest == 507, qPrintable(QString::number(largest)));
    QCOMPARE(create({ours, "Upload-Length: 17179869185"}).status, 413);
    QCOMPARE(create({ours, "Upload-Length: 1", "Upload-Metadata: filename ???"}).status, 400);
    QCOMPARE(create({ours, "Upload-Length: 1", "Upload-Metadata: path Li4v"}).status, 400);
    QCOMPARE(create({ours, "Upload-Length: 3"}, "abc", "text/plain").status, 415);
    const HttpAnswer whole = create({ours, "Upload-Length: 3"}, "abc");
    QVERIFY2(whole.status == 201, whole.text().constData());
    QCOMPARE(whole.headers.value("upload-offset"), QByteArray("3"));
    QCOMPARE(whole.headers.value("x-file-hash"), md5Of("abc"));
    QVERIFY(whole.headers.value("location").startsWith(QByteArray(m_kinframe.url().toLatin1() + "/api/files/tus/")));
    QVERIFY(create({ours, "Upload-Length: 0"}).headers.contains("x-asset-id"));
    const qsizetype before = filesBelow(m_kinframe.data() + u"/uploads"_s).size();
    QCOMPARE(create({ours, "Upload-Length: 2"}, "abc").status, 413);
    const HttpAnswer part = create({ours, "Upload-Length: 9"}, "abc");
    QCOMPARE(part.status, 201);
    QCOMPARE(offsetOf(m_owner, QUrl(QString::fromLatin1(part.headers.value("location"))).path()), 3);
    QCOMPARE(filesBelow(m_kinframe.data() + u"/uploads"_s).size(), before + 1);
    const QString upload = beginTus(m_owner, 10);
    QCOMPARE(m_owner.withHeaders({ours, "Upload-Offset: 0"}).send("PATCH", upload, "x", "text/plain").status, 415);
    QCOMPARE(sendPiece(m_owner, upload, 0, "x", {"Upload-Checksum: crc32 AAAA"}).status, 400);
    const HttpAnswer overridden = m_owner.withHeaders({ours, "Upload-Offset: 0", "X-HTTP-Method-Override: PATCH"})
                                      .send("POST", upload, "xy", "application/offset+octet-stream");
    QCOMPARE(overridden.headers.value("upload-offset"), QByteArray("2"));
}

void RenderTusTest::anUploadIsGivenUp()
{
    const QString upload = beginTus(m_owner, 10);
    QCOMPARE(sendPiece(m_owner, upload, 0, "abc").status, 204);
    const HttpClient tus = m_owner.withHeaders({"Tus-Resumable: 1.0.0"});
    QCOMPARE(tus.remove(upload).status, 204);
    QCOMPARE(tus.remove(upload).status, 404);
    QCOMPARE(offsetOf(m_owner, upload), -1);
    QCOMPARE(sendPiece(m_owner, upload, 3, "d").status, 404);
    QVERIFY(!QFile::exists(m_kinframe.data() + u"/uploads/"_s + upload.section(u'/', -1)));
}

void RenderTusTest::cleanupTestCase()
{
    QVERIFY(m_kinframe.stop());
}

QTEST_GUILESS_MAIN(RenderTusTest)
#include "tst_render_tus.moc"

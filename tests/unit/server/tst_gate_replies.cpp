// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include "server/http/conditional.h"
#include "support/patience.h"

#include <QTemporaryFile>
#include <QTest>

#include <zlib.h>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at) {
        bytes[at] = char(at * 7 + at / 251);
    }
    return bytes;
}

QString unzipped(const QByteArray &packed)
{
    QByteArray plain(1'000'000, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(plain.size());
    const int outcome = inflate(&stream, Z_FINISH);
    plain.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return outcome == Z_STREAM_END ? QString::fromUtf8(plain) : u"broken"_s;
}

/// Gives the numbers from 1 on, each on a line, until `count`.
Reply::Pull numbers(int count)
{
    return [count, next = 1]() mutable -> Result<QByteArray> {
        QByteArray piece;
        for (int line = 0; line < 100 && next <= count; ++line) {
            piece += QByteArray::number(next++) + '\n';
        }
        return piece;
    };
}

} // namespace

class GateRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void filesOfAllSizes_data();
    void filesOfAllSizes();
    void headOfAFile();
    void oneRange_data();
    void oneRange();
    void severalRanges();
    void conditions_data();
    void conditions();
    void downloadNamesAreSafe();
    void aMissingFileIs404WithoutItsPath();
    void aFileThatShrinksBreaksOff();
    void streamsAreChunked();
    void streamsArePackedWhereAsked();
    void streamsOfAKnownLengthTellIt();
    void streamsToOldClientsEndByClosing();
    void aFailingStreamIsNotMistakenForAWholeOne();
    void largeBytesArriveWhole();
    void bytesWithAnEtagMayBeUnchanged();

private:
    [[nodiscard]] QString write(const QByteArray &bytes);
    [[nodiscard]] Route fileRoute(const FileBody &body) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_files = 0;
};

void GateRepliesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString GateRepliesTest::write(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(QString::number(m_files++)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return {};
    }
    return file.fileName();
}

Route GateRepliesTest::fileRoute(const FileBody &body) const
{
    return openRoute("GET", "/file", [body](const Request &) { return Reply::file(body); });
}

void GateRepliesTest::filesOfAllSizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 1000, 16 * 1024, 16 * 1024 + 1, 300'000, 30'000'000}) {
        QTest::addRow("%d", size) << size;
    }
}

void GateRepliesTest::filesOfAllSizes()
{
    QFETCH(int, size);
    const QByteArray bytes = pattern(size);
    const Gate gate({fileRoute({.path = write(bytes), .contentType = "image/x"})});
    RawClient client = gate.client();
    for (int time = 0; time < 2; ++time) {
        const Answer answer = client.ask(get("/file"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), "image/x");
        QCOMPARE(answer.header("accept-ranges"), "bytes");
        QCOMPARE(answer.header("content-length").toInt(), size);
        QVERIFY(answer.body == bytes);
    }
}

void GateRepliesTest::headOfAFile()
{
    const Gate gate({fileRoute({.path = write(pattern(5000)), .etag = "\"a\""})});
    RawClient client = gate.client();
    const Answer answer = client.ask("HEAD /file HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-length"), "5000");
    QCOMPARE(client.ask(get("/file")).body, pattern(5000));
}

void GateRepliesTest::oneRange_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("length");
    QTest::newRow("first bytes") << QByteArray("Range: bytes=0-9\r\n") << 206 << 0 << 10;
    QTest::newRow("to the end") << QByteArray("Range: bytes=99990-\r\n") << 206 << 99'990 << 10;
    QTest::newRow("last bytes") << QByteArray("Range: bytes=-5\r\n") << 206 << 99'995 << 5;
    QTest::newRow("large") << QByteArray("Range: bytes=1-99998\r\n") << 206 << 1 << 99'998;
    QTest::newRow("past the end") << QByteArray("Range: bytes=100000-\r\n") << 416 << 0 << 0;
    QTest::newRow("broken") << QByteArray("Range: bytes=b\r\n") << 200 << 0 << 100'000;
    QTest::newRow("same etag") << QByteArray("Range: bytes=0-9\r\nIf-Range: \"a\"\r\n") << 206 << 0 << 10;
    QTest::newRow("other etag") << QByteArray("Range: bytes=0-9\r\nIf-Range: \"b\"\r\n") << 200 << 0 << 100'000;
}

void GateRepliesTest::oneRange()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    QFETCH(int, first);
    QFETCH(int, length);
    const QByteArray bytes = pattern(100'000);
    const Gate gate({fileRoute({.path = write(bytes), .etag = "\"a\""})});
    RawClient client = gate.client();
    const Answer answer = client.ask(get("/file", headers));
    QCOMPARE(answer.status, status);
    QVERIFY(answer.body == bytes.mid(first, length));
    const QByteArray range = status == 416   ? QByteArray("bytes */100000")
                             : status == 206 ? QByteArray("bytes " + QByteArray::number(first) + '-' +
                                                          QByteArray::number(first + length - 1) + "/100000")
                                             : QByteArray();
    QCOMPARE(answer.header("content-range"), range);
    QCOMPARE(client.ask(get("/file")).body.size(), 100'000);
}

void GateRepliesTest::severalRanges()
{
    const QByteArray bytes = pattern(100'000);
    const Gate gate({fileRoute({.path = write(bytes), .contentType = "image/x"})});
    const Answer answer = gate.ask(get("/file", "Range: bytes=0-9, 50000-50099, -1\r\n"));
    QCOMPARE(answer.status, 206);
    QVERIFY(answer.isWhole);
    const QByteArray type = answer.header("content-type");
    QVERIFY(type.startsWith("multipart/byteranges; boundary="));
    QVERIFY(answer.body.contains(QByteArray("\r\n\r\n" + bytes.first(10) + "\r\n--")));
    QVERIFY(answer.body.contains("Content-Range: bytes 50000-50099/100000"));
    QVERIFY(answer.body.contains(QByteArray("\r\n\r\n" + bytes.mid(50'000, 100) + "\r\n--")));
    QVERIFY(answer.body.contains(QByteArray("\r\n\r\n" + bytes.last(1) + "\r\n--")));
}

void GateRepliesTest::conditions_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("same") << QByteArray("If-None-Match: \"a\"\r\n") << 304;
    QTest::newRow("weak") << QByteArray("If-None-Match: \"x\", W/\"a\"\r\n") << 304;
    QTest::newRow("other") << QByteArray("If-None-Match: \"b\"\r\n") << 200;
    QTest::newRow("not since") << QByteArray("If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n") << 304;
    QTest::newRow("since") << QByteArray("If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT\r\n") << 200;
    QTest::newRow("etag wins") << QByteArray(
                                      "If-None-Match: \"b\"\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
                               << 200;
    QTest::newRow("match fails") << QByteArray("If-Match: \"b\"\r\n") << 412;
}

void GateRepliesTest::conditions()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    const Gate gate({fileRoute({.path = write("hello"), .etag = "\"a\"", .modifiedMs = 784'111'777'000})});
    RawClient client = gate.client();
    const Answer answer = client.ask(get("/file", header));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("etag"), "\"a\"");
    QCOMPARE(answer.header("last-modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(answer.header("cache-control"), "private, no-cache");
    QCOMPARE(answer.body, status == 200 ? "hello" : "");
    QCOMPARE(client.ask(get("/file")).body, "hello");
}

void GateRepliesTest::downloadNamesAreSafe()
{
    const Gate gate({fileRoute({.path = write("hello"), .downloadName = u"a\"b\r\nX: ü.jpg"_s})});
    const Answer answer = gate.ask(get("/file"));
    QCOMPARE(answer.header("content-disposition"),
             "attachment; filename=\"a_b__X: _.jpg\"; filename*=UTF-8''a%22b%0D%0AX%3A%20%C3%BC.jpg");
    QVERIFY(answer.header("x").isEmpty());
}

void GateRepliesTest::aMissingFileIs404WithoutItsPath()
{
    const Gate gate({fileRoute({.path = m_folder->filePath(u"secret-place"_s)})});
    const Answer answer = gate.ask(get("/file"));
    QCOMPARE(answer.status, 404);
    QVERIFY(!answer.body.contains("secret-place"));
}

void GateRepliesTest::aFileThatShrinksBreaksOff()
{
    const QString path = write(pattern(50'000'000));
    const Gate gate({fileRoute({.path = path})});
    RawClient client = gate.client();
    // Not read at first: the server cannot have sent more than what fits between.
    client.socket().setReadBufferSize(1000);
    client.send(get("/file"));
    QVERIFY(client.socket().waitForReadyRead(tests::patienceMs));
    QVERIFY(QFile::resize(path, 1000));
    client.socket().setReadBufferSize(0);
    const Answer answer = client.receive();
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.isWhole);
}

void GateRepliesTest::streamsAreChunked()
{
    for (const Place place : {Place::Inline, Place::Pool}) {
        Route route =
            openRoute("GET", "/numbers", [](const Request &) { return Reply::stream(numbers(50'000), "text/plain"); });
        route.place = place;
        const Gate gate({route});
        RawClient client = gate.client();
        const Answer answer = client.ask(get("/numbers"));
        QCOMPARE(answer.header("transfer-encoding"), "chunked");
        QCOMPARE(answer.header("vary"), "Accept-Encoding");
        QCOMPARE(answer.body.count('\n'), 50'000);
        QVERIFY(answer.body.endsWith("\n50000\n"));
        const Answer head = client.ask("HEAD /numbers HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(head.status, 200);
        QCOMPARE(client.ask(get("/numbers")).body.count('\n'), 50'000);
    }
}

void GateRepliesTest::streamsArePackedWhereAsked()
{
    Route route =
        openRoute("GET", "/numbers", [](const Request &) { return Reply::stream(numbers(50'000), "text/plain"); });
    Route picture =
        openRoute("GET", "/picture", [](const Request &) { return Reply::stream(numbers(10), "image/jpeg"); });
    const Gate gate({route, picture});
    const Answer packed = gate.ask(get("/numbers", "Accept-Encoding: br, gzip\r\n"));
    QCOMPARE(packed.header("content-encoding"), "gzip");
    const QString text = unzipped(packed.body);
    QCOMPARE(text.count(u'\n'), 50'000);
    QVERIFY(gate.ask(get("/picture", "Accept-Encoding: gzip\r\n")).header("content-encoding").isEmpty());
}

void GateRepliesTest::streamsOfAKnownLengthTellIt()
{
    constexpr qint64 length = 288'894;
    const Gate gate({openRoute(
        "GET", "/numbers", [](const Request &) { return Reply::sizedStream(numbers(50'000), length, "text/plain"); })});
    RawClient client = gate.client();
    for (int i = 0; i < 2; ++i) { // The connection goes on.
        const Answer answer = client.ask(get("/numbers", "Accept-Encoding: gzip\r\n"));
        QCOMPARE(answer.header("content-length"), QByteArray::number(length));
        QVERIFY(answer.header("transfer-encoding").isEmpty());
        QVERIFY(answer.header("content-encoding").isEmpty());
        QCOMPARE(answer.body.size(), length);
        QVERIFY(answer.body.endsWith("\n50000\n"));
    }
}

void GateRepliesTest::streamsToOldClientsEndByClosing()
{
    const Gate gate(
        {openRoute("GET", "/numbers", [](const Request &) { return Reply::stream(numbers(5'000), "text/plain"); })});
    const Answer answer = gate.ask("GET /numbers HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QCOMPARE(answer.header("connection"), "close");
    QVERIFY(answer.header("transfer-encoding").isEmpty());
    QCOMPARE(answer.body.count('\n'), 5'000);
}

void GateRepliesTest::aFailingStreamIsNotMistakenForAWholeOne()
{
    const auto failing = [](bool throws) {
        return [throws](const Request &) {
            return Reply::stream(
                [throws, count = 0]() mutable -> Result<QByteArray> {
                    if (++count < 3) {
                        return QByteArray("piece");
                    }
                    if (throws) {
                        throw std::runtime_error("no more");
                    }
                    return fail(ErrorCode::DatabaseFailed);
                },
                "text/plain");
        };
    };
    Route pool = openRoute("GET", "/throws", failing(true));
    pool.place = Place::Pool;
    const Gate gate({openRoute("GET", "/fails", failing(false)), pool});
    for (const QByteArray path : {"/fails", "/throws"}) {
        const Answer answer = gate.ask(get(path));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "broken chunks");
    }
}

void GateRepliesTest::largeBytesArriveWhole()
{
    const QByteArray bytes = pattern(20'000'000);
    const Gate gate({openRoute("GET", "/bytes", [bytes](const Request &) { return Reply::bytes(bytes, "a/b"); })});
    QVERIFY(gate.ask(get("/bytes")).body == bytes);
}

void GateRepliesTest::bytesWithAnEtagMayBeUnchanged()
{
    const Gate gate({openRoute("GET", "/bytes", [](const Request &) {
        Reply reply = Reply::text(u"hello"_s);
        reply.setEtag(strongEtag("a"));
        return reply;
    })});
    QCOMPARE(gate.ask(get("/bytes", "If-None-Match: \"a\"\r\n")).status, 304);
    QCOMPARE(gate.ask(get("/bytes", "If-None-Match: \"b\"\r\n")).body, "hello");
}

QTEST_GUILESS_MAIN(GateRepliesTest)
#include "tst_gate_replies.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<Route> routes()
{
    Route echo =
        openRoute("POST", "/echo", [](const Request &request) { return Reply::bytes(request.body(), "text/plain"); });
    echo.body = BodyKind::Text;
    return {echo, openRoute("GET", "/hello", [](const Request &) { return Reply::text(u"hello"_s); })};
}

QByteArray head(const QByteArray &lines, const QByteArray &requestLine = "POST /echo HTTP/1.1")
{
    return requestLine + "\r\nHost: localhost\r\n" + lines + "\r\n";
}

} // namespace

class GateFramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void accepted_data();
    void accepted();
    void arrivesByteByByte();
    void limitsOfTheHead();
    void chunkedBodiesHaveTheSameLimit();
    void bodiesMayBeRefusedWhileTheyCome();
    void expectContinueIsAnsweredOnceTheHeadIsGood();
    void theAnswerArrivesThoughTheBodyIsRefused();
};

void GateFramingTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray smuggled = "0\r\n\r\nGET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";
    QTest::newRow("length and chunked") << head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + smuggled
                                        << 400;
    QTest::newRow("chunked and length") << head("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + smuggled
                                        << 400;
    QTest::newRow("two lengths") << head("Content-Length: 5\r\nContent-Length: 6\r\n") + "hello!" << 400;
    QTest::newRow("the same length twice") << head("Content-Length: 5\r\nContent-Length: 5\r\n") + "hello" << 400;
    QTest::newRow("a list of lengths") << head("Content-Length: 5, 5\r\n") + "hello" << 400;
    QTest::newRow("negative length") << head("Content-Length: -5\r\n") + "hello" << 400;
    QTest::newRow("length with a plus") << head("Content-Length: +5\r\n") + "hello" << 400;
    QTest::newRow("length in hex") << head("Content-Length: 0x5\r\n") + "hello" << 400;
    QTest::newRow("huge length") << head("Content-Length: 99999999999999999999\r\n") << 400;
    QTest::newRow("length past int64") << head("Content-Length: 18446744073709551615\r\n") << 400;
    QTest::newRow("xchunked") << head("Transfer-Encoding: xchunked\r\n") + smuggled << 501;
    QTest::newRow("gzip, chunked") << head("Transfer-Encoding: gzip, chunked\r\n") + smuggled << 501;
    QTest::newRow("chunked, gzip") << head("Transfer-Encoding: chunked, gzip\r\n") + smuggled << 501;
    QTest::newRow("chunked twice") << head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + smuggled
                                   << 400;
    QTest::newRow("identity") << head("Transfer-Encoding: identity\r\nContent-Length: 5\r\n") + "hello" << 400;
    QTest::newRow("chunked in 1.0") << head("Transfer-Encoding: chunked\r\n", "POST /echo HTTP/1.0") + smuggled << 400;
    QTest::newRow("folded header") << head("X-A: one\r\n two\r\n") << 400;
    QTest::newRow("folded with a tab") << head("Transfer-Encoding:\r\n\tchunked\r\n") + smuggled << 400;
    QTest::newRow("space before the colon") << head("Content-Length : 5\r\n") + "hello" << 400;
    QTest::newRow("header without colon") << head("Content-Length 5\r\n") << 400;
    QTest::newRow("header without name") << head(": 5\r\n") << 400;
    QTest::newRow("NUL in a header") << head(QByteArray("X-A: a\0b\r\n", 10)) << 400;
    QTest::newRow("bare LF") << QByteArray("GET /hello HTTP/1.1\nHost: localhost\n\n") << 400;
    QTest::newRow("one bare LF") << head("X-A: b\nX-C: d\r\n") << 400;
    QTest::newRow("bare CR") << head("X-A: b\rX-C: d\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET /hello HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << head("Host: localhost\r\n", "GET /hello HTTP/1.1") << 400;
    QTest::newRow("broken host") << QByteArray("GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n") << 400;
    QTest::newRow("no path") << head("", "GET hello HTTP/1.1") << 400;
    QTest::newRow("fragment") << head("", "GET /hello#a HTTP/1.1") << 400;
    QTest::newRow("another host in the URL") << head("", "GET http://evil.test/hello HTTP/1.1") << 400;
    QTest::newRow("two spaces") << head("", "GET  /hello HTTP/1.1") << 400;
    QTest::newRow("no version") << head("", "GET /hello") << 400;
    QTest::newRow("version 2") << head("", "GET /hello HTTP/2.0") << 505;
    QTest::newRow("version 0.9") << head("", "GET /hello HTTP/0.9") << 505;
    QTest::newRow("unknown method") << head("", "BREW /hello HTTP/1.1") << 501;
    QTest::newRow("lower case method") << head("", "get /hello HTTP/1.1") << 501;
    QTest::newRow("CONNECT") << head("", "CONNECT localhost:80 HTTP/1.1") << 501;
    QTest::newRow("TRACE") << head("", "TRACE /hello HTTP/1.1") << 501;
    QTest::newRow("TLS on a plain port") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) << 400;
    QTest::newRow("unknown expectation") << head("Expect: miracles\r\nContent-Length: 1\r\n") << 417;
    QTest::newRow("packed body") << head("Content-Encoding: gzip\r\nContent-Length: 5\r\n") + "hello" << 415;
    QTest::newRow("chunk size") << head("Transfer-Encoding: chunked\r\n") + "zz\r\nhello\r\n0\r\n\r\n" << 400;
    QTest::newRow("negative chunk") << head("Transfer-Encoding: chunked\r\n") + "-1\r\nhello\r\n0\r\n\r\n" << 400;
    QTest::newRow("huge chunk") << head("Transfer-Encoding: chunked\r\n") + "fffffffffffffffff\r\nhello\r\n0\r\n\r\n"
                                << 400;
    QTest::newRow("chunk too long") << head("Transfer-Encoding: chunked\r\n") + "2\r\nhello\r\n0\r\n\r\n" << 400;
    QTest::newRow("endless chunk extension")
        << head("Transfer-Encoding: chunked\r\n") + "5;" + QByteArray(40'000, 'a') << 400;
    QTest::newRow("endless trailers") << head("Transfer-Encoding: chunked\r\n") + "0\r\n" +
                                             QByteArray("X-Trailer: aaaa\r\n").repeated(3000)
                                      << 400;
}

void GateFramingTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Gate gate(routes());
    RawClient client = gate.client();
    const Answer answer = client.ask(bytes);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.isWhole);
    QCOMPARE(answer.header("connection"), "close");
    QCOMPARE(answer.header("content-type"), "application/json");
    // What was smuggled behind is not answered.
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.read(1), "");
}

void GateFramingTest::accepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << head("", "GET /hello HTTP/1.1") << QByteArray("hello");
    QTest::newRow("blank lines before") << "\r\n\r\n" + head("", "GET /hello HTTP/1.1") << QByteArray("hello");
    QTest::newRow("absolute URL") << head("", "GET http://localhost/hello HTTP/1.1") << QByteArray("hello");
    QTest::newRow("no length") << head("") << QByteArray("");
    QTest::newRow("length 0") << head("Content-Length: 0\r\n") << QByteArray("");
    QTest::newRow("chunked, other case") << head("transfer-encoding:  Chunked \r\n") + chunked("abc", 2)
                                         << QByteArray("abc");
    QTest::newRow("chunk extensions and trailers")
        << head("Transfer-Encoding: chunked\r\n") + "3;a=b;c=\"d\"\r\nabc\r\n0;e\r\nX-Trailer: 1\r\n\r\n"
        << QByteArray("abc");
    QTest::newRow("unread body") << QByteArray("GET /hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")
                                 << QByteArray("hello");
    QTest::newRow("text that is not ASCII") << head("X-A: \xc3\xa4\r\n", "GET /hello HTTP/1.1") << QByteArray("hello");
}

void GateFramingTest::accepted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const Gate gate(routes());
    RawClient client = gate.client();
    // Twice: nothing of the first may be left in the way of the second.
    for (int time = 0; time < 2; ++time) {
        const Answer answer = client.ask(bytes);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, body);
    }
}

void GateFramingTest::arrivesByteByByte()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char byte : QByteArray(head("Transfer-Encoding: chunked\r\n") + chunked("hello world", 3))) {
        client.send(QByteArray(1, byte));
    }
    QCOMPARE(client.receive().body, "hello world");
}

void GateFramingTest::limitsOfTheHead()
{
    const Gate gate(routes());
    const auto status = [&](const QByteArray &bytes) { return gate.ask(bytes).status; };
    QCOMPARE(status(get("/hello?a=" + QByteArray(16'000, 'x'))), 200);
    QCOMPARE(status(get("/hello?a=" + QByteArray(16 * 1024, 'x'))), 414);
    QCOMPARE(status("GET /" + QByteArray(100'000, 'x')), 414);
    QCOMPARE(status(get("/hello", "X-A: " + QByteArray(32'000, 'x') + "\r\n")), 200);
    QCOMPARE(status(get("/hello", "X-A: " + QByteArray(33'000, 'x') + "\r\n")), 431);
    QCOMPARE(status(get("/hello", "X-A: " + QByteArray(100'000, 'x'))), 431);
    // With the Host header that is 100, then 101.
    QCOMPARE(status(get("/hello", QByteArray("X-A: b\r\n").repeated(99))), 200);
    QCOMPARE(status(get("/hello", QByteArray("X-A: b\r\n").repeated(100))), 431);
}

void GateFramingTest::chunkedBodiesHaveTheSameLimit()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.limits.jsonBytes = 1000; });
    const QByteArray begin = head("Transfer-Encoding: chunked\r\n");
    QCOMPARE(gate.ask(begin + chunked(QByteArray(1000, 'x'), 100)).status, 200);
    QCOMPARE(gate.ask(begin + chunked(QByteArray(1001, 'x'), 100)).status, 413);
    QCOMPARE(gate.ask(post("/echo", QByteArray(1000, 'x'))).status, 200);
    QCOMPARE(gate.ask(post("/echo", QByteArray(1001, 'x'))).status, 413);
}

void GateFramingTest::bodiesMayBeRefusedWhileTheyCome()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.limits.unusedBytes = 10; });
    RawClient client = gate.client();
    const Answer answer = client.ask("GET /hello HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                     chunked(QByteArray(100, 'x'), 5));
    QCOMPARE(answer.status, 413);
    QVERIFY(client.isClosedByServer());
}

void GateFramingTest::expectContinueIsAnsweredOnceTheHeadIsGood()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    client.send(head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
    QVERIFY(client.read(25).startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("hello");
    QCOMPARE(client.receive().body, "hello");

    RawClient refusedClient = gate.client();
    const Answer refusal = refusedClient.ask(head("Content-Length: 99999999\r\nExpect: 100-continue\r\n"));
    QCOMPARE(refusal.status, 413);
    QCOMPARE(refusedClient.continues(), 0);

    RawClient eager = gate.client();
    QCOMPARE(eager.ask(head("Content-Length: 5\r\nExpect: 100-Continue\r\n") + "hello").body, "hello");
}

void GateFramingTest::theAnswerArrivesThoughTheBodyIsRefused()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    // Much more than the buffers between hold: without reading on, closing would reset the connection.
    client.send(head("Content-Length: 50000000\r\n"));
    for (int piece = 0; piece < 50 && client.socket().state() == QAbstractSocket::ConnectedState; ++piece) {
        client.socket().write(QByteArray(1'000'000, 'x'));
        client.socket().waitForBytesWritten(1000);
    }
    QCOMPARE(client.receive().status, 413);
}

QTEST_GUILESS_MAIN(GateFramingTest)
#include "tst_gate_framing.moc"

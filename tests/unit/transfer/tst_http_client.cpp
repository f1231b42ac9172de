// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/client_fixture.h"
#include "support/patience.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

Answer redirectTo(const QByteArray &location, int status = 302)
{
    Answer answer = withBody("moved");
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPage();
    void whatIsSent();
    void aBodyThatIsSent();
    void anyStatusIsAnAnswer();
    void packedBodiesAreUnpacked_data();
    void packedBodiesAreUnpacked();
    void inPieces();
    void tooLong();
    void redirects();
    void tooManyRedirects();
    void redirectToAFile();
    void redirectToAnotherServer();
    void endlessRedirectPage();
    void headerFlood();
    void brokenOff_data();
    void brokenOff();
    void nobodyThere();
    void notAWebServer();
    void silence();
    void theWholeTakesTooLong();
    void notAnAddress_data();
    void notAnAddress();
    void headersOfSeveralLines();
    void throughAProxy();

private:
    FaultServer m_server;
};

void TestHttpClient::initTestCase()
{
    withoutProxies();
}

void TestHttpClient::aPage()
{
    Answer answer = withBody(testBytes(300'000));
    answer.etag = "\"v1\"";
    m_server.serve("/page", {answer});
    HttpClient client;
    const auto got = client.fetch(get(m_server.url("/page")), answerLimit).get();
    QVERIFY(got);
    QCOMPARE(got->head.status, 200);
    QCOMPARE(got->head.header("etag"), QByteArray("\"v1\""));
    QCOMPARE(got->head.contentLength(), std::optional<qint64>(300'000));
    QCOMPARE(got->head.url, m_server.url("/page"));
    QVERIFY(got->body == answer.body);
}

void TestHttpClient::whatIsSent()
{
    m_server.serve("/sent?q=a%20b", {withBody("x")});
    HttpClient client;
    HttpRequest request = get(m_server.url("/sent?q=a%20b#part"));
    request.headers = {{"x-api-key", "secret"}, {"X-Empty", ""}};
    QVERIFY(client.fetch(request, answerLimit).get());
    const Asked asked = m_server.asked("/sent?q=a%20b").at(0);
    QCOMPARE(asked.method, QByteArray("GET"));
    QCOMPARE(asked.header("x-api-key"), QByteArray("secret"));
    QVERIFY(!asked.header("X-Empty").isNull());
    QCOMPARE(asked.header("User-Agent"), QByteArray("Kinframe/" KINFRAME_VERSION));
    QCOMPARE(asked.header("Accept-Encoding"), QByteArray("identity"));
}

void TestHttpClient::aBodyThatIsSent()
{
    m_server.serve("/post", {withBody("ok")});
    HttpClient client;
    HttpRequest request = get(m_server.url("/post"));
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QByteArray(100'000, 'j');
    for (const QByteArray method : {"POST", "PUT", "DELETE"}) {
        request.method = method;
        QVERIFY(client.fetch(request, answerLimit).get());
        const Asked asked = m_server.asked("/post").back();
        QCOMPARE(asked.method, method);
        QCOMPARE(asked.body, request.body);
        QCOMPARE(asked.header("Content-Type"), QByteArray("application/json"));
    }
    request.method = "HEAD";
    request.body.clear();
    const auto head = client.fetch(request, answerLimit).get();
    QVERIFY(head);
    QCOMPARE(head->head.contentLength(), std::optional<qint64>(2));
    QVERIFY(head->body.isEmpty());
}

void TestHttpClient::anyStatusIsAnAnswer()
{
    Answer answer = withBody("{\"message\":\"no\"}");
    answer.status = 418;
    m_server.serve("/teapot", {answer});
    HttpClient client;
    const auto got = client.fetch(get(m_server.url("/teapot")), answerLimit).get();
    QVERIFY(got);
    QCOMPARE(got->head.status, 418);
    QCOMPARE(got->body, answer.body);
}

void TestHttpClient::packedBodiesAreUnpacked_data()
{
    QTest::addColumn<bool>("asked");
    QTest::newRow("asked for") << true;
    QTest::newRow("not asked for") << false;
}

void TestHttpClient::packedBodiesAreUnpacked()
{
    QFETCH(bool, asked);
    Answer answer = withBody(QByteArray(200'000, 'z'));
    answer.gzip = true;
    m_server.serve("/packed", {answer});
    HttpClient client;
    HttpRequest request = get(m_server.url("/packed"));
    request.compressed = asked;
    const auto got = client.fetch(request, answerLimit).get();
    QVERIFY(got);
    QVERIFY(got->head.encoded());
    QCOMPARE(got->body, answer.body);
    QCOMPARE(m_server.asked("/packed").at(0).header("Accept-Encoding").contains("gzip"), asked);
}

void TestHttpClient::inPieces()
{
    Answer answer = withBody(testBytes(100'000));
    answer.chunked = true;
    m_server.serve("/chunked", {answer});
    HttpClient client;
    const auto got = client.fetch(get(m_server.url("/chunked")), answerLimit).get();
    QVERIFY(got);
    QVERIFY(got->body == answer.body);
}

void TestHttpClient::tooLong()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.endless = true;
    m_server.serve("/endless", {answer});
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/endless")), 100'000).get()), ErrorCode::RemoteInvalid);
}

void TestHttpClient::redirects()
{
    m_server.serve("/r1", {redirectTo("/r2", 301)});
    m_server.serve("/r2", {redirectTo(m_server.url("/r3").toEncoded(), 307)});
    m_server.serve("/r3", {withBody("here")});
    HttpClient client;
    HttpRequest request = get(m_server.url("/r1"));
    request.headers = {{"Authorization", "Bearer t"}};
    int heads = 0;
    const auto got = client.fetch(request, answerLimit).get();
    QVERIFY(got);
    QCOMPARE(got->body, QByteArray("here"));
    QCOMPARE(got->head.url, m_server.url("/r3"));
    // The same server may know who asks.
    QCOMPARE(m_server.asked("/r3").at(0).header("Authorization"), QByteArray("Bearer t"));
    std::promise<void> done;
    HttpHandlers handlers;
    handlers.head = [&](const HttpHead &head) -> Result<void> {
        heads += head.status;
        return {};
    };
    handlers.done = [&](const Result<HttpHead> &) { done.set_value(); };
    client.send(request, handlers);
    done.get_future().wait();
    QCOMPARE(heads, 200);
}

void TestHttpClient::tooManyRedirects()
{
    m_server.serve("/loop", {redirectTo("/loop")});
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/loop")), answerLimit).get()), ErrorCode::RemoteInvalid);
    QCOMPARE(m_server.requests("/loop"), 6);
    HttpRequest none = get(m_server.url("/loop"));
    none.maxRedirects = 0;
    QVERIFY(!client.fetch(none, answerLimit).get());
    QCOMPARE(m_server.requests("/loop"), 7);
}

void TestHttpClient::redirectToAFile()
{
    m_server.serve("/file", {redirectTo("file:///etc/hostname")});
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/file")), answerLimit).get()), ErrorCode::RemoteInvalid);
}

void TestHttpClient::redirectToAnotherServer()
{
    FaultServer other;
    other.serve("/there", {withBody("there")});
    m_server.serve("/away", {redirectTo(other.url("/there").toEncoded())});
    HttpClient client;
    HttpRequest request = get(m_server.url("/away"));
    request.url.setUserInfo(u"me:word"_s);
    request.headers = {{"x-api-key", "secret"}, {"Cookie", "c=1"}, {"Accept", "image/*"}};
    const auto got = client.fetch(request, answerLimit).get();
    QVERIFY(got);
    QCOMPARE(got->body, QByteArray("there"));
    QCOMPARE(m_server.asked("/away").at(0).header("Authorization"), QByteArray("Basic bWU6d29yZA=="));
    const Asked asked = other.asked("/there").at(0);
    QCOMPARE(asked.header("Accept"), QByteArray("image/*"));
    for (const QByteArray name : {"x-api-key", "Cookie", "Authorization"}) {
        QVERIFY2(asked.header(name).isNull(), name.constData());
    }
}

void TestHttpClient::endlessRedirectPage()
{
    Answer answer = redirectTo("/r3");
    answer.endless = true;
    m_server.serve("/moving", {answer});
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/moving")), answerLimit).get()), ErrorCode::RemoteInvalid);
}

void TestHttpClient::headerFlood()
{
    Answer answer = withBody("x");
    answer.headerFlood = 1000;
    m_server.serve("/flood", {answer});
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/flood")), answerLimit).get()), ErrorCode::RemoteInvalid);
}

void TestHttpClient::brokenOff_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("closed") << false << false;
    QTest::newRow("reset") << true << false;
    QTest::newRow("closed in pieces") << false << true;
    QTest::newRow("reset in pieces") << true << true;
}

void TestHttpClient::brokenOff()
{
    QFETCH(bool, reset);
    QFETCH(bool, chunked);
    Answer answer = withBody(testBytes(100'000));
    answer.closeAfter = 50'000;
    answer.reset = reset;
    answer.chunked = chunked;
    m_server.serve("/broken", {answer});
    HttpClient client;
    const auto got = client.fetch(get(m_server.url("/broken")), answerLimit).get();
    QCOMPARE(codeOf(got), ErrorCode::NetworkFailed);
    QCOMPARE(got.error().fact(u"host"_s), u"127.0.0.1"_s);
}

void TestHttpClient::nobodyThere()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
    closed.close();
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(url), answerLimit).get()), ErrorCode::NetworkFailed);
    QCOMPARE(codeOf(client.fetch(get(QUrl(u"http://nothing.invalid/"_s)), answerLimit).get()),
             ErrorCode::NetworkFailed);
}

void TestHttpClient::notAWebServer()
{
    QTcpServer mail;
    QVERIFY(mail.listen(QHostAddress::LocalHost));
    HttpClient client;
    auto future = client.fetch(get(QUrl(u"http://127.0.0.1:%1/"_s.arg(mail.serverPort()))), answerLimit);
    QVERIFY(mail.waitForNewConnection(tests::patienceMs));
    QTcpSocket *socket = mail.nextPendingConnection();
    socket->write("220 mail.example ESMTP\r\n");
    QVERIFY(socket->waitForBytesWritten());
    QCOMPARE(codeOf(future.get()), ErrorCode::RemoteInvalid);
}

void TestHttpClient::silence()
{
    Answer answer = withBody(testBytes(1000));
    answer.stallAfter = 500;
    m_server.serve("/stall", {answer});
    HttpClient client;
    HttpRequest request = get(m_server.url("/stall"));
    request.stallTimeout = std::chrono::seconds(1);
    // The speed is an average over some seconds: asking for more than those bytes makes it end soon.
    request.stallBytes = 10'000;
    QCOMPARE(codeOf(client.fetch(request, answerLimit).get()), ErrorCode::NetworkTimeout);
}

void TestHttpClient::theWholeTakesTooLong()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.endless = true;
    answer.dripBytes = 100;
    m_server.serve("/drip", {answer});
    HttpClient client;
    HttpRequest request = get(m_server.url("/drip"));
    request.totalTimeout = std::chrono::milliseconds(300);
    QCOMPARE(codeOf(client.fetch(request, answerLimit).get()), ErrorCode::NetworkTimeout);
}

void TestHttpClient::notAnAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"file:///etc/hostname"_s;
    QTest::newRow("ftp") << u"ftp://127.0.0.1/"_s;
    QTest::newRow("no host") << u"http:///x"_s;
    QTest::newRow("relative") << u"/x"_s;
    QTest::newRow("empty") << QString();
}

void TestHttpClient::notAnAddress()
{
    QFETCH(QString, url);
    HttpClient client;
    QCOMPARE(codeOf(client.fetch(get(QUrl(url)), answerLimit).get()), ErrorCode::InvalidArgument);
}

void TestHttpClient::headersOfSeveralLines()
{
    HttpClient client;
    HttpRequest request = get(m_server.url("/page"));
    request.headers = {{"X-One", "1\r\nX-Two: 2"}};
    const int before = m_server.requests("/page");
    QCOMPARE(codeOf(client.fetch(request, answerLimit).get()), ErrorCode::InvalidArgument);
    HttpRequest smuggler = get(m_server.url("/page"));
    smuggler.method = "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET";
    QCOMPARE(codeOf(client.fetch(smuggler, answerLimit).get()), ErrorCode::InvalidArgument);
    QCOMPARE(m_server.requests("/page"), before);
}

void TestHttpClient::throughAProxy()
{
    m_server.serve("http://far.example/x", {withBody("by way of the proxy")});
    qputenv("http_proxy", m_server.url("").toEncoded());
    HttpClient client;
    const auto got = client.fetch(get(QUrl(u"http://far.example/x"_s)), answerLimit).get();
    qunsetenv("http_proxy");
    QVERIFY(got);
    QCOMPARE(got->body, QByteArray("by way of the proxy"));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"

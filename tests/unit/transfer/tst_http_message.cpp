// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_errors.h"
#include "transfer/http_message.h"
#include "transfer/redirect.h"
#include "transfer/retry.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

HttpHead headWith(int status, HttpHeaders headers, const QString &url = u"https://one.example/a/b"_s)
{
    return {status, QUrl(url), std::move(headers)};
}

HttpRequest secretRequest(const QString &url)
{
    HttpRequest request;
    request.url = QUrl(url);
    request.headers = {{"Authorization", "Bearer t"}, {"x-api-key", "k"}, {"Cookie", "c"}, {"Range", "bytes=5-"}};
    return request;
}

} // namespace

class TestHttpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersInAnyCase();
    void contentLength_data();
    void contentLength();
    void contentRange_data();
    void contentRange();
    void statuses_data();
    void statuses();
    void retryAfterSeconds();
    void retryAfterDate();
    void delaysGrowAndEnd();
    void aServerIsGivenSomePatience();
    void sameOriginKeepsSecrets();
    void otherOriginsGetNoSecrets_data();
    void otherOriginsGetNoSecrets();
    void whereRedirectsMayNotGo_data();
    void whereRedirectsMayNotGo();
    void methodsAfterRedirects_data();
    void methodsAfterRedirects();
    void logsTellNoSecrets();
};

void TestHttpMessage::headersInAnyCase()
{
    const HttpHeaders headers{{"eTaG", "\"1\""}, {"ETag", "\"2\""}};
    QCOMPARE(headerValue(headers, "ETAG"), QByteArray("\"1\""));
    QVERIFY(headerValue(headers, "Date").isNull());
}

void TestHttpMessage::contentLength_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("length");
    QTest::newRow("usual") << QByteArray("123") << qint64(123);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("signed") << QByteArray("+5") << qint64(-1);
    QTest::newRow("hex") << QByteArray("0x5") << qint64(-1);
    QTest::newRow("list") << QByteArray("5, 5") << qint64(-1);
    QTest::newRow("too long") << QByteArray("99999999999999999999") << qint64(-1);
    QTest::newRow("none") << QByteArray() << qint64(-1);
}

void TestHttpMessage::contentLength()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, length);
    QCOMPARE(headWith(200, {{"Content-Length", value}}).contentLength().value_or(-1), length);
}

void TestHttpMessage::contentRange_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("read");
    QTest::newRow("usual") << QByteArray("bytes 5-9/10") << u"5 9 10"_s;
    QTest::newRow("unknown total") << QByteArray("bytes 5-9/*") << u"5 9 -1"_s;
    QTest::newRow("backwards") << QByteArray("bytes 9-5/10") << QString();
    QTest::newRow("past the end") << QByteArray("bytes 5-10/10") << QString();
    QTest::newRow("unsatisfied") << QByteArray("bytes */10") << QString();
    QTest::newRow("other unit") << QByteArray("lines 5-9/10") << QString();
    QTest::newRow("negative") << QByteArray("bytes -5-9/10") << QString();
    QTest::newRow("no total") << QByteArray("bytes 5-9") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestHttpMessage::contentRange()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, read);
    const auto range = ContentRange::parse(value);
    QCOMPARE(range ? u"%1 %2 %3"_s.arg(range->first).arg(range->last).arg(range->total) : QString(), read);
}

void TestHttpMessage::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("passing");
    QTest::newRow("200") << 200 << QString() << false;
    QTest::newRow("206") << 206 << QString() << false;
    QTest::newRow("304") << 304 << u"remote_refused"_s << false;
    QTest::newRow("400") << 400 << u"remote_refused"_s << false;
    QTest::newRow("401") << 401 << u"remote_unauthorized"_s << false;
    QTest::newRow("403") << 403 << u"remote_unauthorized"_s << false;
    QTest::newRow("404") << 404 << u"remote_not_found"_s << false;
    QTest::newRow("408") << 408 << u"remote_refused"_s << true;
    QTest::newRow("410") << 410 << u"remote_not_found"_s << false;
    QTest::newRow("429") << 429 << u"remote_refused"_s << true;
    QTest::newRow("500") << 500 << u"remote_refused"_s << true;
    QTest::newRow("503") << 503 << u"remote_refused"_s << true;
}

void TestHttpMessage::statuses()
{
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(bool, passing);
    const auto result = accepted(headWith(status, {}));
    QCOMPARE(result ? QString() : result.error().name(), error);
    QCOMPARE(!result && mayPass(result.error()), passing);
    if (!result) {
        QCOMPARE(result.error().fact(u"host"_s), u"one.example"_s);
        QCOMPARE(result.error().fact(u"status"_s), QString::number(status));
    }
}

void TestHttpMessage::retryAfterSeconds()
{
    QCOMPARE(retryAfter(headWith(429, {{"Retry-After", "7"}}), 0), std::optional(milliseconds(7000)));
    QCOMPARE(retryAfter(headWith(429, {{"Retry-After", "-7"}}), 0), std::optional(milliseconds(0)));
    QCOMPARE(retryAfter(headWith(429, {{"Retry-After", "9000000000000000000"}}), 0)->count(), 31'536'000'000LL);
    QVERIFY(!retryAfter(headWith(429, {{"Retry-After", "soon"}}), 0));
    QVERIFY(!retryAfter(headWith(429, {}), 0));
}

void TestHttpMessage::retryAfterDate()
{
    const HttpHead head = headWith(503, {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}});
    const qint64 then = 784'111'777'000;
    QCOMPARE(retryAfter(head, then - 5000), std::optional(milliseconds(5000)));
    QCOMPARE(retryAfter(head, then + 5000), std::optional(milliseconds(0)));
    // The older two forms of a date.
    QCOMPARE(httpDate("Sunday, 06-Nov-94 08:49:37 GMT"), std::optional<qint64>(then / 1000));
    QCOMPARE(httpDate("Sun Nov  6 08:49:37 1994"), std::optional<qint64>(then / 1000));
}

void TestHttpMessage::delaysGrowAndEnd()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(0, {}, 0), milliseconds(500));
    QCOMPARE(policy.delay(0, {}, 1), milliseconds(1000));
    QCOMPARE(policy.delay(2, {}, 1), milliseconds(4000));
    QCOMPARE(policy.delay(500, {}, 1), policy.longestDelay);
}

void TestHttpMessage::aServerIsGivenSomePatience()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(0, milliseconds(20'000), 0), milliseconds(20'000));
    QCOMPARE(policy.delay(0, milliseconds(20'000), 0.5), milliseconds(20'500));
    QCOMPARE(policy.delay(0, milliseconds(31'536'000'000), 0), policy.longestRetryAfter);
    // A server that asks for nothing does not make us rush.
    QCOMPARE(policy.delay(2, milliseconds(0), 1), milliseconds(4000));
}

void TestHttpMessage::sameOriginKeepsSecrets()
{
    const auto next = redirected(secretRequest(u"https://u:p@one.example/a/b"_s),
                                 headWith(302, {{"Location", "https://evil:x@one.example:443/c"}}));
    QVERIFY(next);
    QCOMPARE(next->url, QUrl(u"https://u:p@one.example:443/c"_s));
    QCOMPARE(next->headers.size(), size_t(4));
    const auto relative =
        redirected(secretRequest(u"https://one.example/a/b?x=1"_s), headWith(302, {{"Location", "../c d"}}));
    QVERIFY(relative);
    QCOMPARE(relative->url.toEncoded(), QByteArray("https://one.example/c%20d"));
}

void TestHttpMessage::otherOriginsGetNoSecrets_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("other host") << QByteArray("https://two.example/a");
    QTest::newRow("other port") << QByteArray("https://one.example:8443/a");
    QTest::newRow("without scheme") << QByteArray("//two.example/a");
    QTest::newRow("subdomain") << QByteArray("https://x.one.example/a");
    QTest::newRow("a name for it") << QByteArray("https://user:pass@two.example/a");
}

void TestHttpMessage::otherOriginsGetNoSecrets()
{
    QFETCH(QByteArray, location);
    const auto next =
        redirected(secretRequest(u"https://u:p@one.example/a/b"_s), headWith(307, {{"Location", location}}));
    QVERIFY(next);
    QVERIFY(next->url.userInfo().isEmpty());
    QCOMPARE(next->headers.size(), size_t(1));
    QCOMPARE(next->headers.front().name, QByteArray("Range"));
}

void TestHttpMessage::whereRedirectsMayNotGo_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
    QTest::newRow("ftp") << QByteArray("ftp://one.example/a");
    QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1:25/x");
    QTest::newRow("data") << QByteArray("data:text/plain,x");
    QTest::newRow("no host") << QByteArray("https:///a");
    QTest::newRow("downgrade") << QByteArray("http://one.example/a");
    QTest::newRow("not an address") << QByteArray("https://[::1");
}

void TestHttpMessage::whereRedirectsMayNotGo()
{
    QFETCH(QByteArray, location);
    const auto next = redirected(secretRequest(u"https://one.example/a/b"_s), headWith(302, {{"Location", location}}));
    QVERIFY(!next);
    QCOMPARE(next.error().code, ErrorCode::RemoteInvalid);
}

void TestHttpMessage::methodsAfterRedirects_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("post 302") << QByteArray("POST") << 302 << QByteArray("GET");
    QTest::newRow("post 303") << QByteArray("POST") << 303 << QByteArray("GET");
    QTest::newRow("put 303") << QByteArray("PUT") << 303 << QByteArray("GET");
    QTest::newRow("post 307") << QByteArray("POST") << 307 << QByteArray("POST");
    QTest::newRow("put 308") << QByteArray("PUT") << 308 << QByteArray("PUT");
    QTest::newRow("head 303") << QByteArray("HEAD") << 303 << QByteArray("HEAD");
}

void TestHttpMessage::methodsAfterRedirects()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, next);
    HttpRequest request = secretRequest(u"https://one.example/a"_s);
    request.method = method;
    request.body = method == "HEAD" ? "" : "secret";
    const auto same = redirected(request, headWith(status, {{"Location", "/b"}}));
    QVERIFY(same);
    QCOMPARE(same->method, next);
    QCOMPARE(same->body.isEmpty(), next != method || method == "HEAD");
    const auto other = redirected(request, headWith(status, {{"Location", "https://two.example/b"}}));
    // Nobody else gets to see what was sent.
    QCOMPARE(bool(other), next == "GET" || method == "HEAD");
}

void TestHttpMessage::logsTellNoSecrets()
{
    QCOMPARE(withoutSecrets(QUrl(u"https://me:pw@one.example/a?key=s#f"_s)), u"https://one.example/a"_s);
    const Error error = exchangeError(28, QUrl(u"https://me:pw@one.example/a?key=s"_s), {});
    QVERIFY(!error.forLog().contains(u"pw"_s) && !error.forLog().contains(u"key"_s));
    QCOMPARE(error.code, ErrorCode::NetworkTimeout);
}

QTEST_APPLESS_MAIN(TestHttpMessage)
#include "tst_http_message.moc"

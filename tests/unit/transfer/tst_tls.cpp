// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "support/secure_server.h"
#include "transfer/certificate_check.h"
#include "transfer/http_client.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strangersAreNotTrusted();
    void whoIsTrustedIsHeard();
    void theNameMustMatch();
    void theTimeMustMatch();
    void whatWasShownIsTold();
    void exactlyThatCertificate();
    void anotherCertificateThanThat();
    void aKeptConnectionIsCheckedAgain();
    void withoutHttp2NobodyWaitsForAnother();
    void notAFingerprint();
    void fingerprintsAsPeopleWriteThem();

private:
    static QByteArray fingerprintOf(const Identity &identity);
    static Result<HttpAnswer> fetch(SecureServer &server, HttpClient &client, const QByteArray &fingerprint);

    /// The error's name, or the body.
    static QString ask(SecureServer &server, const Identity &trusted);
};

void TestTls::initTestCase()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("Qt was built without TLS.");
    }
}

QString TestTls::ask(SecureServer &server, const Identity &trusted)
{
    QTemporaryDir folder;
    HttpSettings settings;
    if (!trusted.certificate.isEmpty()) {
        settings.trustedCertificates = folder.filePath(u"trusted.pem"_s);
        QFile file(settings.trustedCertificates);
        if (!file.open(QIODevice::WriteOnly) || file.write(trusted.certificate) < 0) {
            return u"the certificate was not written"_s;
        }
    }
    HttpClient client(settings);
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
    request.headers = {{"x-api-key", "secret"}};
    auto future = client.fetch(request, 1000);
    // The server lives on this thread.
    if (!QTest::qWaitFor([&] { return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
                         30'000)) {
        return u"no answer"_s;
    }
    const auto answer = future.get();
    return answer ? QString::fromLatin1(answer->body) : answer.error().name();
}

void TestTls::strangersAreNotTrusted()
{
    SecureServer server(selfSigned("IP:127.0.0.1", -3600, 3600));
    QCOMPARE(ask(server, {}), u"remote_untrusted"_s);
    // The request never left.
    QVERIFY(server.m_asked.isEmpty());
}

void TestTls::whoIsTrustedIsHeard()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -3600, 3600);
    SecureServer server(identity);
    QCOMPARE(ask(server, identity), u"safe"_s);
    QVERIFY(server.m_asked.contains("x-api-key: secret"));
}

void TestTls::theNameMustMatch()
{
    const Identity identity = selfSigned("DNS:other.example", -3600, 3600);
    SecureServer server(identity);
    QCOMPARE(ask(server, identity), u"remote_untrusted"_s);
    QVERIFY(server.m_asked.isEmpty());
}

void TestTls::theTimeMustMatch()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -7200, -3600);
    SecureServer server(identity);
    QCOMPARE(ask(server, identity), u"remote_untrusted"_s);
    QVERIFY(server.m_asked.isEmpty());
}

QByteArray TestTls::fingerprintOf(const Identity &identity)
{
    return QSslCertificate(identity.certificate).digest(QCryptographicHash::Sha256).toHex();
}

Result<HttpAnswer> TestTls::fetch(SecureServer &server, HttpClient &client, const QByteArray &fingerprint)
{
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
    request.fingerprint = fingerprint;
    auto future = client.fetch(request, 1000);
    const auto isReady = [&] { return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    // The server lives on this thread.
    return QTest::qWaitFor(isReady, tests::patienceMs) ? future.get() : fail(ErrorCode::Timeout);
}

void TestTls::whatWasShownIsTold()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -3600, 3600);
    SecureServer server(identity);
    HttpClient client;
    const auto stranger = fetch(server, client, {});
    QVERIFY(!stranger);
    const Error &error = stranger.error();
    QCOMPARE(error.code, ErrorCode::RemoteUntrusted);
    QCOMPARE(fingerprintBytes(error.fact(u"fingerprint"_s).toLatin1()),
             std::optional(QByteArray::fromHex(fingerprintOf(identity))));
    QCOMPARE(error.fact(u"fingerprint"_s).size(), 64 + 31);
    QCOMPARE(error.fact(u"subject"_s), u"CN=test"_s);
    QCOMPARE(error.fact(u"issuer"_s), u"CN=test"_s);
    QVERIFY2(error.fact(u"reason"_s).contains(u"self"_s), qPrintable(error.forLog()));

    // One of an authority that is trusted, but of another name.
    const Identity other = selfSigned("DNS:other.example", -3600, 3600);
    SecureServer named(other);
    QTemporaryDir folder;
    HttpSettings settings;
    settings.trustedCertificates = folder.filePath(u"trusted.pem"_s);
    QFile file(settings.trustedCertificates);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(other.certificate) > 0);
    file.close();
    HttpClient trusting(settings);
    const auto misnamed = fetch(named, trusting, {});
    QVERIFY(!misnamed);
    QCOMPARE(misnamed.error().code, ErrorCode::RemoteUntrusted);
    QCOMPARE(fingerprintBytes(misnamed.error().fact(u"fingerprint"_s).toLatin1()),
             std::optional(QByteArray::fromHex(fingerprintOf(other))));
}

void TestTls::exactlyThatCertificate()
{
    // Its name is another one and its time is over; it is the one that the user looked at all the same.
    const Identity identity = selfSigned("DNS:other.example", -7200, -3600);
    SecureServer server(identity);
    HttpClient client;
    for (int i = 0; i < 2; ++i) {
        const auto answer = fetch(server, client, fingerprintOf(identity));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().forLog()));
        QCOMPARE(answer->body, QByteArray("safe"));
    }
    // What one request trusts, another does not.
    QCOMPARE(fetch(server, client, {}).error().code, ErrorCode::RemoteUntrusted);
}

void TestTls::anotherCertificateThanThat()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -3600, 3600);
    SecureServer server(identity);
    QTemporaryDir folder;
    HttpSettings settings;
    settings.trustedCertificates = folder.filePath(u"trusted.pem"_s);
    QFile file(settings.trustedCertificates);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(identity.certificate) > 0);
    file.close();
    // Even one that would be trusted is not the one.
    HttpClient client(settings);
    const auto answer = fetch(server, client, QByteArray(64, 'a'));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::RemoteUntrusted);
    QCOMPARE(fingerprintBytes(answer.error().fact(u"fingerprint"_s).toLatin1()),
             std::optional(QByteArray::fromHex(fingerprintOf(identity))));
    QVERIFY(server.m_asked.isEmpty());
}

void TestTls::aKeptConnectionIsCheckedAgain()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -3600, 3600);
    SecureServer server(identity);
    HttpClient client;
    QVERIFY(fetch(server, client, fingerprintOf(identity)));
    const QByteArray asked = server.m_asked;
    const auto answer = fetch(server, client, QByteArray(64, 'a'));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::RemoteUntrusted);
    QCOMPARE(server.m_asked, asked);
    QVERIFY(fetch(server, client, fingerprintOf(identity)));
}

void TestTls::withoutHttp2NobodyWaitsForAnother()
{
    const Identity identity = selfSigned("IP:127.0.0.1", -3600, 3600);
    SecureServer server(identity);
    HttpClient client;
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/never"_s.arg(server.serverPort()));
    request.fingerprint = fingerprintOf(identity);
    const auto never = client.fetch(request, 1000);
    const auto answer = fetch(server, client, fingerprintOf(identity));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().forLog()));
    QCOMPARE(answer->head.version, 11);
    QVERIFY(never.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
}

void TestTls::notAFingerprint()
{
    SecureServer server(selfSigned("IP:127.0.0.1", -3600, 3600));
    HttpClient client;
    for (const QByteArray text : {"ab", "zz", "no"}) {
        QCOMPARE(fetch(server, client, text).error().code, ErrorCode::InvalidArgument);
    }
    QVERIFY(server.m_asked.isEmpty());
}

void TestTls::fingerprintsAsPeopleWriteThem()
{
    const QByteArray bytes(32, char(0xAB));
    QCOMPARE(fingerprintText(bytes).left(8), QByteArray("AB:AB:AB"));
    QCOMPARE(fingerprintBytes(fingerprintText(bytes)), std::optional(bytes));
    QCOMPARE(fingerprintBytes(bytes.toHex()), std::optional(bytes));
    QCOMPARE(fingerprintBytes(bytes.toHex(' ').toUpper()), std::optional(bytes));
    QVERIFY(!fingerprintBytes(bytes.toHex().chopped(2)));
    QVERIFY(!fingerprintBytes(QByteArray(64, 'g')));
    QVERIFY(!fingerprintBytes(""));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

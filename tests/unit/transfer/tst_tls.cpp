// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_client.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

struct Identity
{
    QByteArray certificate;
    QByteArray key;
};

template <typename Write>
QByteArray pem(Write write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *data = nullptr;
    const auto length = qsizetype(BIO_get_mem_data(memory, &data));
    const QByteArray text(data, length);
    BIO_free(memory);
    return text;
}

/// A certificate that vouches for itself, valid from so many seconds before now to so many after.
Identity selfSigned(const char *name, long from, long to)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to);
    X509_set_pubkey(certificate, key);
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("test"), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_EXTENSION *names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, name);
    X509_add_ext(certificate, names, -1);
    X509_EXTENSION_free(names);
    X509_sign(certificate, key, EVP_sha256());
    const Identity identity{pem([&](BIO *out) { PEM_write_bio_X509(out, certificate); }), pem([&](BIO *out) {
                                PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
                            })};
    X509_free(certificate);
    EVP_PKEY_free(key);
    return identity;
}

/// Answers every request over TLS with one small page.
class SecureServer : public QSslServer
{
public:
    explicit SecureServer(const Identity &identity)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(identity.certificate));
        configuration.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
        setSslConfiguration(configuration);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_asked += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe");
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QByteArray m_asked;
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strangersAreNotTrusted();
    void whoIsTrustedIsHeard();
    void theNameMustMatch();
    void theTimeMustMatch();

private:
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

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

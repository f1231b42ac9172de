// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls_certificate.h"
#include "server/http/tls_credentials.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestTlsCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void refusesAKeyOfAnother();
    void saysWhenItCannotWrite();
    void makesOneAtFirstUse();
    void keepsItUntilItRunsOut();
    void leavesTheOwnersAlone();
    void leavesOutWhatIsNoHost();
    void servesTls();

private:
    [[nodiscard]] QString certificatePath() const { return m_folder->path() + u"/tls/certificate.pem"_s; }
    [[nodiscard]] QString keyPath() const { return m_folder->path() + u"/tls/key.pem"_s; }
    [[nodiscard]] Result<TlsCertificate> certificate(const QStringList &hosts = {}) const
    {
        return tlsCertificate(m_folder->path(), hosts, [this] { return m_now; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = 0;
};

void TestTlsCertificate::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_now = wallMs();
}

void TestTlsCertificate::refusesDamagedFiles_data()
{
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty certificate") << false << QByteArray();
    QTest::newRow("no certificate") << false << QByteArray("hello");
    QTest::newRow("cut certificate") << false << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
    QTest::newRow("empty key") << true << QByteArray();
    QTest::newRow("no key") << true << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    QTest::newRow("key with a password")
        << true << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIC\n-----END ENCRYPTED PRIVATE KEY-----\n");
}

void TestTlsCertificate::refusesDamagedFiles()
{
    QFETCH(bool, isKey);
    QFETCH(QByteArray, bytes);
    QVERIFY(certificate());
    QVERIFY(write(isKey ? keyPath() : certificatePath(), bytes));
    const Result<TlsCertificate> again = certificate();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::FileDamaged);
    QVERIFY(again.error().fact(u"path"_s).endsWith(u".pem"_s));
    QVERIFY(!again.error().fact(u"reason"_s).isEmpty());
    QFile kept(isKey ? keyPath() : certificatePath());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
}

void TestTlsCertificate::refusesAKeyOfAnother()
{
    QVERIFY(certificate());
    QVERIFY(write(keyPath(), makeTlsKey().value()));
    QCOMPARE(certificate().error().code, ErrorCode::FileDamaged);
}

void TestTlsCertificate::saysWhenItCannotWrite()
{
    QVERIFY(write(m_folder->path() + u"/tls"_s, "a file, not a folder"));
    QVERIFY(!certificate());
}

void TestTlsCertificate::makesOneAtFirstUse()
{
    const Result<TlsCertificate> made = certificate({u"192.168.1.20"_s, u"fd00::5"_s, u"nas.local"_s});
    QVERIFY2(made, made ? "" : qPrintable(made.error().forLog()));
    QVERIFY(made->isOurs);
    QCOMPARE(made->expiresMs / dayMs, (m_now - 3'600'000) / dayMs + 825);
#ifndef Q_OS_WIN
    const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(keyPath()).permissions() & forOthers));
#endif
    const QSslCertificate read(made->certificatePem);
    QVERIFY(!read.isNull());
    QCOMPARE(read.issuerDisplayName(), read.subjectDisplayName());
    QCOMPARE(read.digest(QCryptographicHash::Sha256).toHex(':').toUpper(), made->fingerprint.toLatin1());
    const auto names = read.subjectAlternativeNames();
    const QStringList dns = names.values(QSsl::DnsEntry);
    QVERIFY(dns.contains(u"localhost"_s));
    QVERIFY(dns.contains(u"nas.local"_s));
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    for (const QString &address : {u"127.0.0.1"_s, u"192.168.1.20"_s}) {
        QVERIFY2(addresses.contains(address), qPrintable(addresses.join(u' ')));
    }
    QCOMPARE(addresses.size(), 4);
}

void TestTlsCertificate::keepsItUntilItRunsOut()
{
    const TlsCertificate first = certificate().value();
    QCOMPARE(certificate().value().fingerprint, first.fingerprint);
    m_now += 794 * dayMs;
    QCOMPARE(certificate().value().fingerprint, first.fingerprint);
    m_now += 2 * dayMs;
    const TlsCertificate renewed = certificate().value();
    QVERIFY(renewed.fingerprint != first.fingerprint);
    QCOMPARE(renewed.keyPem, first.keyPem);
    QVERIFY(renewed.expiresMs > first.expiresMs + 700 * dayMs);
    QCOMPARE(certificate().value().fingerprint, renewed.fingerprint);
}

void TestTlsCertificate::leavesTheOwnersAlone()
{
    // Made elsewhere, for `kinframe.example`, with another organization; it ran out in 2021.
    const QByteArray theirs(R"(-----BEGIN CERTIFICATE-----
MIIBRTCB7AIBATAKBggqhkjOPQQDAjAvMRkwFwYDVQQDDBBraW5mcmFtZS5leGFt
cGxlMRIwEAYDVQQKDAlFbHNld2hlcmUwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAx
MDAwMDAwWjAvMRkwFwYDVQQDDBBraW5mcmFtZS5leGFtcGxlMRIwEAYDVQQKDAlF
bHNld2hlcmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQGKcD5vAJPaEDgU81m
gMM54d2h0IvuhMaRsmJNhubYPmOdYsZkXTCRuTPAxbB6RNT0OYjLNPPDRWEba9qK
wsbhMAoGCCqGSM49BAMCA0gAMEUCIQCtBOrLaowCa2aP4DossoSSCVYUX6ZUhtKF
Igi3WhJRzgIgXNBQ+rwqzLrw3jlwSMQvyDZreV3rp0NfIG7QJ8sM3eE=
-----END CERTIFICATE-----
)");
    const QByteArray theirKey(R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgX89aNN/xbAZw4DJI
WDHuzPB9sMuAQGRPoRB/TK3ucnKhRANCAAQGKcD5vAJPaEDgU81mgMM54d2h0Ivu
hMaRsmJNhubYPmOdYsZkXTCRuTPAxbB6RNT0OYjLNPPDRWEba9qKwsbh
-----END PRIVATE KEY-----
)");
    QVERIFY(QDir(m_folder->path()).mkdir(u"tls"_s));
    QVERIFY(write(certificatePath(), theirs));
    QVERIFY(write(keyPath(), theirKey));
    const Result<TlsCertificate> read = certificate();
    QVERIFY2(read, read ? "" : qPrintable(read.error().forLog()));
    QVERIFY(!read->isOurs);
    QVERIFY(read->expiresMs < m_now);
    QCOMPARE(read->certificatePem, theirs);
}

void TestTlsCertificate::leavesOutWhatIsNoHost()
{
    const TlsCertificate made =
        certificate({u"DNS:evil,IP:1.2.3.4"_s, u""_s, u"a b"_s, u"name:80"_s, u"localhost"_s, u"fe80::1%eth0"_s})
            .value();
    const auto names = QSslCertificate(made.certificatePem).subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry).count(u"localhost"_s), 1);
    for (const QString &name : names.values(QSsl::DnsEntry)) {
        QVERIFY2(!name.contains(u"evil"_s) && !name.contains(u' ') && name != u"name"_s, qPrintable(name));
    }
    QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 3);
}

void TestTlsCertificate::servesTls()
{
    const TlsCertificate made = certificate().value();
    QSslServer server;
    QSslConfiguration ours = QSslConfiguration::defaultConfiguration();
    ours.setLocalCertificate(QSslCertificate(made.certificatePem));
    ours.setPrivateKey(QSslKey(made.keyPem, QSsl::Ec));
    server.setSslConfiguration(ours);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSslSocket client;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({QSslCertificate(made.certificatePem)});
    client.setSslConfiguration(trusting);
    // The certificate has to be good for the name without any exception.
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort(), u"localhost"_s);
    QTRY_VERIFY2(client.isEncrypted() || client.state() == QAbstractSocket::UnconnectedState,
                 qPrintable(client.errorString()));
    QVERIFY2(client.isEncrypted(), qPrintable(client.errorString()));
}

QTEST_GUILESS_MAIN(TestTlsCertificate)
#include "tst_tls_certificate.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"
#include "downloads_fixture.h"
#include "support/patience.h"
#include "support/secure_server.h"
#include "transfer/downloads/download_sources.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

/// A remote library that shows a certificate which nobody vouches for.
class SecureSources : public DownloadSources
{
public:
    explicit SecureSources(QUrl url)
        : m_url(std::move(url))
    {
    }
    Result<QUrl> address(const QString &, const QString &) override { return m_url; }
    void open(const QString &, const QString &, std::function<void(Result<DownloadSource>)> done) override
    {
        const std::scoped_lock lock(m_mutex);
        done(DownloadSource{m_url, {{"Authorization", "Bearer very-secret"}}, m_fingerprint});
    }
    /// As a person does who has compared it.
    void trust(const QString &fingerprint)
    {
        const std::scoped_lock lock(m_mutex);
        m_fingerprint = fingerprint.toLatin1();
    }

private:
    const QUrl m_url;
    std::mutex m_mutex;
    QByteArray m_fingerprint;
};

} // namespace

/// Servers whose certificate this computer does not know.
class DownloadTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl()) {
            QSKIP("Qt has no TLS here.");
        }
    }
    void anAddressIsNotTrusted();
    void aLibraryIsTrustedByItsFingerprint();

private:
    [[nodiscard]] static QUrl urlOf(const SecureServer &server)
    {
        return QUrl(u"https://127.0.0.1:%1/a.jpg"_s.arg(server.serverPort()));
    }
    [[nodiscard]] static QString shownBy(const Identity &identity)
    {
        const QSslCertificate certificate(identity.certificate);
        return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    }
    const Identity m_identity = selfSigned("IP:127.0.0.1", -3600, 3600);
};

void DownloadTlsTest::anAddressIsNotTrusted()
{
    SecureServer server(m_identity);
    DownloadsFixture m;
    NewDownload wanted;
    wanted.url = urlOf(server);
    wanted.headers = {{"x-api-key", "very-secret"}};
    const QString id = m.add(wanted);
    m.start();
    QVERIFY(m.waitFor(id, DownloadStatus::Failed));
    const Error error = *m.task(id).error;
    QCOMPARE(error.code, ErrorCode::RemoteCertificate);
    QCOMPARE(error.fact(u"fingerprint"_s), shownBy(m_identity));
    QVERIFY(textOf(error, Language::English).contains(shownBy(m_identity)));
    // Nothing was asked, nothing has come, and it is not tried again.
    QCOMPARE(server.m_asked, QByteArray());
    QCOMPARE(m.task(id).attempts, 1);
    QVERIFY(m.files().isEmpty() && m.arrivals().isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return m.eventsOf(u"download.error"_s) == 1; }, tests::patienceMs));
}

void DownloadTlsTest::aLibraryIsTrustedByItsFingerprint()
{
    SecureServer server(m_identity);
    SecureSources sources(urlOf(server));
    DownloadsFixture m;
    m.downloads->setSources(&sources);
    NewDownload wanted;
    wanted.server = u"nas"_s;
    wanted.assetId = u"4711"_s;
    wanted.filename = u"a.jpg"_s;
    m.start();
    const QString id = m.add(wanted);
    QVERIFY(m.waitFor(id, DownloadStatus::Failed));
    const QString shown = m.task(id).error->fact(u"fingerprint"_s);
    QCOMPARE(shown, shownBy(m_identity));
    // Another one than it shows is no better than none.
    sources.trust(shownBy(selfSigned("IP:127.0.0.1", -3600, 3600)));
    QCOMPARE(m.downloads->retryFailed().value(), 1);
    QVERIFY(QTest::qWaitFor([&] { return m.task(id).status == DownloadStatus::Failed && m.task(id).attempts == 2; },
                            30'000));
    QCOMPARE(m.task(id).error->fact(u"fingerprint"_s), shown);
    QCOMPARE(server.m_asked, QByteArray());
    QVERIFY(m.files().isEmpty());
    sources.trust(shown);
    QCOMPARE(m.downloads->retryFailed().value(), 1);
    QVERIFY(m.waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m.bytesOf(m.task(id).filePath), QByteArray("safe"));
    QVERIFY(server.m_asked.contains("Authorization: Bearer very-secret"));
    m.downloads->setSources(nullptr);
}

QTEST_GUILESS_MAIN(DownloadTlsTest)
#include "tst_download_tls.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sharing.h"

#include "app/open_library.h"
#include "library/settings.h"
#include "support/patience.h"
#include "transfer/http_client.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace kinframe;
using app::Sharing;
using library::Settings;

/// The server in the window over a real library, on a thread of its own as there.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offNobodyIsLetIn();
    void onItAnswersWhereItSays();
    void aPortInUseIsToldWithAnother();
    void anotherPortIsTakenAtOnce();
    void encryptedItHasAFingerprint();

private:
    void set(QLatin1String key, const QJsonValue &value)
    {
        QVERIFY(Settings(m_library->services().library).set(key, value));
    }
    /// A port that nobody uses at the moment.
    static int freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    void share(int port)
    {
        set(library::setting::sharingReach, u"computer"_s);
        set(library::setting::sharingTls, false);
        set(library::setting::sharingPort, port);
        set(library::setting::sharingOn, true);
    }
    static bool answers(const QString &url)
    {
        transfer::HttpClient client;
        transfer::HttpRequest request;
        request.url = QUrl(url + u"/api/server/ping"_s);
        const auto answer = client.fetch(std::move(request), 4096, {}).get();
        return answer && answer->head.status == 200;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::OpenLibrary> m_library;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QObject> m_hand;
    std::unique_ptr<Sharing> m_sharing;
};

void TestSharing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::move(*app::OpenLibrary::open(m_folder->path()));
    m_thread = std::make_unique<QThread>();
    m_hand = std::make_unique<QObject>();
    m_hand->moveToThread(m_thread.get());
    m_thread->start();
    app::ServeOptions unshared;
    unshared.port = 0;
    m_sharing = std::make_unique<Sharing>(*m_hand, unshared);
    QMetaObject::invokeMethod(
        m_hand.get(), [this] { m_sharing->begin(*m_library); }, Qt::BlockingQueuedConnection);
}

void TestSharing::cleanup()
{
    QMetaObject::invokeMethod(
        m_hand.get(), [this] { m_sharing->end(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
    m_sharing.reset();
    m_library.reset();
}

void TestSharing::offNobodyIsLetIn()
{
    QVERIFY(!m_sharing->facts().isRunning);
    QVERIFY(m_sharing->facts().addresses.isEmpty());
    QVERIFY(!m_sharing->facts().error);
    // Kinframe's own commands come in all the same.
    const QString url = app::readServerFile(m_folder->path()).url;
    QVERIFY(url.startsWith(u"http://127.0.0.1:"));
    QVERIFY(answers(url));
}

void TestSharing::onItAnswersWhereItSays()
{
    const int port = freePort();
    share(port);
    QTRY_VERIFY(m_sharing->facts().isRunning);
    QTRY_COMPARE(m_sharing->facts().addresses, QStringList{u"http://127.0.0.1:%1"_s.arg(port)});
    QVERIFY(answers(m_sharing->facts().addresses.constFirst()));
    QVERIFY(m_sharing->facts().fingerprint.isEmpty());
    const QString url = m_sharing->facts().addresses.constFirst();
    set(library::setting::sharingOn, false);
    QTRY_VERIFY(!m_sharing->facts().isRunning);
    QVERIFY(!answers(url));
}

void TestSharing::aPortInUseIsToldWithAnother()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    share(other.serverPort());
    QTRY_VERIFY(m_sharing->facts().error);
    const ui::SharingFacts facts = m_sharing->facts();
    QCOMPARE(facts.error->code, ErrorCode::PortInUse);
    QCOMPARE(facts.error->fact(u"port"_s), QString::number(other.serverPort()));
    QVERIFY(!facts.isRunning);
    QVERIFY(facts.freePort > other.serverPort());
    // The commands still find the library.
    QVERIFY(answers(app::readServerFile(m_folder->path()).url));
    // The other program has ended.
    other.close();
    m_sharing->retry();
    QTRY_VERIFY(m_sharing->facts().isRunning);
    QVERIFY(!m_sharing->facts().error);
}

void TestSharing::anotherPortIsTakenAtOnce()
{
    share(freePort());
    QTRY_VERIFY(m_sharing->facts().isRunning);
    const int port = freePort();
    set(library::setting::sharingPort, port);
    QTRY_COMPARE(m_sharing->facts().port, port);
    QVERIFY(answers(u"http://127.0.0.1:%1"_s.arg(port)));
}

void TestSharing::encryptedItHasAFingerprint()
{
    share(freePort());
    set(library::setting::sharingTls, true);
    QTRY_COMPARE(m_sharing->facts().fingerprint.size(), 32 * 3 - 1);
    QVERIFY(m_sharing->facts().addresses.constFirst().startsWith(u"https://127.0.0.1:"));
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"

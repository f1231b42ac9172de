// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desktop.h"
#include "fetching_fixture.h"
#include "support/patience.h"
#include "ui/downloads/download_notices.h"

#include <QSignalSpy>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::DownloadNotices;

/// Against a real message bus, a real server and real files.
class TestDownloadNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.start()) {
            QSKIP("there is no dbus-daemon");
        }
    }
    void init()
    {
        m = std::make_unique<test::FetchingFixture>();
        m_desk = std::make_unique<test::MessageDesk>(m_bus.desktop());
        m_notices = m->make<DownloadNotices>();
        m_notices->componentComplete();
    }
    void cleanup()
    {
        m_notices.reset();
        m_desk.reset();
        m.reset();
    }
    void theEndIsToldWithItsFolder();
    void largeOnesKeepTheComputerAwake();
    void whatThePersonHasClosedStaysClosed();
    void troubleIsToldOnce();

private:
    test::PrivateBus m_bus;
    std::unique_ptr<test::FetchingFixture> m;
    std::unique_ptr<test::MessageDesk> m_desk;
    std::unique_ptr<DownloadNotices> m_notices;
};

void TestDownloadNotices::theEndIsToldWithItsFolder()
{
    test::FilesDesk files(m_bus.desktop());
    m->server.serve("/a.jpg", {test::withBody(test::testBytes(50'000))});
    m->server.serve("/b.jpg", {test::withBody(test::testBytes(60'000, 2))});
    m->downloads->start();
    QVERIFY(m->downloads->add({m->wanted(u"a.jpg"_s), m->wanted(u"b.jpg"_s)}));
    QTRY_VERIFY(!m_desk->messages.empty() && m_desk->last().title == u"Download complete"_s);
    QTRY_VERIFY(m_desk->last().text.contains(u'2'));
    QVERIFY(m_desk->last().text.contains(m->gallery()));
    QVERIFY(m_desk->last().actions.contains(u"folder"_s));
    QVERIFY(!m_desk->last().hints.contains(u"value"_s));
    for (size_t message = 1; message < m_desk->messages.size(); ++message) {
        QCOMPARE(m_desk->messages[message].replaced, m_desk->nextId);
    }
    QTRY_VERIFY([&] {
        Q_EMIT m_desk->ActionInvoked(m_desk->nextId, u"folder"_s);
        return QTest::qWaitFor([&] { return files.shown.size() >= 2; }, 100);
    }());
    QVERIFY(files.shown.contains(QString::fromLatin1(QUrl::fromLocalFile(m->gallery() + u"/a.jpg"_s).toEncoded())));
    const QSignalSpy wanted(m_notices.get(), &DownloadNotices::showWanted);
    Q_EMIT m_desk->ActionInvoked(m_desk->nextId, u"default"_s);
    QTRY_COMPARE(wanted.count(), 1);
}

void TestDownloadNotices::largeOnesKeepTheComputerAwake()
{
    test::LoginDesk login(m_bus.desktop());
    test::Answer large;
    large.body = test::testBytes(100'000);
    large.claimedLength = 300'000'000;
    large.dripBytes = 100;
    large.ranges = false;
    m->server.serve("/film.mov", {large});
    m->downloads->start();
    QVERIFY(m->downloads->add({m->wanted(u"film.mov"_s)}));
    QTRY_VERIFY(login.isHeld());
    QTRY_VERIFY(m_desk->last().timeout == 0);
    QVERIFY(m_desk->last().hints.contains(u"value"_s));
    QVERIFY(m_desk->last().title.contains(u'1'));
    QVERIFY(m->downloads->cancelAll());
    QTRY_VERIFY(!login.isHeld());
    QTRY_VERIFY(!m_notices->sleepLock().isWanted());
    QTRY_COMPARE(m_desk->closedIds, std::vector<uint>{m_desk->nextId});
}

void TestDownloadNotices::whatThePersonHasClosedStaysClosed()
{
    test::Answer slow;
    slow.body = test::testBytes(10'000'000);
    slow.dripBytes = 100;
    m->server.serve("/a.jpg", {slow});
    m->downloads->start();
    QVERIFY(m->downloads->add({m->wanted(u"a.jpg"_s)}));
    QTRY_VERIFY(!m_desk->messages.empty());
    // Two more looks at a running download would each say it again.
    size_t count = 0;
    QTRY_VERIFY([&] {
        Q_EMIT m_desk->NotificationClosed(m_desk->nextId, 2);
        count = m_desk->messages.size();
        return !QTest::qWaitFor([&] { return m_desk->messages.size() > count; }, 2500);
    }());
    QVERIFY(m->downloads->cancelAll());
}

void TestDownloadNotices::troubleIsToldOnce()
{
    const QSignalSpy troubled(m_notices.get(), &DownloadNotices::troubled);
    test::Answer refused;
    refused.status = 401;
    // More than are asked for at once: the others wait for a sign-in.
    std::vector<transfer::NewDownload> wanted;
    for (int number = 0; number < 12; ++number) {
        const QString name = u"%1.jpg"_s.arg(number);
        m->server.serve('/' + name.toLatin1(), {refused});
        wanted.push_back(m->wanted(name));
    }
    QVERIFY(m->downloads->add(std::move(wanted)));
    m->downloads->start();
    QTRY_COMPARE(troubled.count(), 1);
    QVERIFY(!troubled.first().first().toString().isEmpty());
}

QTEST_MAIN(TestDownloadNotices)
#include "tst_download_notices.moc"

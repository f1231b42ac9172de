// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desktop.h"
#include "support/patience.h"
#include "ui/desktop/desktop_message.h"
#include "ui/desktop/file_manager.h"
#include "ui/desktop/network_watch.h"
#include "ui/desktop/sleep_lock.h"

#include <QDBusMessage>
#include <QDesktopServices>
#include <QNetworkInformation>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QUrl>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

/// What a computer's network manager tells.
class NetworkDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state)
    Q_PROPERTY(uint Connectivity READ connectivity)

public:
    static constexpr uint gone = 20;
    static constexpr uint there = 70;

    [[nodiscard]] uint state() const { return m_state; }
    [[nodiscard]] uint connectivity() const { return m_state == there ? 4 : 1; }
    void setState(QDBusConnection bus, uint state)
    {
        m_state = state;
        QDBusMessage told = QDBusMessage::createSignal(u"/org/freedesktop/NetworkManager"_s,
                                                       u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        told << u"org.freedesktop.NetworkManager"_s
             << QVariantMap{{u"State"_s, state}, {u"Connectivity"_s, connectivity()}} << QStringList();
        bus.send(told);
    }

private:
    std::atomic<uint> m_state = there;
};

/// Against a real message bus of its own.
class TestDesktopServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMessageIsReplacedInPlace();
    void aMessageThatStays();
    void aMessageThatWasClosedIsKnownToBe();
    void aMessageAboutWorkGoesWithIt();
    void sleepIsHeldOffAndLetCome();
    void sleepIsHeldOffByTheDesktopToo();
    void aLockThatIsLetGoEarlyIsNotKept();
    void filesAreShownInTheirFolder();
    void aFolderOpensWithoutAFileManager();
    void theNetworkComesAndGoes();
    void takeUrl(const QUrl &url) { m_opened << url; }

private:
    test::PrivateBus m_bus;
    QList<QUrl> m_opened;
};

void TestDesktopServices::initTestCase()
{
    if (!m_bus.start()) {
        QSKIP("there is no dbus-daemon");
    }
}

void TestDesktopServices::aMessageIsReplacedInPlace()
{
    test::MessageDesk desk(m_bus.desktop());
    DesktopMessage message;
    const QSignalSpy invoked(&message, &DesktopMessage::invoked);
    message.show({u"Downloading 3 items…"_s, u"1 of 3 & <more>"_s, {}, 10, true});
    // The desktop has not answered yet: only the newest of these is worth its while.
    message.show({u"Downloading 3 items…"_s, u"2 of 3"_s, {}, 50, true});
    message.show({u"Download complete"_s, u"3 items"_s, {{u"folder"_s, u"Show in folder"_s}}});
    QTRY_COMPARE(desk.messages.size(), size_t(2));
    QCOMPARE(desk.messages[0].text, u"1 of 3 &amp; &lt;more&gt;"_s);
    QCOMPARE(desk.messages[0].hints[u"value"_s].toInt(), 10);
    QCOMPARE(desk.messages[0].hints[u"urgency"_s].toInt(), 0);
    QCOMPARE(desk.messages[0].replaced, 0U);
    QCOMPARE(desk.last().title, u"Download complete"_s);
    QCOMPARE(desk.last().replaced, 7U);
    QCOMPARE(desk.last().actions, QStringList({u"folder"_s, u"Show in folder"_s}));
    QVERIFY(!desk.last().hints.contains(u"value"_s));
    QCOMPARE(desk.last().timeout, -1);
    Q_EMIT desk.ActionInvoked(6, u"folder"_s); // somebody else's
    Q_EMIT desk.ActionInvoked(7, u"folder"_s);
    QTRY_COMPARE(invoked.count(), 1);
    QCOMPARE(invoked.first().first().toString(), u"folder"_s);
}

void TestDesktopServices::aMessageThatStays()
{
    test::MessageDesk desk(m_bus.desktop());
    DesktopMessage message;
    message.show({u"Downloading"_s, {}, {}, 0, true, true});
    QTRY_COMPARE(desk.messages.size(), size_t(1));
    QCOMPARE(desk.last().timeout, 0);
    QVERIFY(desk.last().hints[u"resident"_s].toBool());
}

void TestDesktopServices::aMessageThatWasClosedIsKnownToBe()
{
    test::MessageDesk desk(m_bus.desktop());
    DesktopMessage message;
    const QSignalSpy closed(&message, &DesktopMessage::closed);
    message.show({u"Import"_s});
    QTRY_COMPARE(desk.messages.size(), size_t(1));
    QVERIFY(message.isOpen());
    // The answer is with us once the second has the number of the first.
    message.show({u"Import"_s, u"again"_s});
    QTRY_COMPARE(desk.messages.size(), size_t(2));
    QTRY_VERIFY([&] {
        Q_EMIT desk.NotificationClosed(6, 2);
        Q_EMIT desk.NotificationClosed(7, 2);
        return QTest::qWaitFor([&] { return closed.count() > 0; }, 100);
    }());
    QCOMPARE(closed.count(), 1);
    QVERIFY(!message.isOpen());
    message.close();
    message.show({u"People"_s});
    QTRY_COMPARE(desk.messages.size(), size_t(3));
    QVERIFY(message.isOpen());
}

void TestDesktopServices::aMessageAboutWorkGoesWithIt()
{
    test::MessageDesk desk(m_bus.desktop());
    {
        DesktopMessage message;
        message.show({u"Downloading"_s, {}, {}, 5});
        message.show({u"Downloading"_s, {}, {}, 6});
        QTRY_COMPARE(desk.messages.size(), size_t(2));
        QTRY_COMPARE(desk.last().replaced, 7U);
        message.close();
        QTRY_COMPARE(desk.closedIds, std::vector<uint>{7});
        message.show({u"Downloading"_s, {}, {}, 7});
        QTRY_COMPARE(desk.messages.size(), size_t(3));
        QCOMPARE(desk.last().replaced, 0U);
        message.show({u"Downloading"_s, {}, {}, 8});
        QTRY_COMPARE(desk.messages.size(), size_t(4));
        message.show({u"Downloading"_s, {}, {}, 9});
        QTRY_COMPARE(desk.messages.size(), size_t(5));
    }
    QTRY_COMPARE(desk.closedIds, (std::vector<uint>{7, 7}));
}

void TestDesktopServices::sleepIsHeldOffAndLetCome()
{
    test::LoginDesk login(m_bus.desktop());
    {
        SleepLock lock;
        lock.hold(u"Downloading"_s);
        lock.hold(u"Downloading"_s);
        QTRY_VERIFY(lock.isHeld());
        QVERIFY(login.isHeld());
        QCOMPARE(login.wishes, QStringList({u"sleep:idle"_s, u"Kinframe"_s, u"block"_s}));
        lock.release();
        QVERIFY(!lock.isHeld());
        QTRY_VERIFY(!login.isHeld());
        lock.hold(u"Downloading"_s);
        QTRY_VERIFY(login.isHeld());
    }
    QTRY_VERIFY(!login.isHeld());
}

void TestDesktopServices::sleepIsHeldOffByTheDesktopToo()
{
    test::PowerDesk power(m_bus.desktop());
    SleepLock lock;
    lock.hold(u"Downloading"_s);
    QTRY_VERIFY(lock.isHeld());
    QCOMPARE(power.held, 1);
    lock.release();
    QVERIFY(!lock.isHeld());
    QTRY_COMPARE(power.held, 0);
}

void TestDesktopServices::aLockThatIsLetGoEarlyIsNotKept()
{
    test::LoginDesk login(m_bus.desktop());
    SleepLock lock;
    lock.hold(u"Downloading"_s);
    lock.release();
    QTRY_COMPARE(login.wishes.size(), 3);
    QTRY_VERIFY(!login.isHeld());
    QVERIFY(!lock.isHeld());
}

void TestDesktopServices::filesAreShownInTheirFolder()
{
    test::FilesDesk files(m_bus.desktop());
    FileManager manager;
    manager.show({u"/tmp/photos/IMG 1.jpg"_s, u"/tmp/photos/100%.jpg"_s});
    QTRY_COMPARE(files.shown.size(), 2);
    QCOMPARE(files.shown[0], u"file:///tmp/photos/IMG%201.jpg"_s);
    QCOMPARE(QUrl(files.shown[1]).toLocalFile(), u"/tmp/photos/100%.jpg"_s);
    manager.show({});
}

void TestDesktopServices::aFolderOpensWithoutAFileManager()
{
    QDesktopServices::setUrlHandler(u"file"_s, this, "takeUrl");
    FileManager manager;
    manager.show({u"/tmp/photos/IMG 1.jpg"_s, u"/tmp/photos/2.jpg"_s});
    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"file:///tmp/photos"_s)});
    manager.open(u"/tmp/photos/2.jpg"_s);
    QTRY_COMPARE(m_opened.last(), QUrl(u"file:///tmp/photos/2.jpg"_s));
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void TestDesktopServices::theNetworkComesAndGoes()
{
    // It is asked in a way that waits for the answer, so it answers on a thread of its own.
    QThread thread;
    thread.start();
    NetworkDesk desk;
    desk.moveToThread(&thread);
    QDBusConnection &bus = m_bus.desktop();
    QVERIFY(bus.registerObject(u"/org/freedesktop/NetworkManager"_s, &desk, QDBusConnection::ExportAllProperties));
    QVERIFY(bus.registerService(u"org.freedesktop.NetworkManager"_s));
    NetworkWatch watch;
    const bool isAsked = watch.isTold() && QNetworkInformation::instance()->backendName() == u"networkmanager"_s;
    const QSignalSpy changed(&watch, &NetworkWatch::changed);
    if (isAsked) {
        QTRY_VERIFY(watch.isThere());
        desk.setState(bus, NetworkDesk::gone);
        QTRY_VERIFY(!watch.isThere());
        desk.setState(bus, NetworkDesk::there);
        QTRY_VERIFY(watch.isThere());
        QCOMPARE(changed.last().first().toBool(), true);
    }
    bus.unregisterService(u"org.freedesktop.NetworkManager"_s);
    bus.unregisterObject(u"/org/freedesktop/NetworkManager"_s);
    thread.quit();
    thread.wait();
    if (!isAsked) {
        QSKIP("Qt asks another part of this system about the network");
    }
}

QTEST_MAIN(TestDesktopServices)
#include "tst_desktop_services.moc"

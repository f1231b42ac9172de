// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tray_watch.h"
#include "ui/shell/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
const QString tray = u"org.kde.StatusNotifierWatcher"_s;

} // namespace

/// The part of a desktop that shows messages.
class MessageDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Message
    {
        QString title;
        QString text;
        uint replaced = 0;
    };
    std::vector<Message> messages;

public Q_SLOTS:
    uint Notify(const QString &, uint replaced, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        messages.push_back({title, text, replaced});
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

/// Against a real message bus of its own.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aTrayComesAndGoes();
    void messagesAreShown();

private:
    QProcess m_bus;
    std::optional<QDBusConnection> m_desktop; ///< the desktop's end of the bus
};

void TestDesktop::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty()) {
        QSKIP("there is no dbus-daemon");
    }
    m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead());
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_desktop = QDBusConnection::connectToBus(QString::fromUtf8(address), u"desktop"_s);
    QVERIFY(m_desktop->isConnected());
}

void TestDesktop::cleanupTestCase()
{
    m_desktop.reset();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestDesktop::aTrayComesAndGoes()
{
    const TrayWatch early;
    QVERIFY(!early.isThere());
    QVERIFY(m_desktop->registerService(tray));
    QTRY_VERIFY(early.isThere());
    const TrayWatch late;
    QTRY_VERIFY(late.isThere());
    QVERIFY(m_desktop->unregisterService(tray));
    QTRY_VERIFY(!early.isThere());
    QTRY_VERIFY(!late.isThere());
}

void TestDesktop::messagesAreShown()
{
    MessageDesk desk;
    QVERIFY(m_desktop->registerObject(notificationsPath, &desk,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(m_desktop->registerService(notifications));
    Notifier notifier;
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.notify(u"Import"_s, u"Tom & <Jerry>"_s);
    QTRY_COMPARE(desk.messages.size(), size_t(1));
    QCOMPARE(desk.messages.back().title, u"Import"_s);
    QCOMPARE(desk.messages.back().text, u"Tom &amp; &lt;Jerry&gt;"_s);
    QCOMPARE(desk.messages.back().replaced, 0U);
    // A later one takes the place of the earlier.
    QTRY_VERIFY([&] {
        notifier.notify(u"People"_s, u"Two"_s);
        return QTest::qWaitFor([&] { return desk.messages.back().replaced == 7; }, 100);
    }());
    Q_EMIT desk.ActionInvoked(6, u"default"_s); // somebody else's
    Q_EMIT desk.ActionInvoked(7, u"default"_s);
    QTRY_COMPARE(activated.count(), 1);
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desktop.h"
#include "support/patience.h"
#include "ui/base/tray_watch.h"
#include "ui/shell/notifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

const QString tray = u"org.kde.StatusNotifierWatcher"_s;

} // namespace

/// Against a real message bus of its own.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTrayComesAndGoes();
    void messagesAreShown();

private:
    kinframe::test::PrivateBus m_bus;
};

void TestDesktop::initTestCase()
{
    if (!m_bus.start()) {
        QSKIP("there is no dbus-daemon");
    }
}

void TestDesktop::aTrayComesAndGoes()
{
    const TrayWatch early;
    QVERIFY(!early.isThere());
    QVERIFY(m_bus.desktop().registerService(tray));
    QTRY_VERIFY(early.isThere());
    const TrayWatch late;
    QTRY_VERIFY(late.isThere());
    QVERIFY(m_bus.desktop().unregisterService(tray));
    QTRY_VERIFY(!early.isThere());
    QTRY_VERIFY(!late.isThere());
}

void TestDesktop::messagesAreShown()
{
    kinframe::test::MessageDesk desk(m_bus.desktop());
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

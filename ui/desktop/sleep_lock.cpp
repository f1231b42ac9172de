// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sleep_lock.h"

#include <utility>

#ifdef KINFRAME_DBUS
#include "ui/base/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#elif defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <IOKit/pwr_mgt/IOPMLib.h>
#endif

namespace kinframe::ui {

using namespace Qt::StringLiterals;

SleepLock::SleepLock(QObject *parent)
    : QObject(parent)
{
}

SleepLock::~SleepLock()
{
    release();
}

void SleepLock::setHeld(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) != isHeld) {
        Q_EMIT heldChanged();
    }
}

#ifdef KINFRAME_DBUS

namespace {

// https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html: whoever has the descriptor open.
const QString loginService = u"org.freedesktop.login1"_s;
const QString loginPath = u"/org/freedesktop/login1"_s;
const QString loginInterface = u"org.freedesktop.login1.Manager"_s;
// Desktops without it have this one.
const QString powerService = u"org.freedesktop.PowerManagement"_s;
const QString powerPath = u"/org/freedesktop/PowerManagement/Inhibit"_s;
const QString powerInterface = u"org.freedesktop.PowerManagement.Inhibit"_s;

} // namespace

void SleepLock::hold(const QString &why)
{
    if (!std::exchange(m_isWanted, true)) {
        ++m_round;
        askLogin(why);
    }
}

void SleepLock::askLogin(const QString &why)
{
    if (!hasSystemBus()) {
        askDesktop(why);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(loginService, loginPath, loginInterface, u"Inhibit"_s);
    call << u"sleep:idle"_s << u"Kinframe"_s << why << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, why, round = m_round] {
        watcher->deleteLater();
        if (!m_isWanted || round != m_round) {
            return;
        }
        if (const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher; reply.isValid()) {
            m_lock = reply.value();
            setHeld(m_lock.isValid());
        } else {
            askDesktop(why);
        }
    });
}

void SleepLock::askDesktop(const QString &why)
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(powerService, powerPath, powerInterface, u"Inhibit"_s);
    call << u"Kinframe"_s << why;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, round = m_round] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isValid()) {
            return; // Nothing here sleeps by itself, or it cannot be asked not to.
        }
        m_cookie = reply.value();
        m_hasCookie = true;
        if (m_isWanted && round == m_round) {
            setHeld(true);
        } else {
            giveBackCookie();
        }
    });
}

void SleepLock::giveBackCookie()
{
    if (std::exchange(m_hasCookie, false)) {
        QDBusMessage call = QDBusMessage::createMethodCall(powerService, powerPath, powerInterface, u"UnInhibit"_s);
        call << m_cookie;
        QDBusConnection::sessionBus().send(call);
    }
}

void SleepLock::release()
{
    m_isWanted = false;
    m_lock = QDBusUnixFileDescriptor();
    giveBackCookie();
    setHeld(false);
}

#elif defined(Q_OS_WIN)

void SleepLock::hold(const QString &)
{
    m_isWanted = true;
    setHeld(SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED) != 0);
}

void SleepLock::release()
{
    if (std::exchange(m_isWanted, false)) {
        SetThreadExecutionState(ES_CONTINUOUS);
    }
    setHeld(false);
}

#elif defined(Q_OS_MACOS)

void SleepLock::hold(const QString &why)
{
    if (std::exchange(m_isWanted, true)) {
        return;
    }
    const CFStringRef name = why.toCFString();
    setHeld(IOPMAssertionCreateWithName(kIOPMAssertionTypePreventUserIdleSystemSleep, kIOPMAssertionLevelOn, name,
                                        &m_assertion) == kIOReturnSuccess);
    CFRelease(name);
}

void SleepLock::release()
{
    m_isWanted = false;
    if (m_isHeld) {
        IOPMAssertionRelease(m_assertion);
    }
    setHeld(false);
}

#else

void SleepLock::hold(const QString &)
{
    m_isWanted = true;
}

void SleepLock::release()
{
    m_isWanted = false;
}

#endif

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tray_watch.h"

#ifdef KINFRAME_DBUS
#include "ui/base/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#endif

namespace kinframe::ui {

#ifdef KINFRAME_DBUS

namespace {

using namespace Qt::StringLiterals;

// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem: who shows the icons of others.
const QString trayService = u"org.kde.StatusNotifierWatcher"_s;
const QString busService = u"org.freedesktop.DBus"_s;
const QString busPath = u"/org/freedesktop/DBus"_s;

} // namespace

TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
{
    if (!hasSessionBus()) {
        return;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusServiceWatcher(trayService, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] { set(true); });
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { set(false); });
    QDBusMessage call = QDBusMessage::createMethodCall(busService, busPath, busService, u"NameHasOwner"_s);
    call << trayService;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        if (const QDBusPendingReply<bool> reply = *answer; reply.isValid()) {
            set(reply.value());
        }
        answer->deleteLater();
    });
}

#else

TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
    , m_isThere(true)
{
}

#endif

void TrayWatch::set(bool isThere)
{
    if (m_isThere != isThere) {
        m_isThere = isThere;
        Q_EMIT changed();
    }
}

} // namespace kinframe::ui

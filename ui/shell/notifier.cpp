// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#ifdef KINFRAME_DBUS
#include "ui/base/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>
#endif

namespace kinframe::ui {

#ifdef KINFRAME_DBUS

namespace {

using namespace Qt::StringLiterals;

// https://specifications.freedesktop.org/notification-spec
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString usualAction = u"default"_s;

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
}

void Notifier::notify(const QString &title, const QString &text)
{
    if (!hasSessionBus()) {
        return; // No desktop, nobody to tell.
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!std::exchange(m_isListening, true)) {
        bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    }
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"org.kinframe.Kinframe"_s}};
    call << u"Kinframe"_s << m_lastId << u"org.kinframe.Kinframe"_s << title << text.toHtmlEscaped()
         << QStringList{usualAction, tr("Show")} << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        if (const QDBusPendingReply<uint> reply = *watcher; reply.isValid()) {
            m_lastId = reply.value();
        }
        watcher->deleteLater();
    });
}

void Notifier::actionInvoked(uint id, const QString &action)
{
    if (id == m_lastId && action == usualAction) {
        Q_EMIT activated();
    }
}

#else

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
}

void Notifier::notify(const QString &title, const QString &text)
{
    Q_EMIT trayMessage(title, text);
}

#endif

} // namespace kinframe::ui

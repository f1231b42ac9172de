// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktop_message.h"

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
constexpr int usualWhile = -1;
constexpr int noEnd = 0;
constexpr uchar lowUrgency = 0;

QVariantMap hintsOf(const DesktopMessage::Content &content)
{
    QVariantMap hints{{u"desktop-entry"_s, u"org.kinframe.Kinframe"_s}};
    if (content.percent >= 0) {
        hints.insert(u"value"_s, content.percent);
    }
    if (content.isQuiet) {
        hints.insert(u"urgency"_s, QVariant::fromValue(lowUrgency));
        hints.insert(u"suppress-sound"_s, true);
    }
    if (content.stays) {
        hints.insert(u"resident"_s, true);
    }
    return hints;
}

} // namespace

DesktopMessage::DesktopMessage(QObject *parent)
    : QObject(parent)
{
}

DesktopMessage::~DesktopMessage()
{
    if (m_isOpen && m_content.percent >= 0) {
        close();
    }
}

void DesktopMessage::show(const Content &content)
{
    if (!hasSessionBus()) {
        return; // No desktop, nobody to tell.
    }
    m_waiting = content;
    m_isOpen = true;
    if (!m_isSending) {
        send();
    }
}

void DesktopMessage::send()
{
    m_content = *std::exchange(m_waiting, std::nullopt);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!std::exchange(m_isListening, true)) {
        bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(hearAction(uint, QString)));
        bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(hearClosed(uint, uint)));
    }
    QStringList actions;
    for (const Action &action : m_content.actions) {
        actions << action.key << action.text;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    call << u"Kinframe"_s << m_id << u"org.kinframe.Kinframe"_s << m_content.title << m_content.text.toHtmlEscaped()
         << actions << hintsOf(m_content) << (m_content.stays ? noEnd : usualWhile);
    m_isSending = true;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        m_isSending = false;
        watcher->deleteLater();
        if (const QDBusPendingReply<uint> reply = *watcher; reply.isValid()) {
            m_id = reply.value();
        }
        if (!m_isOpen) {
            close(); // It was closed before it had its number.
        } else if (m_waiting) {
            send();
        }
    });
}

void DesktopMessage::close()
{
    m_isOpen = false;
    m_waiting.reset();
    if (m_id == 0 || m_isSending) {
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"CloseNotification"_s);
    call << std::exchange(m_id, 0);
    QDBusConnection::sessionBus().send(call);
}

void DesktopMessage::hearAction(uint id, const QString &key)
{
    if (id == m_id) {
        Q_EMIT invoked(key);
    }
}

void DesktopMessage::hearClosed(uint id, uint)
{
    // While the next content is on its way the desktop shows it again.
    if (id == m_id && m_isOpen && !m_isSending) {
        m_isOpen = false;
        Q_EMIT closed();
    }
}

#else

DesktopMessage::DesktopMessage(QObject *parent)
    : QObject(parent)
{
}

DesktopMessage::~DesktopMessage() = default;

void DesktopMessage::show(const Content &content)
{
    // An icon's message cannot be replaced: what only tells how far something is would be said again and again.
    if (content.percent < 0 || !m_isOpen) {
        Q_EMIT trayMessage(content.title, content.text);
    }
    m_isOpen = true;
}

void DesktopMessage::close()
{
    m_isOpen = false;
}

#endif

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desktop.h"

#include <QStandardPaths>

#include <poll.h>
#include <unistd.h>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

const QString busName = u"desktop"_s;

void offer(QDBusConnection &bus, const QString &service, const QString &path, QObject *object)
{
    bus.registerObject(path, object, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    bus.registerService(service);
}

void withdraw(QDBusConnection &bus, const QString &service, const QString &path)
{
    bus.unregisterService(service);
    bus.unregisterObject(path);
}

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
const QString login = u"org.freedesktop.login1"_s;
const QString loginPath = u"/org/freedesktop/login1"_s;
const QString power = u"org.freedesktop.PowerManagement"_s;
const QString powerPath = u"/org/freedesktop/PowerManagement/Inhibit"_s;
const QString files = u"org.freedesktop.FileManager1"_s;
const QString filesPath = u"/org/freedesktop/FileManager1"_s;

} // namespace

PrivateBus::~PrivateBus()
{
    if (m_desktop) {
        m_desktop.reset();
        QDBusConnection::disconnectFromBus(busName);
    }
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool PrivateBus::start()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty()) {
        return false;
    }
    m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForReadyRead()) {
        return false;
    }
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    m_desktop = QDBusConnection::connectToBus(QString::fromUtf8(address), busName);
    return m_desktop->isConnected();
}

MessageDesk::MessageDesk(QDBusConnection &bus)
    : m_bus(bus)
{
    offer(m_bus, notifications, notificationsPath, this);
}

MessageDesk::~MessageDesk()
{
    withdraw(m_bus, notifications, notificationsPath);
}

uint MessageDesk::Notify(const QString &, uint replaced, const QString &, const QString &title, const QString &text,
                         const QStringList &actions, const QVariantMap &hints, int timeout)
{
    messages.push_back({title, text, replaced, actions, hints, timeout});
    return replaced != 0 ? replaced : nextId;
}

void MessageDesk::CloseNotification(uint id)
{
    closedIds.push_back(id);
}

LoginDesk::LoginDesk(QDBusConnection &bus)
    : m_bus(bus)
{
    offer(m_bus, login, loginPath, this);
}

LoginDesk::~LoginDesk()
{
    withdraw(m_bus, login, loginPath);
    if (m_ours >= 0) {
        ::close(m_ours);
    }
}

bool LoginDesk::isHeld() const
{
    if (m_ours < 0) {
        return false;
    }
    pollfd end{m_ours, POLLIN, 0};
    return ::poll(&end, 1, 0) == 0; // Nothing to be read, not even the end.
}

QDBusUnixFileDescriptor LoginDesk::Inhibit(const QString &what, const QString &who, const QString &,
                                           const QString &mode)
{
    wishes << what << who << mode;
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) {
        return {};
    }
    if (m_ours >= 0) {
        ::close(m_ours);
    }
    m_ours = ends[0];
    QDBusUnixFileDescriptor lock;
    lock.giveFileDescriptor(ends[1]);
    return lock;
}

PowerDesk::PowerDesk(QDBusConnection &bus)
    : m_bus(bus)
{
    offer(m_bus, power, powerPath, this);
}

PowerDesk::~PowerDesk()
{
    withdraw(m_bus, power, powerPath);
}

uint PowerDesk::Inhibit(const QString &, const QString &)
{
    ++held;
    return 42;
}

void PowerDesk::UnInhibit(uint cookie)
{
    held -= cookie == 42 ? 1 : 0;
}

FilesDesk::FilesDesk(QDBusConnection &bus)
    : m_bus(bus)
{
    offer(m_bus, files, filesPath, this);
}

FilesDesk::~FilesDesk()
{
    withdraw(m_bus, files, filesPath);
}

void FilesDesk::ShowItems(const QStringList &urls, const QString &)
{
    shown << urls;
}

} // namespace kinframe::test

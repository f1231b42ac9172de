// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QProcess>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace kinframe::test {

/// A message bus of its own, which this process takes for the desktop's and the computer's.
class PrivateBus
{
public:
    ~PrivateBus();

    /// False where this computer has no program for it.
    [[nodiscard]] bool start();
    /// The end of those who answer; that of who asks is QDBusConnection's usual one.
    [[nodiscard]] QDBusConnection &desktop() { return *m_desktop; }

private:
    QProcess m_daemon;
    std::optional<QDBusConnection> m_desktop;
};

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
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };
    /// On the bus from now on, until it goes.
    explicit MessageDesk(QDBusConnection &bus);
    ~MessageDesk() override;

    [[nodiscard]] const Message &last() const { return messages.back(); }

    std::vector<Message> messages;
    std::vector<uint> closedIds; ///< those that were asked to go
    uint nextId = 7;

public Q_SLOTS:
    uint Notify(const QString &program, uint replaced, const QString &icon, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
};

/// What keeps a computer awake for who asks.
class LoginDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit LoginDesk(QDBusConnection &bus);
    ~LoginDesk() override;

    /// Somebody still has the last lock open.
    [[nodiscard]] bool isHeld() const;

    QStringList wishes; ///< what, who and how

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    QDBusConnection m_bus;
    int m_ours = -1; ///< reads the end of the lock
};

/// The same on a desktop without it.
class PowerDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    explicit PowerDesk(QDBusConnection &bus);
    ~PowerDesk() override;

    int held = 0;

public Q_SLOTS:
    uint Inhibit(const QString &program, const QString &reason);
    void UnInhibit(uint cookie);

private:
    QDBusConnection m_bus;
};

/// A program for files.
class FilesDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public:
    explicit FilesDesk(QDBusConnection &bus);
    ~FilesDesk() override;

    QStringList shown;

public Q_SLOTS:
    void ShowItems(const QStringList &urls, const QString &startup);

private:
    QDBusConnection m_bus;
};

} // namespace kinframe::test

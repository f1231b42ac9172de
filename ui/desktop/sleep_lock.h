// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#ifdef KINFRAME_DBUS
#include <QDBusUnixFileDescriptor>
#endif

namespace kinframe::ui {

/// Keeps the computer from falling asleep by itself while it is held; the screen may go dark. GUI thread; nothing
/// waits.
class SleepLock : public QObject
{
    Q_OBJECT

public:
    explicit SleepLock(QObject *parent = nullptr);
    /// Lets it sleep again.
    ~SleepLock() override;

    /// `why` is shown by the system to who asks what keeps it awake. Nothing where it is held already.
    void hold(const QString &why);
    void release();

    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    /// The system has agreed.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

    Q_SIGNAL void heldChanged();

private:
    void setHeld(bool isHeld);

    bool m_isWanted = false;
    bool m_isHeld = false;
#ifdef KINFRAME_DBUS
    void askLogin(const QString &why);
    void askDesktop(const QString &why);
    void giveBackCookie();

    quint64 m_round = 0;            ///< answers to earlier questions do not count
    QDBusUnixFileDescriptor m_lock; ///< held as long as it is open
    uint m_cookie = 0;              ///< of the desktop, where it holds the lock
    bool m_hasCookie = false;
#elif defined(Q_OS_MACOS)
    quint32 m_assertion = 0;
#endif
};

} // namespace kinframe::ui

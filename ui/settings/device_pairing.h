// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace kinframe::ui {

/// Lets one device in: a token for it to read, then the digits that it shows too, to be compared. GUI thread.
class DevicePairing : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// For the device; empty where none is awaited.
    Q_PROPERTY(QString token READ token NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)
    /// "123 456"
    Q_PROPERTY(QString code READ code NOTIFY changed)

public:
    /// Confirmed: it may fetch its key. Paired: it has. Expired: nobody came, or gave up.
    enum class State { Closed, Inviting, Comparing, Confirmed, Paired, Expired };
    Q_ENUM(State)

    explicit DevicePairing(QObject *parent = nullptr);
    /// As close().
    ~DevicePairing() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &token() const { return m_token; }
    [[nodiscard]] const QString &deviceName() const { return m_deviceName; }
    [[nodiscard]] QString code() const;

    Q_INVOKABLE void invite();
    /// The digits are the same on both.
    Q_INVOKABLE void confirm();
    /// Refuses who asks and is not confirmed.
    Q_INVOKABLE void close();

    Q_SIGNAL void changed();

private:
    void look();
    void become(State state);

    State m_state = State::Closed;
    QString m_token;
    QString m_deviceName;
    QString m_code;
    QUuid m_device;
    qint64 m_until = 0;
    QTimer m_timer; ///< what asks lies in memory and is looked at often, while a person looks too
};

} // namespace kinframe::ui

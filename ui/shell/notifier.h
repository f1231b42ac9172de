// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop_message.h"

#include <qqml.h>

namespace kinframe::ui {

/// Says things on the desktop, for a person who is looking at something else. GUI thread.
class Notifier : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit Notifier(QObject *parent = nullptr);

    /// Shows it for a while; a later one takes the place of an earlier. Does not wait.
    Q_INVOKABLE void notify(const QString &title, const QString &text);

    /// The person has clicked on it.
    Q_SIGNAL void activated();
    /// The desktop takes messages only from the tray's icon.
    Q_SIGNAL void trayMessage(const QString &title, const QString &text);

private:
    DesktopMessage m_message;
};

} // namespace kinframe::ui

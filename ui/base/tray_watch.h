// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <qqml.h>

namespace kinframe::ui {

/// Whether this desktop has a tray to put an icon in. It may come and go. GUI thread.
class TrayWatch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)

public:
    explicit TrayWatch(QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_isThere; }

    Q_SIGNAL void changed();

private:
    void set(bool isThere);

    bool m_isThere = false;
};

} // namespace kinframe::ui

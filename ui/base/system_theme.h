// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <qqml.h>

namespace kinframe::ui {

/// Whether the desktop is dark. The one place that knows how each Qt and each desktop tells. GUI thread.
class SystemTheme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)

public:
    explicit SystemTheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }
    Q_SIGNAL void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< where Qt has no signal for it

private:
    void look();
    bool m_isDark = false;
};

} // namespace kinframe::ui

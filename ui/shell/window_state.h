// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickWindow>
#include <QTimer>
#include <qqml.h>

namespace kinframe::ui {

/// Size, place and maximised state of the window, as they were when it was last used, on a screen that there still is.
/// GUI thread.
class WindowState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)

public:
    explicit WindowState(QObject *parent = nullptr);
    ~WindowState() override;

    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    /// Gives the window its place; it should not be visible yet.
    void setWindow(QQuickWindow *window);
    /// How it should be shown.
    Q_INVOKABLE void show();
    /// Brings it before all others.
    Q_INVOKABLE void raise();

    /// `wanted` moved and shrunk so that it lies on the screen that it overlaps most; in the middle of the first where
    /// it overlaps none. `screens` is not empty.
    [[nodiscard]] static QRect fitted(const QRect &wanted, const QList<QRect> &screens);

    Q_SIGNAL void windowChanged();

private:
    void keep();

    QPointer<QQuickWindow> m_window;
    QRect m_normal; ///< as long as it is not maximised
    bool m_isMaximised = false;
    QTimer m_timer;
};

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/desktop.h"

#include <QImage>
#include <QQuickItem>

namespace kinframe::tests {

/// The program with its window in this process, used as a person does: by what stands on the buttons and by keys.
class WindowDriver
{
public:
    /// Over the library in that folder, which need not exist.
    explicit WindowDriver(const QString &folder);
    /// Closes it.
    ~WindowDriver();

    /// Shows the window; true when it is on the screen.
    [[nodiscard]] bool start();
    /// Closes the window as a person does; false where the program has not ended within that time.
    [[nodiscard]] bool quit(int ms = 60'000);

    [[nodiscard]] ui::LibraryState &state() { return m_desktop->state(); }
    [[nodiscard]] QQuickWindow *window() const { return m_desktop->window(); }
    /// The topmost visible item that shows just this text, or has it as its objectName; null where there is none.
    [[nodiscard]] QQuickItem *find(const QString &text) const;
    /// Waits for it; false where it does not come.
    [[nodiscard]] bool waitFor(const QString &text, int ms = 60'000) const;
    /// Waits until nothing has that text any more.
    [[nodiscard]] bool waitForNo(const QString &text, int ms = 60'000) const;
    /// Waits for it and clicks on it.
    [[nodiscard]] bool click(const QString &text, int ms = 60'000) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void type(const QString &text) const;
    /// Drags these files from elsewhere to that place of the window and lets go.
    void drop(const QStringList &files, QPointF place) const;
    [[nodiscard]] QImage grab() const { return window()->grabWindow(); }
    /// Listens to warnings from here on; to call once the library is open, as that gives the program a log.
    static void hearWarnings();
    /// What was warned of since.
    [[nodiscard]] static QStringList warnings();
    /// A singleton of the window's modules, such as Navigator.
    [[nodiscard]] QObject *singleton(const QByteArray &module, const QByteArray &name) const;
    /// Shows that place.
    void go(const QString &place) const;
    /// Shows what the page of that place has for the target.
    void open(const QString &place, const QVariantMap &target) const;
    /// The names of all of them, in the order of the rail; empty until the library is open.
    [[nodiscard]] QStringList places() const;

private:
    std::unique_ptr<app::Desktop> m_desktop;
    bool m_hasEnded = false;
};

} // namespace kinframe::tests

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "ui/base/context.h"
#include "ui/window/window_driver.h"

namespace kinframe::tests {

/// The program's window over a library of a few drawn photos, beside a server that answers as scripted. Downloads go to
/// a folder of the library's.
class FetchingWindow
{
public:
    /// Once for a program, before all else.
    static void prepare();
    /// Makes the library and the server; nothing is shown yet.
    FetchingWindow();
    /// Closes the window; the library goes.
    ~FetchingWindow();

    /// Shows the window; false where it does not come.
    [[nodiscard]] bool open();
    /// Closes it; what was warned of while it was open, but for what went wrong with a server, which is in the log.
    [[nodiscard]] QStringList close();

    [[nodiscard]] const ui::Services &services() const;
    [[nodiscard]] QString path(const QString &name) const { return m_library + u'/' + name; }
    [[nodiscard]] QString gallery() const { return path(QStringLiteral("gallery")); }

    test::FaultServer server;
    std::unique_ptr<WindowDriver> window;

private:
    QString m_library;
};

} // namespace kinframe::tests

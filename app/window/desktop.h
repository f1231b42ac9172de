// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/invocation.h"
#include "app/use_watch.h"
#include "app/window/library_keeper.h"
#include "app/window/translations.h"
#include "ui/base/preferences.h"
#include "ui/shell/instance.h"
#include "ui/shell/library_state.h"
#include "ui/shell/stall_watch.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <memory>
#include <optional>

namespace kinframe::ui {
class Context;
}

namespace kinframe::app {

/// The program with its window: the window is there at once, the library is opened beside it, and closed after it.
/// GUI thread.
class Desktop : public QObject
{
    Q_OBJECT

public:
    explicit Desktop(const Invocation &invocation);
    ~Desktop() override;

    /// True where a window of this library runs already and has taken over what was asked.
    [[nodiscard]] bool isHandedOver() const;
    /// False where there is no window to be had.
    bool show();
    /// Hides the window and closes the library; `ended` follows.
    void quit();

    [[nodiscard]] QQuickWindow *window() const;
    [[nodiscard]] ui::LibraryState &state() { return m_state; }

    Q_SIGNAL void ended();

private:
    /// The window and all that shows the library.
    void dropWindow();
    void opened();
    void takeFiles(const QStringList &files);
    void giveFiles();

    const QString m_root;
    const QStringList m_files;  ///< given on the command line
    QStringList m_waitingFiles; ///< until the library is open
    std::optional<ui::StallWatch> m_stalls;
    ui::Instance m_instance;
    ui::Preferences m_preferences;
    ui::LibraryState m_state;
    LibraryKeeper m_keeper;
    UseWatch m_use;
    std::unique_ptr<ui::Context> m_context;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::optional<Translations> m_translations;
    bool m_isQuitting = false;
};

} // namespace kinframe::app

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open_library.h"
#include "app/running_server.h"
#include "app/sharing.h"
#include "ui/base/services.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <optional>

namespace kinframe::app {

/// The window's library and its server, opened and closed on a thread of their own: both may wait for the disk, and the
/// window must not. Its calls on the GUI thread; they return at once, and a signal says how it went.
class LibraryKeeper : public QObject
{
    Q_OBJECT

public:
    LibraryKeeper(QString root, const ServeOptions &options);
    /// Closes, and waits for it.
    ~LibraryKeeper() override;

    /// Later: opened or failed.
    void open();
    /// Asks the server that has the library to end, waits for that, and opens. Later: opened or failed.
    void takeOver();
    /// Stops all work; what is not done goes on at the next start. Nothing of the services is used any more. Later:
    /// closed.
    void close();

    /// From opened() until close().
    [[nodiscard]] ui::Services services() const;
    [[nodiscard]] qint64 userId() const { return m_userId; }
    [[nodiscard]] ui::Sharing &sharing() { return m_sharing; }
    /// Somebody works in the window, or does not any more.
    void setInUse(bool isInUse);

    Q_SIGNAL void opened();
    Q_SIGNAL void failed(const kinframe::Error &error, bool canTakeOver);
    Q_SIGNAL void closed();

private:
    void openNow();
    void takeOverNow();
    void closeNow();
    [[nodiscard]] Result<void> openAll();
    void say(const Result<void> &outcome);

    const QString m_root;
    std::unique_ptr<OpenLibrary> m_library;
    qint64 m_userId = 0;
    std::atomic<bool> m_isClosing = false;
    QObject m_hand; ///< lives on the thread: calls to it run there
    QThread m_thread;
    Sharing m_sharing;
};

} // namespace kinframe::app

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QString>
#include <qqml.h>

namespace kinframe::ui {

/// How the library that the window belongs to stands. The program that opens and closes it says so; the window shows
/// it and hands on what the person wants done. GUI thread.
class LibraryState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program gives it to the window.")
    Q_PROPERTY(Status status READ status NOTIFY changed)
    Q_PROPERTY(QString folder READ folder CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(bool canTakeOver READ canTakeOver NOTIFY changed)

public:
    enum class Status { Opening, Waiting, Ready, Failed, Closing };
    Q_ENUM(Status)

    /// `folder` of the library.
    explicit LibraryState(QString folder, QObject *parent = nullptr);

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString folder() const { return m_folder; }
    /// What went wrong, in a few words; empty while nothing has.
    [[nodiscard]] QString title() const;
    /// Why, and what to do.
    [[nodiscard]] QString sentence() const;
    /// Another process has the library and can be asked to end.
    [[nodiscard]] bool canTakeOver() const { return m_canTakeOver; }

    // For the program.
    void setStatus(Status status);
    void setFailed(const Error &error, bool canTakeOver);
    /// The language has changed.
    void retranslate() { Q_EMIT changed(); }

    // For the window.
    Q_INVOKABLE void retry();
    Q_INVOKABLE void takeOver();
    Q_INVOKABLE void quit();

    Q_SIGNAL void changed();
    Q_SIGNAL void openRequested();
    Q_SIGNAL void takeOverRequested();
    Q_SIGNAL void quitRequested();
    /// Somebody wants to see the window: a second start, the tray.
    Q_SIGNAL void raiseRequested();
    /// Files and folders that a second start hands over.
    Q_SIGNAL void filesGiven(const QStringList &paths);

private:
    QString m_folder;
    Status m_status = Status::Opening;
    Error m_error;
    bool m_canTakeOver = false;
};

} // namespace kinframe::ui

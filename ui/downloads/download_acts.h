// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/base/context.h"
#include "ui/base/undo_stack.h"

#include <QObject>
#include <QStringList>
#include <qqml.h>

#include <functional>
#include <memory>

class QJSEngine;
class QQmlEngine;

namespace kinframe::transfer {
class Downloads;
struct DownloadTask;
} // namespace kinframe::transfer

namespace kinframe::ui {

/// What people do with downloads. What it changes the download manager tells of. One for the engine. GUI thread.
class DownloadActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static DownloadActs *create(QQmlEngine *engine, QJSEngine *);

    Q_INVOKABLE void pause(const QStringList &tasks);
    Q_INVOKABLE void resume(const QStringList &tasks);
    Q_INVOKABLE void retry(const QStringList &tasks);
    /// Can be taken back: then they begin anew.
    Q_INVOKABLE void cancel(const QStringList &tasks);
    /// Takes what has ended off the list; the files stay. Cannot be taken back.
    Q_INVOKABLE void remove(const QStringList &tasks);

    Q_INVOKABLE void pauseAll();
    Q_INVOKABLE void resumeAll();
    /// Can be taken back: then they begin anew.
    Q_INVOKABLE void cancelAll();
    Q_INVOKABLE void retryFailed();
    /// Takes all that has ended off the list; the files stay. Cannot be taken back.
    Q_INVOKABLE void removeEnded();

    /// The addresses of files in a text or in what was dropped, one by one; nothing else is an address.
    [[nodiscard]] Q_INVOKABLE QStringList linksIn(const QString &text) const;
    /// What the clipboard has of them, each on a line of its own.
    [[nodiscard]] Q_INVOKABLE QString copiedLinks() const;
    Q_INVOKABLE void add(const QStringList &links);

    /// A sentence that says what was done, where the page does not show it anyway.
    Q_SIGNAL void done(const QString &text);
    /// What went wrong and what to do.
    Q_SIGNAL void wentWrong(const QString &text);

private:
    explicit DownloadActs(QQmlEngine *engine);
    struct Act;
    static const Act pauseAct;
    static const Act resumeAct;
    static const Act retryAct;
    static const Act cancelAct;
    static const Act removeAct;
    using AllAct = Result<qint64> (transfer::Downloads::*)();
    void perform(const QStringList &tasks, const Act &act, std::function<void(int)> said = {});
    void performAll(AllAct act, std::function<void(int)> said);
    [[nodiscard]] std::shared_ptr<UndoStack::Doing> begin() const;
    void offerUndo(UndoStack::Doing &doing, const QStringList &tasks);
    [[nodiscard]] transfer::Downloads *downloads() const;

    Context *m_context;
};

} // namespace kinframe::ui

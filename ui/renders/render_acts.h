// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/tasks.h"
#include "ui/base/context.h"

#include <QList>
#include <QObject>
#include <qqml.h>

#include <functional>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// What people do with renders. What it changes the library tells of. One for the engine. GUI thread.
class RenderActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static RenderActs *create(QQmlEngine *engine, QJSEngine *);

    Q_INVOKABLE void pause(int task);
    Q_INVOKABLE void resume(int task);
    /// Cannot be taken back.
    Q_INVOKABLE void cancel(int task);
    Q_INVOKABLE void retryFailed(int task);
    /// Frames by their numbers.
    Q_INVOKABLE void retryFrames(int task, const QList<int> &frames);
    /// Removes its work files for good; the pictures stay in the library.
    Q_INVOKABLE void cleanUp(int task);

    /// A sentence that says what was done, where the page does not show it anyway.
    Q_SIGNAL void done(const QString &text);
    /// What went wrong and what to do.
    Q_SIGNAL void wentWrong(const QString &text);

private:
    explicit RenderActs(QQmlEngine *engine);
    /// `act(tasks, caller) -> Result<T>` on another thread, `said(T)` gives the sentence; empty: none.
    template <typename Act, typename Said>
    void perform(Act act, Said said);

    Context *m_context;
};

} // namespace kinframe::ui

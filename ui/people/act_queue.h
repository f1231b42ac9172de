// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/base/act_line.h"
#include "ui/base/services.h"
#include "ui/base/undo_stack.h"

#include <QObject>
#include <QSet>
#include <QUuid>

#include <functional>
#include <vector>

class QQmlEngine;

namespace kinframe::ui {

class Context;

/// Acts of the history, one after the other in the order in which they were asked for, and what takes each back. GUI
/// thread.
class ActQueue : public QObject
{
    Q_OBJECT

public:
    /// What an act has done.
    struct Outcome
    {
        std::vector<QUuid> acts = {}; ///< in the history, oldest first
        QSet<QUuid> people = {};      ///< who changed
        QUuid made = {};              ///< somebody new
        QSet<QUuid> left = {};        ///< faces that are not whose they were
    };
    /// Runs on another thread.
    using Work = std::function<Result<Outcome>(const Services &, qint64 userId)>;
    enum class Direction { Undo, Redo };

    /// Of that engine; does nothing where it has no context.
    ActQueue(QQmlEngine *engine, QObject *parent);

    [[nodiscard]] bool isBusy() const { return m_line.isBusy(); }
    /// Does it when all before it is done. `text` is how it is told to be undone: what it does, or (`back` being Redo)
    /// what it undoes.
    void perform(const QString &text, Work work, Direction back = Direction::Undo);

    Q_SIGNAL void done(const kinframe::ui::ActQueue::Outcome &outcome);
    Q_SIGNAL void wentWrong(const kinframe::Error &error);
    Q_SIGNAL void busyChanged();

private:
    void enqueue(Work work, std::function<void(const Outcome &)> finish);
    void apply(const Outcome &outcome, Direction direction);
    void remember(UndoStack::Doing &doing, const QString &text, const Outcome &outcome, Direction back);

    Context *m_context;
    UndoStack *m_undoStack;
    ActLine m_line;
};

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <qqml.h>

#include <functional>
#include <memory>
#include <vector>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// What was done in this window and can be taken back, newest last. An act that is still being done counts as well: an
/// undo meanwhile is meant for it, and happens when it is over. One for the engine. GUI thread.
class UndoStack : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(bool isAwaited READ isAwaited NOTIFY changed)

public:
    struct Act
    {
        QString text; ///< what was done: "3 photos moved to the trash"
        std::function<void()> undo;
        std::function<void()> redo; ///< empty: cannot be done again
    };

    /// An act that is being done. Whoever does it keeps this until it is over.
    class Doing
    {
    public:
        explicit Doing(UndoStack *stack);
        /// Without a push before, it came to nothing.
        ~Doing();
        Doing(const Doing &) = delete;
        Doing &operator=(const Doing &) = delete;
        /// Once: it is done, and can be taken back so.
        void push(Act act);

    private:
        QPointer<UndoStack> m_stack;
    };

    /// With a parent always: QML would rather use a constructor without arguments than create().
    explicit UndoStack(QObject *parent);
    static UndoStack *create(QQmlEngine *engine, QJSEngine *);
    /// The one of the engine that made the object.
    [[nodiscard]] static UndoStack *of(const QObject *object);

    /// For an act that another thread does.
    [[nodiscard]] std::shared_ptr<Doing> begin();
    /// On the stack of the engine that made the object; null where there is none.
    [[nodiscard]] static std::shared_ptr<Doing> beginOf(const QObject *object);
    /// An act that is done.
    void push(Act act);
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// Of the newest act that is done and not undone; empty: there is none.
    [[nodiscard]] QString undoText() const;
    /// Whether an undo waits for acts that are being done.
    [[nodiscard]] bool isAwaited() const;
    /// The newest act that is not undone; nothing where there is none.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    Q_SIGNAL void changed();
    Q_SIGNAL void begun();
    Q_SIGNAL void pushed(const QString &text);
    Q_SIGNAL void undone(const QString &text);
    Q_SIGNAL void redone(const QString &text);

private:
    struct Wish
    {
        const Doing *act;
        bool isUnwanted; ///< to be undone as soon as it is done
    };
    void add(Act act);
    void forgetAwaited();
    /// Whether it is to be undone.
    bool end(const Doing *act);
    void undoDone();
    void undoAwaited();

    std::vector<Wish> m_doing; ///< what is being done, in the order in which it was begun
    size_t m_awaited = 0;      ///< how many of the acts that are done shall be undone after those
    std::vector<Act> m_acts;
    size_t m_next = 0; ///< acts before it are done
};

} // namespace kinframe::ui

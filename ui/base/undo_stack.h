// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <qqml.h>

#include <functional>
#include <vector>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// What was done in this window and can be taken back, newest last. One for the engine. GUI thread.
class UndoStack : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)

public:
    struct Act
    {
        QString text; ///< what was done: "3 photos moved to the trash"
        std::function<void()> undo;
        std::function<void()> redo; ///< empty: cannot be done again
    };

    /// With a parent always: QML would rather use a constructor without arguments than create().
    explicit UndoStack(QObject *parent);
    static UndoStack *create(QQmlEngine *engine, QJSEngine *);
    /// The one of the engine that made the object.
    [[nodiscard]] static UndoStack *of(const QObject *object);

    void push(Act act);
    [[nodiscard]] bool canUndo() const { return m_next > 0; }
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoText() const;
    /// The newest act that is not undone; nothing where there is none.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    Q_SIGNAL void changed();
    Q_SIGNAL void pushed(const QString &text);
    Q_SIGNAL void undone(const QString &text);
    Q_SIGNAL void redone(const QString &text);

private:
    std::vector<Act> m_acts;
    size_t m_next = 0; ///< acts before it are done
};

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/stack_arrangement.h"

#include <QObject>
#include <QVariant>
#include <qqml.h>

#include <functional>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Context;
class UndoStack;

/// What people do with stacks of photos, each of which can be undone. `what` is a Selection of a list of photos, or the
/// id of one. One for the engine, so that acts outlive the page that asked for them. GUI thread.
class StackActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    /// Without a context (tests of views) nothing is done.
    StackActs(Context *context, UndoStack *undoStack, QObject *parent = nullptr);
    static StackActs *create(QQmlEngine *engine, QJSEngine *);

    /// Makes them one to look at: the first of them is the cover. Stacks among them become a part of it.
    Q_INVOKABLE void stack(const QVariant &what);
    /// Takes the stacks that they are in apart.
    Q_INVOKABLE void unstack(const QVariant &what);
    /// Shows that photo for all of its stack.
    Q_INVOKABLE void makeCover(const QString &assetId);
    /// The others stay together.
    Q_INVOKABLE void takeOut(const QString &assetId);

    Q_SIGNAL void failed(const QString &sentence);

private:
    /// How they shall lie, of how they lie now and of what was named; the same where nothing is to be done.
    using Wish = std::function<StackArrangement(const StackArrangement &now, const std::vector<QUuid> &named)>;
    using Say = std::function<QString(const StackArrangement &done)>;
    void act(const QVariant &what, const Wish &wish, const Say &say);
    void lay(const StackArrangement &wanted);

    Context *m_context;
    UndoStack *m_undoStack;
};

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/undo_stack.h"

#include <QQmlEngine>

namespace kinframe::ui {
namespace {

constexpr size_t mostKept = 100;
constexpr char propertyName[] = "kinframeUndoStack";

UndoStack *ofEngine(QQmlEngine *engine)
{
    auto *stack = engine->property(propertyName).value<UndoStack *>();
    if (!stack) {
        stack = new UndoStack(engine);
        engine->setProperty(propertyName, QVariant::fromValue(stack));
        QQmlEngine::setObjectOwnership(stack, QQmlEngine::CppOwnership);
    }
    return stack;
}

} // namespace

UndoStack::UndoStack(QObject *parent)
    : QObject(parent)
{
}

UndoStack *UndoStack::create(QQmlEngine *engine, QJSEngine *)
{
    return ofEngine(engine);
}

UndoStack *UndoStack::of(const QObject *object)
{
    return ofEngine(qmlEngine(object));
}

void UndoStack::push(Act act)
{
    m_acts.resize(m_next);
    const QString text = act.text;
    m_acts.push_back(std::move(act));
    if (m_acts.size() > mostKept) {
        m_acts.erase(m_acts.begin());
    }
    m_next = m_acts.size();
    Q_EMIT changed();
    Q_EMIT pushed(text);
}

bool UndoStack::canRedo() const
{
    return m_next < m_acts.size() && m_acts[m_next].redo;
}

QString UndoStack::undoText() const
{
    return canUndo() ? m_acts[m_next - 1].text : QString();
}

void UndoStack::undo()
{
    if (!canUndo()) {
        return;
    }
    const Act act = m_acts[--m_next];
    act.undo();
    Q_EMIT changed();
    Q_EMIT undone(act.text);
}

void UndoStack::redo()
{
    if (!canRedo()) {
        return;
    }
    const Act act = m_acts[m_next++];
    act.redo();
    Q_EMIT changed();
    Q_EMIT redone(act.text);
}

} // namespace kinframe::ui

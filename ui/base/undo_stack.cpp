// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/undo_stack.h"

#include <QQmlEngine>

#include <algorithm>

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

UndoStack::Doing::Doing(UndoStack *stack)
    : m_stack(stack)
{
}

UndoStack::Doing::~Doing()
{
    if (m_stack) {
        m_stack->end(this);
        m_stack->undoAwaited();
    }
}

void UndoStack::Doing::push(Act act)
{
    if (!m_stack) {
        return;
    }
    UndoStack &stack = *m_stack;
    m_stack.clear();
    const bool isUnwanted = stack.end(this);
    stack.add(std::move(act));
    if (isUnwanted) {
        stack.undoDone();
    }
    stack.undoAwaited();
}

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
    QQmlEngine *engine = qmlEngine(object);
    return engine ? ofEngine(engine) : nullptr;
}

std::shared_ptr<UndoStack::Doing> UndoStack::beginOf(const QObject *object)
{
    UndoStack *stack = of(object);
    return stack ? stack->begin() : nullptr;
}

void UndoStack::push(Act act)
{
    forgetAwaited();
    add(std::move(act));
}

// Whoever goes on with something new gets that on top; an undo that still waits would meet it instead.
void UndoStack::forgetAwaited()
{
    m_awaited = 0;
}

void UndoStack::add(Act act)
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

std::shared_ptr<UndoStack::Doing> UndoStack::begin()
{
    auto doing = std::make_shared<Doing>(this);
    m_doing.push_back({doing.get(), false});
    forgetAwaited();
    Q_EMIT begun();
    Q_EMIT changed();
    return doing;
}

bool UndoStack::end(const Doing *act)
{
    const auto wish = std::ranges::find(m_doing, act, &Wish::act);
    const bool isUnwanted = wish->isUnwanted;
    m_doing.erase(wish);
    Q_EMIT changed();
    return isUnwanted;
}

bool UndoStack::canUndo() const
{
    return m_next > m_awaited || !std::ranges::all_of(m_doing, &Wish::isUnwanted);
}

bool UndoStack::canRedo() const
{
    // What is being done takes the place of what could be done again.
    return m_awaited > 0 || (!m_doing.empty() && m_doing.back().isUnwanted) ||
           (m_doing.empty() && m_next < m_acts.size() && m_acts[m_next].redo);
}

QString UndoStack::undoText() const
{
    return m_next > 0 ? m_acts[m_next - 1].text : QString();
}

bool UndoStack::isAwaited() const
{
    return m_awaited > 0 || std::ranges::any_of(m_doing, &Wish::isUnwanted);
}

void UndoStack::undo()
{
    if (!canUndo()) {
        return;
    }
    const auto newest = std::ranges::find(m_doing.rbegin(), m_doing.rend(), false, &Wish::isUnwanted);
    if (newest != m_doing.rend()) {
        newest->isUnwanted = true;
        Q_EMIT changed();
    } else if (!m_doing.empty()) {
        // Not before those: each is taken back as what came after it has left things.
        ++m_awaited;
        Q_EMIT changed();
    } else {
        undoDone();
    }
}

void UndoStack::undoDone()
{
    const Act act = m_acts[--m_next];
    act.undo();
    Q_EMIT changed();
    Q_EMIT undone(act.text);
}

void UndoStack::undoAwaited()
{
    while (m_doing.empty() && m_awaited > 0) {
        --m_awaited;
        undoDone();
    }
}

void UndoStack::redo()
{
    if (!canRedo()) {
        return;
    }
    if (m_awaited > 0) {
        --m_awaited;
        Q_EMIT changed();
    } else if (!m_doing.empty()) {
        const auto wanted = std::ranges::find(m_doing.rbegin(), m_doing.rend(), false, &Wish::isUnwanted);
        wanted.base()->isUnwanted = false;
        Q_EMIT changed();
    } else {
        const Act act = m_acts[m_next++];
        act.redo();
        Q_EMIT changed();
        Q_EMIT redone(act.text);
    }
}

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/act_queue.h"

#include "faces/history.h"
#include "ui/base/context.h"
#include "ui/base/undo_stack.h"

#include <QPointer>

#include <algorithm>

namespace kinframe::ui {

ActQueue::ActQueue(QQmlEngine *engine, QObject *parent)
    : QObject(parent)
    , m_context(Context::of(engine))
    , m_undoStack(UndoStack::create(engine, nullptr))
{
}

void ActQueue::enqueue(Task task)
{
    m_tasks.push_back(std::move(task));
    if (!m_isRunning) {
        next();
    }
}

void ActQueue::next()
{
    const bool isRunning = m_context && !m_tasks.empty();
    if (isRunning != m_isRunning) {
        m_isRunning = isRunning;
        Q_EMIT busyChanged();
    }
    if (!isRunning) {
        return;
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    m_context->ask(
        this,
        [services = &m_context->services(), userId = m_context->userId(), work = std::move(task.work)] {
            return work(*services, userId);
        },
        [this, finish = std::move(task.finish)](const Result<Outcome> &outcome) {
            if (outcome) {
                Q_EMIT done(*outcome);
                finish(*outcome);
            } else {
                Q_EMIT wentWrong(outcome.error());
            }
            next();
        });
}

void ActQueue::perform(const QString &text, Work work, Direction back)
{
    enqueue({std::move(work), [this, text, back](const Outcome &outcome) {
                 if (!outcome.acts.empty()) {
                     remember(text, outcome, back);
                 }
             }});
}

void ActQueue::remember(const QString &text, const Outcome &outcome, Direction back)
{
    // The stack may outlive this object.
    const auto applying = [self = QPointer(this), outcome](Direction direction) {
        return [self, outcome, direction] {
            if (self) {
                self->apply(outcome, direction);
            }
        };
    };
    const Direction forth = back == Direction::Undo ? Direction::Redo : Direction::Undo;
    m_undoStack->push({text, applying(back), applying(forth)});
}

void ActQueue::apply(const Outcome &outcome, Direction direction)
{
    const auto work = [outcome, direction](const Services &services, qint64 userId) -> Result<Outcome> {
        std::vector<QUuid> acts = outcome.acts;
        if (direction == Direction::Undo) {
            std::ranges::reverse(acts);
        }
        for (const QUuid &act : acts) {
            auto applied =
                direction == Direction::Undo ? services.history.undo(userId, act) : services.history.redo(userId, act);
            // Somebody may have done so already, in the history.
            if (!applied && applied.error().code != ErrorCode::Conflict) {
                return failed(applied);
            }
        }
        return Outcome{.people = outcome.people};
    };
    enqueue({work, [](const Outcome &) {}});
}

} // namespace kinframe::ui

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/act_queue.h"

#include "faces/history.h"
#include "ui/base/context.h"

#include <QPointer>

#include <algorithm>

namespace kinframe::ui {

ActQueue::ActQueue(QQmlEngine *engine, QObject *parent)
    : QObject(parent)
    , m_context(Context::of(engine))
    , m_undoStack(UndoStack::create(engine, nullptr))
    , m_line(m_context)
{
    connect(&m_line, &ActLine::busyChanged, this, &ActQueue::busyChanged);
}

void ActQueue::enqueue(Work work, std::function<void(const Outcome &)> finish)
{
    if (!m_context) {
        return;
    }
    m_line.add([services = &m_context->services(), userId = m_context->userId(),
                work = std::move(work)](const std::stop_source &) { return work(*services, userId); },
               [this, finish = std::move(finish)](const Result<Outcome> &outcome) {
                   if (outcome) {
                       Q_EMIT done(*outcome);
                       finish(*outcome);
                   } else {
                       Q_EMIT wentWrong(outcome.error());
                   }
               });
}

void ActQueue::perform(const QString &text, Work work, Direction back)
{
    enqueue(std::move(work), [this, text, back, doing = m_undoStack->begin()](const Outcome &outcome) {
        if (!outcome.acts.empty()) {
            remember(*doing, text, outcome, back);
        }
    });
}

void ActQueue::remember(UndoStack::Doing &doing, const QString &text, const Outcome &outcome, Direction back)
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
    doing.push({text, applying(back), applying(forth)});
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
    enqueue(work, [](const Outcome &) {});
}

} // namespace kinframe::ui

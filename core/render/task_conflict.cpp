// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/task_conflict.h"

namespace kinframe::render {

using namespace Qt::StringLiterals;

Failure conflict(const QString &reason)
{
    return fail(ErrorCode::Conflict, {{u"reason"_s, reason}});
}

Failure beingCleaned()
{
    return conflict(u"the work space of the task is being removed"_s);
}

Failure notAllowedIn(TaskState state)
{
    switch (state) {
    case TaskState::Queued:
        return conflict(u"the task has not begun"_s);
    case TaskState::Testing:
    case TaskState::Rendering:
        return conflict(u"the task is being rendered"_s);
    case TaskState::Paused:
        return conflict(u"the task is paused"_s);
    case TaskState::Completed:
        return conflict(u"the task is completed"_s);
    case TaskState::Failed:
        return conflict(u"the task has failed"_s);
    case TaskState::Cancelled:
        break;
    }
    return conflict(u"the task was cancelled"_s);
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/states.h"

#include <array>

namespace kinframe::render {
namespace {

template <typename State, typename Event>
struct Transition
{
    State from;
    Event event;
    State to;
};

using TaskTransition = Transition<TaskState, TaskEvent>;
using FrameTransition = Transition<FrameState, FrameEvent>;

constexpr auto taskTransitions = [] {
    using enum TaskState;
    using Event = TaskEvent;
    return std::array{
        TaskTransition{Queued, Event::TestsStarted, Testing},
        TaskTransition{Queued, Event::FramesStarted, Rendering},
        TaskTransition{Queued, Event::GivenUp, Failed},
        TaskTransition{Queued, Event::Pause, Paused},
        TaskTransition{Queued, Event::Cancel, Cancelled},
        TaskTransition{Queued, Event::Retry, Queued},
        TaskTransition{Testing, Event::FramesStarted, Rendering},
        TaskTransition{Testing, Event::AllGood, Completed},
        TaskTransition{Testing, Event::NotAllGood, Failed},
        TaskTransition{Testing, Event::GivenUp, Failed},
        TaskTransition{Testing, Event::Pause, Paused},
        TaskTransition{Testing, Event::Cancel, Cancelled},
        TaskTransition{Testing, Event::Retry, Testing},
        TaskTransition{Rendering, Event::TestsStarted, Rendering}, // Test frames that are rendered again.
        TaskTransition{Rendering, Event::FramesStarted, Rendering},
        TaskTransition{Rendering, Event::AllGood, Completed},
        TaskTransition{Rendering, Event::NotAllGood, Failed},
        TaskTransition{Rendering, Event::GivenUp, Failed},
        TaskTransition{Rendering, Event::Pause, Paused},
        TaskTransition{Rendering, Event::Cancel, Cancelled},
        TaskTransition{Rendering, Event::Retry, Rendering},
        TaskTransition{Paused, Event::GivenUp, Failed},
        TaskTransition{Paused, Event::Cancel, Cancelled},
        TaskTransition{Paused, Event::Retry, Paused},
        TaskTransition{Completed, Event::Retry, Rendering},
        TaskTransition{Failed, Event::Retry, Rendering},
        TaskTransition{Cancelled, Event::Retry, Rendering},
    };
}();

constexpr auto frameTransitions = [] {
    using enum FrameState;
    using Event = FrameEvent;
    return std::array{
        FrameTransition{Pending, Event::Start, Rendering},
        FrameTransition{Pending, Event::Bad, Failed}, // The engine ended before its turn came.
        FrameTransition{Pending, Event::Again, Pending},
        FrameTransition{Pending, Event::Good, Completed}, // An engine that does not tell where it is.
        FrameTransition{Pending, Event::Cancel, Cancelled},
        FrameTransition{Rendering, Event::Start, Rendering},
        FrameTransition{Rendering, Event::Good, Completed},
        FrameTransition{Rendering, Event::Bad, Failed},
        FrameTransition{Rendering, Event::Again, Pending},
        FrameTransition{Rendering, Event::Cancel, Cancelled},
        FrameTransition{Completed, Event::Retry, Pending},
        FrameTransition{Failed, Event::Retry, Pending},
        FrameTransition{Cancelled, Event::Retry, Pending},
    };
}();

template <typename Transitions, typename State, typename Event>
std::optional<State> found(const Transitions &transitions, State state, Event event)
{
    for (const auto &transition : transitions) {
        if (transition.from == state && transition.event == event) {
            return transition.to;
        }
    }
    return std::nullopt;
}

constexpr std::array taskNames{"queued", "testing", "rendering", "paused", "completed", "failed", "cancelled"};
constexpr std::array frameNames{"pending", "rendering", "completed", "failed", "cancelled"};

template <typename State, typename Names>
std::optional<State> stateNamed(const Names &names, const QString &name)
{
    for (size_t index = 0; index < names.size(); ++index) {
        if (name == QLatin1String(names[index])) {
            return State(index);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TaskState> after(TaskState state, TaskEvent event, TaskState resumesTo)
{
    if (state == TaskState::Paused && event == TaskEvent::Resume) {
        if (resumesTo == TaskState::Paused) {
            // As it was once noted where frames were asked for again in a pause: some had ended, so it was rendered.
            return TaskState::Rendering;
        }
        return isEnded(resumesTo) ? std::nullopt : std::optional(resumesTo);
    }
    return found(taskTransitions, state, event);
}

std::optional<FrameState> after(FrameState state, FrameEvent event)
{
    return found(frameTransitions, state, event);
}

bool isEnded(TaskState state)
{
    return state == TaskState::Completed || state == TaskState::Failed || state == TaskState::Cancelled;
}

bool isEnded(FrameState state)
{
    return state != FrameState::Pending && state != FrameState::Rendering;
}

QString nameOf(TaskState state)
{
    return QString::fromLatin1(taskNames[size_t(state)]);
}

QString nameOf(FrameState state)
{
    return QString::fromLatin1(frameNames[size_t(state)]);
}

std::optional<TaskState> taskStateOf(const QString &name)
{
    return stateNamed<TaskState>(taskNames, name);
}

std::optional<FrameState> frameStateOf(const QString &name)
{
    return stateNamed<FrameState>(frameNames, name);
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kinframe::render {

// The numbers are those of the database.
enum class TaskState { Queued = 0, Testing = 1, Rendering = 2, Paused = 3, Completed = 4, Failed = 5, Cancelled = 6 };
enum class FrameState { Pending = 0, Rendering = 1, Completed = 2, Failed = 3, Cancelled = 4 };

/// What moves a task on.
enum class TaskEvent {
    TestsStarted,  ///< its test frames begin
    FramesStarted, ///< its frames begin, after the test frames where it has some
    AllGood,       ///< every frame is rendered
    NotAllGood,    ///< every frame has ended, some of them badly
    GivenUp,       ///< nothing more is rendered: a test frame failed, its time is over, there is no engine
    Pause,
    Resume,
    Cancel,
    Retry, ///< frames are to be rendered again
};

/// What moves a frame on.
enum class FrameEvent {
    Start,
    Good,
    Bad,   ///< for good
    Again, ///< this attempt was none; another one follows
    Cancel,
    Retry, ///< somebody asks for it once more
};

/// The state that follows, nothing where the event cannot be in that state. `resumesTo`: of a paused task.
[[nodiscard]] std::optional<TaskState> after(TaskState state, TaskEvent event, TaskState resumesTo = TaskState::Queued);
[[nodiscard]] std::optional<FrameState> after(FrameState state, FrameEvent event);

[[nodiscard]] bool isEnded(TaskState state);
[[nodiscard]] bool isEnded(FrameState state);

/// As the API writes it: `queued`.
[[nodiscard]] QString nameOf(TaskState state);
[[nodiscard]] QString nameOf(FrameState state);
[[nodiscard]] std::optional<TaskState> taskStateOf(const QString &name);
[[nodiscard]] std::optional<FrameState> frameStateOf(const QString &name);

} // namespace kinframe::render

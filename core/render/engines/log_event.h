// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/failure_reason.h"

#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace kinframe::render {

struct FrameStarted
{
    int frame = 0;
    std::optional<QSize> dimensions = {}; ///< of the picture it becomes, where the engine says so
};

struct FrameProgress
{
    int frame = 0;
    double done = 0; ///< 0 to 1
    std::optional<double> secondsLeft;
};

/// The engine says that it has written a file. Whether it is good is for checkFrame() to say.
struct FrameWritten
{
    std::optional<int> frame; ///< none where neither the log nor the file's name tell
    QString path;             ///< as the engine wrote it; empty where the log does not name it
    std::optional<double> seconds;
};

struct Problem
{
    FailureReason reason = FailureReason::Unknown;
    bool isFatal = false; ///< false: it may have rendered all the same, but not as the scene should look
    QString text;         ///< the line of the log, at most 500 characters
    std::optional<int> frame;
};

/// A process of the chunk began or ended.
struct CommandStarted
{
    int command = 0;
};
struct CommandEnded
{
    int command = 0;
    int exitCode = 0; ///< -1 where a signal ended it
    int signal = 0;
};

using LogEvent = std::variant<FrameStarted, FrameProgress, FrameWritten, Problem, CommandStarted, CommandEnded>;

/// When something happened, as the worker of the chunk counts.
struct WorkMoment
{
    qint64 at = 0;       ///< ms since 1970
    qint64 workedMs = 0; ///< until then, pauses not counted
    qint64 pausedMs = 0; ///< until then
};

/// An event and the bytes of the log that say it. The same log gives the same events, however it is cut into pieces.
struct LoggedEvent
{
    qint64 from = 0;
    qint64 to = 0;
    LogEvent event;
    std::optional<WorkMoment> moment = {}; ///< which the log alone does not tell
};

} // namespace kinframe::render

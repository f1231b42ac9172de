// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/log_event.h"
#include "render/runners/runner.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace kinframe::render {

// What the worker writes into its files of events and of times. Times are in ms since 1970; how long it had worked by
// then is not known of workers of before.

struct WorkerStarted
{
    qint64 at = 0;
    QString node;
    qint64 pid = 0;          ///< to be read by people
    bool writesTimes = true; ///< it tells when it wrote what
};
struct WorkerPaused
{
    qint64 at = 0;
    std::optional<qint64> workedMs = {};
};
struct WorkerResumed
{
    qint64 at = 0;
    std::optional<qint64> workedMs = {};
};
struct WorkerCommandStarted
{
    qint64 at = 0;
    int command = 0;
    qint64 pid = 0;
};
struct WorkerCommandEnded
{
    qint64 at = 0;
    int command = 0;
    int exitCode = 0; ///< -1 where a signal ended it
    int signal = 0;
};
struct WorkerEnded
{
    qint64 at = 0;
    ChunkEnd end;
    std::optional<qint64> workedMs = {};
};
/// The log was written up to there.
struct WorkerLogged
{
    qint64 to = 0; ///< bytes
    WorkMoment moment;
};

using WorkerEvent = std::variant<WorkerStarted, WorkerPaused, WorkerResumed, WorkerCommandStarted, WorkerCommandEnded,
                                 WorkerEnded, WorkerLogged>;

/// A line, with its end.
[[nodiscard]] QByteArray lineOf(const WorkerEvent &event);
/// Nothing where the line is none of ours, such as one that was not written whole.
[[nodiscard]] std::optional<WorkerEvent> workerEventFrom(const QByteArray &line);

} // namespace kinframe::render

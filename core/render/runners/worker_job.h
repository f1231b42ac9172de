// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/command.h"
#include "render/engines/log_parser.h"

#include <QByteArray>

#include <vector>

namespace kinframe::render {

struct WorkerLimits
{
    /// The processors it may use, where the system can bind it to some; none: all that it was started with.
    QList<int> cpus;
    qint64 memoryMb = 0; ///< of all its processes together; 0: no limit
    qint64 seconds = 0;  ///< of work, without pauses; 0: no limit
    qint64 logBytes = 0; ///< after which the log is cut; 0: no limit
    /// The graphics cards it may see, by the numbers that their makers' tools give them; none: not said by us, because
    /// the cluster says it.
    std::optional<QList<int>> gpus;
    bool isBackground = false; ///< others on this computer go first, while they want the processor
};

/// What the worker is told.
struct WorkerJob
{
    Engine engine = Engine::Blender; ///< for whoever reads the log
    std::vector<Command> commands;
    int atOnce = 1;
    WorkerLimits limits;
};

[[nodiscard]] QByteArray toJson(const WorkerJob &job);
/// FileDamaged with `path` where the bytes are no job.
[[nodiscard]] Result<WorkerJob> workerJobFrom(const QByteArray &json, const QString &path);

/// What a parser of its log must know.
[[nodiscard]] std::vector<LoggedCommand> loggedCommands(const WorkerJob &job);

} // namespace kinframe::render

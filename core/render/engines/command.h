// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/chunk_job.h"
#include "render/engines/engine_settings.h"
#include "render/engines/frame_check.h"

#include <QByteArray>
#include <QMap>

namespace kinframe::render {

/// One process. No shell ever sees it.
struct Command
{
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment; ///< on top of what the process inherits
    QString workingDir;
    QList<int> frames; ///< that it renders, in order
};

struct FileToWrite
{
    QString path; ///< absolute, in the job's workDir
    QByteArray bytes;
};

/// Everything that renders a chunk.
struct ChunkCommands
{
    Engine engine = Engine::Blender;
    std::vector<FileToWrite> files; ///< before the first command starts
    std::vector<Command> commands;  ///< one after the other, or `atOnce` at once
    int atOnce = 1;
};

/// `program` is what findEngine() gave. InvalidArgument or MissingField where the job cannot be put into a command
/// line: no frames, a name with a path in it, a template with a placeholder that is not known.
[[nodiscard]] Result<ChunkCommands> commandsFor(const ChunkJob &job, const QString &program,
                                                const EngineSettings &settings);

/// What the pictures of a job must be, as far as the engine is told by its command line and nothing that is not ours
/// tells it otherwise; the job's paths and frames may be empty. Of Blender the size is not among it: it says that
/// itself, in FrameStarted.
[[nodiscard]] FrameExpectation expectedFrames(const ChunkJob &job, const EngineSettings &settings);

} // namespace kinframe::render

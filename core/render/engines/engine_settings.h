// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"

#include <QStringList>

#include <vector>

namespace kinframe::render {

/// A command line as lines of arguments. `{name}` in an argument stands for a value of the job; a line with a value
/// that the job does not have is left out whole, so that an option goes with its value. Names:
/// scene, project, work, output_dir, output_name, frame, start, end, step (only where the frames are evenly spaced
/// upwards), frame_list (only where they are not), output (the file of `frame`), renderer, format, width, height,
/// camera, layer, threads, gpus, settings (the file that was written for Blender), map, sequence, config, frames (how
/// many), and extra: each further argument of the settings, then of the job, alone in its argument.
/// {frame} and {output} make it one process a frame. `{{` is a brace.
using CommandTemplate = QList<QStringList>;

/// What the owner has set up for one engine.
struct EngineSettings
{
    QString program;           ///< path or name; empty: it is looked for where it is usually installed
    CommandTemplate arguments; ///< empty: defaultTemplate()
    QStringList extraArguments;
    int atOnce = 0;     ///< processes of one chunk, where each renders one frame; 0: one a core that the chunk has
    QString fileSuffix; ///< of what {output} names, where the job says no format; empty: png
};

/// The command line of an engine as it is used where none is set up; empty for Engine::Command, which has none.
[[nodiscard]] CommandTemplate defaultTemplate(Engine engine);

/// As people write it in the settings: a line each, arguments between spaces, in double quotes where they hold some.
[[nodiscard]] CommandTemplate templateFromText(const QString &text);
[[nodiscard]] QString textOf(const CommandTemplate &commandTemplate);

} // namespace kinframe::render

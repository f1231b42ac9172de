// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::render {

/// The programs that render.
enum class Engine { Blender, Maya, Unreal, Command };

/// The name of the API: `blender`, `maya`, `ue`, `command`.
[[nodiscard]] QString nameOf(Engine engine);
[[nodiscard]] std::optional<Engine> engineOf(const QString &name);
/// Its name as people know it.
[[nodiscard]] QString titleOf(Engine engine);

/// Unreal renders a whole sequence or nothing: all frames of a task must be in one chunk.
[[nodiscard]] bool rendersWholeSequence(Engine engine);

/// Whether its log says which frame it is at and what it has written. Of Unreal only its output folder does.
[[nodiscard]] bool tellsOfItsFrames(Engine engine);

/// Where a path that the scene names lies on this computer: the file `from`, or the folder `from` with all below it.
struct PathRule
{
    QString from;
    QString to;
};

/// The frames that one process of an engine renders (or one process a frame, where the engine knows no more), and how.
/// Paths are absolute and of the computer that renders.
struct ChunkJob
{
    Engine engine = Engine::Blender;
    QString scene;
    QString projectDir; ///< empty: the scene's folder
    QString workDir;    ///< of this attempt alone, there already: what the engine needs is written into it
    /// Of this attempt alone, there already, empty, not above workDir's own files. Frames get names of this attempt in
    /// it; see frame_files.h.
    QString outputDir;
    QString outputName = QStringLiteral("frame"); ///< what the frames' names begin with; letters, digits, - and _
    QList<int> frames;               ///< not empty, in the order in which they are to be rendered; 0 and more
    QString renderer;                ///< as the engine calls it: `CYCLES`, `arnold`; empty: the scene's
    QString format;                  ///< `png`, `jpeg`, `exr`, `tiff`, …; empty: the scene's
    std::optional<QSize> resolution; ///< none: the scene's
    QString camera;                  ///< empty: the scene's
    QString layer;                   ///< empty: the scene's
    int threads = 0;                 ///< 0: as many as there are
    int gpus = 0;                    ///< how many it may use
    QStringList extraArguments;      ///< one argument each, as the task asked for
    std::vector<PathRule> paths;
    // Unreal only: assets of the project.
    QString map;
    QString sequence;
    QString pipelineConfig;
};

} // namespace kinframe::render

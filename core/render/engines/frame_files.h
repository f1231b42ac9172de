// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace kinframe::render {

/// The folder that the frames of a job come to lie in: its outputDir; of Unreal, whose command line cannot say where,
/// the one that its projects render into, where files of other attempts may lie too.
[[nodiscard]] QString outputDirOf(const ChunkJob &job);

/// The files of each frame below the folder an attempt renders into, as full paths: by the last number in their name,
/// before any suffix. A frame may have several (layers, passes, both eyes); the one that lies highest with the shortest
/// name is first. At most 100,000 files are looked at. Reads folders: not on a thread that must not wait.
[[nodiscard]] QMap<int, QStringList> frameFiles(const QString &outputDir);

/// The frame that a file's name ends in; -1 where it has no number.
[[nodiscard]] int frameOf(const QString &path);

} // namespace kinframe::render

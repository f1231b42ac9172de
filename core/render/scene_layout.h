// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"
#include "render/task.h"

#include <stop_token>

namespace kinframe::render {

class Files;
struct StoredFile;

/// Where a task's scene and files lie in its work space.
struct SceneLayout
{
    QString scene;      ///< absolute
    QString projectDir; ///< empty: the scene's folder
    std::vector<PathRule> paths;
};

/// Whether the scene of that key is packed, as it is called: by its key, or as its file was where the key has no
/// suffix.
[[nodiscard]] bool isPacked(const QString &sceneKey, const StoredFile &file);

/// Puts the scene and its files into the folder, each at its server path: as links to their bytes where the system has
/// them, which are made read-only first, else as copies; a packed scene is unpacked. What lies there already, from the
/// time before the program ended, stays. NotFound where the scene has gone, what the disk may fail with, Canceled.
[[nodiscard]] Result<SceneLayout> layOut(const Task &task, const std::vector<TaskFile> &files, const QString &folder,
                                         Files &stored, const std::stop_token &stop);

} // namespace kinframe::render

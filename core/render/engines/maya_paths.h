// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/command.h"

namespace kinframe::render {

/// A script that Maya runs before it opens the scene, so that it finds the scene's files where they lie here.
[[nodiscard]] std::vector<FileToWrite> mayaPathFiles(const ChunkJob &job);
[[nodiscard]] QMap<QString, QString> mayaPathEnvironment(const ChunkJob &job);

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/command.h"

namespace kinframe::render {

/// Where the script lies that sets a scene up before Blender renders it.
[[nodiscard]] QString blenderSettingsPath(const QString &workDir);

/// That script and what it sets: what Blender has no argument for.
[[nodiscard]] std::vector<FileToWrite> blenderSettings(const ChunkJob &job);

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/path_finder.h"
#include "storage/connection.h"
#include "storage/transaction.h"

#include <QStringList>

namespace kinframe::render {

/// What the owner has set about scenes, kept with the library. Within somebody's read or write; throws SqlError. What
/// is not stored, or not as it should be, is empty.
struct SceneSettings
{
    QStringList folders;               ///< `render.scene_folders`: what others than the owner may have looked at
    QMap<QString, QString> variables;  ///< `render.scene_variables`: what `$NAME` in paths stands for
    std::vector<PathMapping> mappings; ///< `render.path_mappings`

    [[nodiscard]] static SceneSettings read(storage::Connection &db);
    void write(storage::Transaction &transaction) const;
};

} // namespace kinframe::render

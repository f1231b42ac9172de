// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_access.h"
#include "render/scene/scene_facts.h"

#include <QMap>
#include <QString>

namespace kinframe::render {

/// The folder of a Maya project and where its workspace.mel says that files of each kind lie.
struct MayaProject
{
    QString folder;               ///< empty: none was found
    QMap<QString, QString> rules; ///< `sourceImages` to `sourceimages`, …

    /// Below the project's folder; empty where there is none.
    [[nodiscard]] QString folderFor(SceneFileType type) const;
};

/// The project of a scene: the nearest folder above it with a workspace.mel, as far as may be looked.
[[nodiscard]] MayaProject mayaProjectOf(const QString &sceneFolder, const SceneAccess &access);

} // namespace kinframe::render

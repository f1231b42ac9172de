// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_facts.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace kinframe::render {

/// The file names that a path with a place for a number stands for: `wood.<UDIM>.exr`, `fire.####.vdb`. Also of a path
/// without one that the scene says is one of many: `wood.1001.exr`, `fire.0001.vdb`.
struct PathPattern
{
    QString folder;
    QRegularExpression name; ///< of the whole file name

    /// The same, whatever the case of the letters.
    [[nodiscard]] QRegularExpression anyCase() const;
};

/// None where the path names one file. `path` has slashes.
[[nodiscard]] std::optional<PathPattern> pathPatternOf(const QString &path, Spread spread);

} // namespace kinframe::render

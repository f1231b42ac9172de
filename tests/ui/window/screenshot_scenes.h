// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_driver.h"

#include <functional>

namespace kinframe::tests {

/// Something that a person comes to within a page.
struct Scene
{
    QString name;
    std::function<void()> show;  ///< from the window as it is after the scene before
    std::function<void()> leave; ///< may be empty
};

/// What to do with people, photos and settings in a library from makeLibrary; the texts are expected in English when a
/// scene begins and ends. The driver outlives them.
[[nodiscard]] QList<Scene> scenesOf(WindowDriver &driver);
/// Where there are photos but no albums yet.
[[nodiscard]] QList<Scene> albumScenesOf(WindowDriver &driver);
/// The same with renders.
[[nodiscard]] QList<Scene> renderScenesOf(WindowDriver &driver);
/// With downloads, some of which have failed (DrawnLibrary::downloads).
[[nodiscard]] QList<Scene> downloadScenesOf(WindowDriver &driver);
/// With other libraries.
[[nodiscard]] QList<Scene> serverScenesOf(WindowDriver &driver);
/// With other users, keys and devices.
[[nodiscard]] QList<Scene> accountScenesOf(WindowDriver &driver);

} // namespace kinframe::tests

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/files.h"
#include "render/files/store_choice.h"
#include "render/scene/scene_analysis.h"
#include "render/tasks.h"
#include "support/made_renders.h"
#include "window_fixture.h"

namespace kinframe::test {

/// A library with render tasks as the window's objects see it; nothing renders them.
class RendersFixture : public WindowFixture
{
public:
    RendersFixture();
    ~RendersFixture();

    [[nodiscard]] QString renders() const { return path(QStringLiteral("renders")); }
    [[nodiscard]] qint64 add(const MadeRender &render) { return addRender(*this, render); }
    /// Tells of a change of the task, as whoever makes it does.
    void tell(qint64 task);

    std::unique_ptr<render::Files> files;
    std::unique_ptr<render::Tasks> tasks;
    std::unique_ptr<render::SceneAnalysis> scenes;
    std::unique_ptr<render::StoreChoice> store;
};

} // namespace kinframe::test

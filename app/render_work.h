// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "library/services.h"

#include <QString>

#include <memory>

namespace kinframe::render {
class Files;
class Renderer;
class ResultJob;
class Tasks;
} // namespace kinframe::render

namespace kinframe::app {

/// The render tasks of an open library and what renders them, put together. On the main thread.
class RenderWork
{
public:
    struct Parts
    {
        const library::Services &library;
        render::Files &files;
        EventBus &events;
        QString folder; ///< of all work spaces
    };
    /// The parts outlive it. Registers its kind of job.
    explicit RenderWork(const Parts &parts);
    /// What renders goes on; the next one takes it back.
    ~RenderWork();
    RenderWork(const RenderWork &) = delete;
    RenderWork &operator=(const RenderWork &) = delete;

    void start();
    [[nodiscard]] render::Tasks &tasks() { return *m_tasks; }

private:
    std::unique_ptr<render::Tasks> m_tasks;
    std::unique_ptr<render::ResultJob> m_results;
    std::unique_ptr<render::Renderer> m_renderer;
};

} // namespace kinframe::app

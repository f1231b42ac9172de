// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/events.h"
#include "base/files.h"
#include "library/services.h"
#include "render/runners/runner.h"

#include <chrono>
#include <memory>

namespace kinframe::render {

class Files;
class Sweeps;

struct RendererSetup
{
    QString folder; ///< of all work spaces
    /// Makes the runner of that name (`local`, `slurm`), which reports to the sink; nullptr where there is none.
    std::function<std::unique_ptr<Runner>(const QString &name, ReportSink sink)> makeRunner;
    Clock clock = wallMs;
    std::function<qint64(const QString &path)> freeSpace = kinframe::freeSpace; ///< bytes, -1 where it is unknown
    std::chrono::milliseconds retryDelay = std::chrono::seconds(5); ///< before the second try; twice that, and so on
    /// How long a chunk renders before it makes room, after a frame, for others that wait.
    std::chrono::milliseconds turn = std::chrono::minutes(2);
    int maxTries = 3; ///< of a frame, where trying again may help
};

/// Renders what the tasks in the database ask for: shares the runners' places among the tasks, watches what renders,
/// checks its pictures and records what became of it. One thread of its own, and two that look at pictures. When it
/// goes, processes go on; the next one takes them back. Every call from any thread.
class Renderer
{
public:
    /// All of it outlives this. Who is being swept is told to `sweeps`.
    Renderer(const library::Services &services, Files &files, EventBus &events, Sweeps &sweeps, RendererSetup setup);
    ~Renderer();
    Renderer(const Renderer &) = delete;
    Renderer &operator=(const Renderer &) = delete;

    /// Takes back what renders still, and begins.
    void start();
    /// Somebody has changed the task, or the setup (0). Returns at once.
    void wake(qint64 taskId);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_work.h"

#include "jobs/job_queue.h"
#include "render/renderer.h"
#include "render/result_job.h"
#include "render/runners/local_runner.h"
#include "render/runners/slurm_runner.h"
#include "render/tasks.h"

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::unique_ptr<render::Runner> makeRunner(const render::RenderSetup &setup, const QString &name,
                                           render::ReportSink sink)
{
    if (name == "slurm"_L1) {
        return std::make_unique<render::SlurmRunner>(setup.slurm, std::move(sink));
    }
    if (name != "local"_L1) {
        return nullptr;
    }
    render::LocalRunnerSettings settings;
    settings.reservedCores = setup.reservedCores;
    return std::make_unique<render::LocalRunner>(settings, std::move(sink));
}

} // namespace

RenderWork::RenderWork(const Parts &parts)
    : m_tasks(std::make_unique<render::Tasks>(parts.library, parts.files, parts.events,
                                              render::TasksSetup{parts.folder, wallMs}))
    , m_results(std::make_unique<render::ResultJob>(parts.library, parts.folder))
{
    render::RendererSetup setup;
    setup.folder = parts.folder;
    setup.makeRunner = [this](const QString &name, render::ReportSink sink) {
        return makeRunner(m_tasks->setup().value_or(render::RenderSetup()), name, std::move(sink));
    };
    m_renderer = std::make_unique<render::Renderer>(parts.library, parts.files, parts.events, m_tasks->sweeps(),
                                                    std::move(setup));
    m_tasks->onChange([this](qint64 taskId) { m_renderer->wake(taskId); });

    jobs::KindOptions results;
    results.kind = QString::fromUtf16(render::resultKind);
    results.timeout = 10min;
    parts.library.jobs.registerKind(
        results, [this](const jobs::Job &job, jobs::JobContext &context) { return m_results->run(job, context); });
}

RenderWork::~RenderWork() = default;

void RenderWork::start()
{
    m_renderer->start();
}

} // namespace kinframe::app

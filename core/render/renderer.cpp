// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that renders: what comes in, and what it writes.
#include "render/renderer.h"

#include "base/files.h"
#include "base/ids.h"
#include "base/log.h"
#include "jobs/job_queue.h"
#include "render/renderer_loop.h"
#include "render/tasks.h"
#include "render/work_folder.h"
#include "storage/database.h"

namespace kinframe::render {
namespace {

using namespace std::chrono_literals;
using storage::Connection;
using storage::Transaction;

constexpr auto tick = 1s;          // While something renders, or waits for room: its clocks are looked at.
constexpr auto runnerTick = 100ms; // Until a runner knows what it has.
constexpr qint64 longestPath = 64 * 1024;
constexpr auto spaceTick = 5s; // Until somebody has made room on the disk.
constexpr std::chrono::milliseconds longestRest = 10min;

} // namespace

Renderer::Renderer(const library::Services &services, Files &files, EventBus &events, Sweeps &sweeps,
                   RendererSetup setup)
    : m_loop(std::make_unique<Loop>(services, files, events, sweeps, std::move(setup)))
{
}

Renderer::~Renderer() = default;

void Renderer::start()
{
    m_loop->start();
}

void Renderer::wake(qint64 taskId)
{
    m_loop->wake(taskId);
}

Renderer::Loop::Loop(const library::Services &services, Files &files, EventBus &events, Sweeps &sweeps,
                     RendererSetup setup)
    : m_services(services)
    , m_files(files)
    , m_events(events)
    , m_sweeps(sweeps)
    , m_setup(std::move(setup))
{
}

Renderer::Loop::~Loop()
{
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_runners.clear();
    m_intake.reset();
}

void Renderer::Loop::start()
{
    m_intake = std::make_unique<FrameIntake>([this](Outcomes outcomes) { post(std::move(outcomes)); });
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

void Renderer::Loop::wake(qint64 taskId)
{
    post(Wake{taskId});
}

void Renderer::Loop::post(Message message)
{
    const std::scoped_lock lock(m_mutex);
    m_messages.push_back(std::move(message));
    m_woken.notify_all();
}

void Renderer::Loop::work(const std::stop_token &stop)
{
    takeBack();
    while (!stop.stop_requested()) {
        for (Message &message : nextMessages(stop)) {
            handle(message);
        }
        if (stop.stop_requested()) {
            break;
        }
        if (!m_toCheck.empty()) {
            m_intake->check(std::exchange(m_toCheck, {}));
        }
        watchOutputs();
        watchClocks();
        if (flush()) {
            dispatch();
        }
        leaveTheComputerToIt();
    }
    m_services.jobs.setBackgroundShare(1);
    (void)flush();
}

std::deque<Renderer::Loop::Message> Renderer::Loop::nextMessages(const std::stop_token &stop)
{
    const auto rest = patience();
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, stop, rest, [this] { return !m_messages.empty(); });
    return std::exchange(m_messages, {});
}

std::chrono::milliseconds Renderer::Loop::patience() const
{
    if (m_awaitsRunner) {
        return runnerTick;
    }
    if (!m_chunks.empty() || m_awaitsRoom || !m_canWrite) {
        return tick;
    }
    if (m_awaitsSpace) {
        return spaceTick;
    }
    const auto next = m_services.database.read(
        [this](Connection &db) -> Result<std::optional<qint64>> { return nextTime(db, now()); });
    const auto rest = next && *next ? std::chrono::milliseconds(std::max<qint64>(1, **next - now())) : longestRest;
    return std::min(rest, longestRest);
}

void Renderer::Loop::handle(Message &message)
{
    if (const auto *woken = std::get_if<Wake>(&message)) {
        handleWake(woken->taskId);
    } else if (auto *report = std::get_if<ChunkReport>(&message)) {
        handleReport(*report);
    } else if (const auto *outcomes = std::get_if<Outcomes>(&message)) {
        for (const FrameIntake::Outcome &outcome : *outcomes) {
            handleChecked(outcome);
        }
    } else if (auto *laidOut = std::get_if<LaidOut>(&message)) {
        handleLaidOut(*laidOut);
    } else if (const auto *seen = std::get_if<OutputSeen>(&message)) {
        handleSeen(*seen);
    }
}

void Renderer::Loop::change(qint64 taskId, Change change)
{
    m_changes.push_back(std::move(change));
    m_touched.insert(taskId);
}

bool Renderer::Loop::flush()
{
    if (m_changes.empty() && m_touched.isEmpty()) {
        return true;
    }
    const auto written = write(m_changes);
    if (!written) {
        if (m_canWrite) {
            qCCritical(logRender).noquote() << "what became of frames cannot be written:" << written.error().forLog();
        }
        m_canWrite = false;
        if (written.error().kind() != ErrorKind::NoSpace && written.error().code != ErrorCode::DiskFailed) {
            writeOneByOne();
        }
        return false;
    }
    m_canWrite = true;
    m_changes.clear();
    m_touched.clear();
    return true;
}

Result<void> Renderer::Loop::write(std::span<const Change> changes)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        for (const Change &each : changes) {
            each(transaction);
        }
        for (const qint64 task : m_touched) {
            advanceTask(transaction, task, now());
            publishTask(transaction, m_events, task);
        }
        return {};
    });
}

// One that cannot be written must not hold up all others for ever. Where nothing can be, because another program holds
// the database, say, none of them is to blame, and all wait.
void Renderer::Loop::writeOneByOne()
{
    bool isWritable = takesWrites();
    std::erase_if(m_changes, [&](const Change &each) {
        if (!isWritable) {
            return false;
        }
        const auto written = write({&each, 1});
        isWritable = written || takesWrites();
        if (!written && isWritable) {
            qCCritical(logRender).noquote() << "a change of a render is lost:" << written.error().forLog();
        }
        return isWritable && (written || written.error().kind() != ErrorKind::NoSpace);
    });
}

bool Renderer::Loop::takesWrites()
{
    return m_services.database.write([](Transaction &) -> Result<void> { return {}; }).has_value();
}

// Chunks of a program that has ended may render still. Each says again what it has said since it began.
void Renderer::Loop::takeBack()
{
    const auto open = m_services.database.read([this](Connection &db) -> Result<std::vector<StoredChunk>> {
        m_owner = readSetup(db);
        return openChunks(db);
    });
    if (!open) {
        qCCritical(logRender).noquote() << "renders cannot be taken up again:" << open.error().forLog();
        return;
    }
    for (const StoredChunk &stored : *open) {
        const auto task = m_services.database.read(
            [&](Connection &db) -> Result<std::optional<Task>> { return findTask(db, stored.chunk.taskId); });
        if (!task || !*task) {
            continue;
        }
        ActiveChunk chunk = chunkFor(**task, fitted(**task, {}).needs, stored.chunk.frames);
        chunk.id = stored.chunk.id;
        chunk.uuid = stored.chunk.uuid;
        chunk.runner = stored.chunk.runner;
        chunk.areTests = stored.chunk.areTests;
        chunk.startupMs = stored.chunk.startupMs;
        chunk.folder = WorkFolder(m_setup.folder, chunk.taskId).chunk(chunk.uuid);
        chunk.begunAt = stored.begunAt;
        chunk.isLive = false;
        const auto elsewhere = readSmallFile(WorkFolder::outputNote(chunk.folder), longestPath);
        chunk.outputFolder = elsewhere ? QString::fromUtf8(*elsewhere) : WorkFolder::output(chunk.folder);
        ActiveChunk &active = m_chunks[chunk.uuid] = std::move(chunk);
        Runner *its = runner(active.runner);
        const QString name = toText(active.uuid);
        const auto adopted = its == nullptr ? Result<void>(fail(ErrorCode::NotFound))
                                            : its->adopt(name, active.folder, stored.runnerJob, active.needs);
        if (!adopted) {
            qCWarning(logRender).noquote() << "chunk" << name << "is lost:" << adopted.error().forLog();
            ChunkReport lost;
            lost.chunk = name;
            lost.state = ChunkState::Lost;
            post(std::move(lost));
        }
        post(Wake{active.taskId});
    }
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is, and how a process of an engine begins.
#include "base/files.h"
#include "base/ids.h"
#include "base/log.h"
#include "jobs/job_queue.h"
#include "render/engines/command.h"
#include "render/engines/frame_files.h"
#include "render/renderer_loop.h"
#include "render/task_rows.h"
#include "render/work_folder.h"
#include "storage/database.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr int mostFramesAtOnce = 10'000;
constexpr qint64 msPerSecond = 1000;
// Below that a disk is as good as full: a picture may take a tenth of it, and so may the database.
constexpr qint64 leastSpace = qint64(256) * 1024 * 1024;
// Runners end what takes too long while we are not there; while we are, we say which frame it was.
constexpr qint64 runnersPatience = 60; // s

QString nameFrom(const QString &text)
{
    QString name;
    for (const QChar letter : text) {
        const bool isFine = letter.unicode() < 0x80 && (letter.isLetterOrNumber() || letter == u'-' || letter == u'_');
        name += isFine ? letter : QChar(u'_');
    }
    return name;
}

// What a task says of the picture, in `task_info`.
ChunkJob jobFor(const Task &task, const SceneLayout &layout, const ActiveChunk &chunk)
{
    const QJsonObject &info = task.request.info;
    ChunkJob job;
    job.engine = task.request.engine;
    job.scene = layout.scene;
    job.projectDir = layout.projectDir;
    job.workDir = WorkFolder::work(chunk.folder);
    job.outputDir = WorkFolder::output(chunk.folder);
    if (const QString name = nameFrom(info[u"output_name"].toString()); !name.isEmpty()) {
        job.outputName = name;
    }
    for (const ActiveFrame &frame : chunk.frames) {
        job.frames += frame.number;
    }
    job.renderer = task.request.renderer.isEmpty() ? info[u"renderer"].toString() : task.request.renderer;
    job.format = info[u"image_format"].toString();
    const QSize size(info[u"width"].toInt(), info[u"height"].toInt());
    job.resolution = size.isEmpty() ? std::nullopt : std::optional(size);
    job.camera = info[u"camera"].toString();
    job.layer = info[u"layer"].toString();
    job.threads = chunk.needs.cores;
    job.gpus = chunk.needs.gpus;
    for (const QJsonValue argument : info[u"extra_arguments"].toArray()) {
        job.extraArguments += argument.toString();
    }
    job.paths = layout.paths;
    job.map = info[u"map"].toString();
    job.sequence = info[u"sequence"].toString();
    job.pipelineConfig = info[u"pipeline_config"].toString();
    return job;
}

// A full disk is emptied some day, and a store that does not answer comes back.
bool passes(const Error &error)
{
    return error.kind() == ErrorKind::NoSpace || error.kind() == ErrorKind::Unavailable ||
           error.code == ErrorCode::StoreFailed;
}

Result<void> writeFiles(const ChunkCommands &commands)
{
    for (const FileToWrite &file : commands.files) {
        if (auto written = replaceFile(file.path, file.bytes); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

Runner *Renderer::Loop::runner(const QString &name)
{
    const auto known = m_runners.find(name);
    if (known != m_runners.end()) {
        return known->second.get();
    }
    auto made = m_setup.makeRunner(name, [this](ChunkReport report) { post(std::move(report)); });
    return (m_runners[name] = std::move(made)).get();
}

void Renderer::Loop::dispatch()
{
    m_awaitsRunner = false;
    m_awaitsRoom = false;
    m_awaitsSpace = false;
    m_waiting.reset();
    // Again after each that began: it changes whose turn it is.
    for (bool hasBegun = true; hasBegun;) {
        hasBegun = false;
        auto candidates = m_services.database.read(
            [this](Connection &db) -> Result<std::vector<Candidate>> { return findCandidates(db, now()); });
        if (!candidates) {
            return;
        }
        for (Candidate &candidate : *candidates) {
            candidate.ownersTurn = m_turns.value(candidate.ownerId);
        }
        QHash<qint64, int> cores;
        for (const auto &[uuid, chunk] : m_chunks) {
            cores[chunk.ownerId] += chunk.needs.cores;
        }
        for (const Candidate &candidate : inTurn(*candidates, cores)) {
            const Begun begun = beginChunk(candidate);
            hasBegun = begun == Begun::Yes;
            // Nobody overtakes the one whose turn it is, or one that needs much would wait for ever.
            if (begun != Begun::NotNow) {
                break;
            }
        }
    }
}

// Where all processors render here, taking up their pictures and whatever else nobody waits for follows slowly, and
// goes on at its own pace afterwards.
void Renderer::Loop::leaveTheComputerToIt()
{
    constexpr double shareOfAll = 0.02; // Of the computer, for each kind of work.
    const auto local = m_runners.find(u"local"_s);
    const auto capacity = local == m_runners.end() || !local->second ? std::nullopt : local->second->capacity();
    const bool isFull = capacity && capacity->free.cores <= 0;
    m_services.jobs.setBackgroundShare(isFull ? shareOfAll * capacity->total.cores : 1);
}

void Renderer::Loop::layOutTask(qint64 taskId)
{
    if (m_layingOut.contains(taskId)) {
        return;
    }
    m_layingOut.insert(taskId);
    m_intake->run([this, taskId, setup = m_owner](const std::stop_token &stop) {
        std::vector<TaskFile> files;
        const auto task = m_services.database.read([&](Connection &db) -> Result<std::optional<Task>> {
            files = listFiles(db, taskId, mostFramesAtOnce, 0);
            return findTask(db, taskId);
        });
        if (!task || !*task) {
            // Said all the same, or its place would be kept for ever.
            const Error error = task ? Error{ErrorCode::NotFound, {{u"what"_s, u"task"_s}}, {}} : task.error();
            post(LaidOut{taskId, Failure(error), Failure(error)});
            return;
        }
        const QString folder = WorkFolder(m_setup.folder, taskId).files();
        const TaskRequest &request = (*task)->request;
        post(LaidOut{taskId, layOut(**task, files, folder, m_files, stop),
                     setup.program(request.engine, request.version, (*task)->runner)});
    });
}

void Renderer::Loop::handleLaidOut(const LaidOut &laidOut)
{
    m_layingOut.remove(laidOut.taskId);
    if (!laidOut.layout && passes(laidOut.layout.error())) {
        constexpr qint64 restMs = 10'000;
        m_layOutAfter[laidOut.taskId] = steadyMs() + restMs;
        change(laidOut.taskId,
               [id = laidOut.taskId, why = laidOut.layout.error()](Transaction &tx) { setNotice(tx, id, why); });
        return;
    }
    m_layOutAfter.remove(laidOut.taskId);
    if (!laidOut.layout || !laidOut.program) {
        giveUp(laidOut.taskId, laidOut.layout ? laidOut.program.error() : laidOut.layout.error());
        return;
    }
    m_laidOut.insert(laidOut.taskId, laidOut);
}

ActiveChunk Renderer::Loop::chunkFor(const Task &task, const Needs &needs, std::vector<ActiveFrame> frames) const
{
    ActiveChunk chunk;
    chunk.taskId = task.id;
    chunk.ownerId = task.ownerId;
    chunk.priority = task.request.priority;
    chunk.engine = task.request.engine;
    chunk.needs = needs;
    chunk.runner = task.runner;
    chunk.framesFolder = WorkFolder(m_setup.folder, task.id).frames();
    chunk.frames = std::move(frames);
    chunk.frameTimeoutMs = task.request.frameTimeout * msPerSecond;
    chunk.stopsAfterTest = task.request.stopsAfterTest;
    chunk.failsWithoutTexture = !task.request.info[u"ignore_missing"].toBool();
    chunk.expected = expectedFrames(jobFor(task, {}, chunk), m_owner.engine(task.request.engine));
    return chunk;
}

// Says why.
Renderer::Loop::Begun Renderer::Loop::wait(const Task &task, const std::optional<Error> &reason)
{
    if (!task.notice || task.notice->code != reason->code) {
        (void)m_services.database.write([&](Transaction &tx) -> Result<void> {
            setNotice(tx, task.id, reason);
            return {};
        });
    }
    return Begun::NotNow;
}

bool Renderer::Loop::hasSpace()
{
    const qint64 bytes = m_setup.freeSpace(QFileInfo(m_setup.folder).path());
    m_awaitsSpace = bytes >= 0 && bytes < leastSpace;
    return !m_awaitsSpace;
}

Renderer::Loop::Begun Renderer::Loop::beginChunk(const Candidate &candidate)
{
    // This is asked after every event: what is only needed where there is room is read where there is.
    const auto task = m_services.database.read([&](Connection &db) -> Result<std::optional<Task>> {
        const bool hasFrames = !nextFrames(db, candidate.taskId, 1, now()).frames.empty();
        return hasFrames ? findTask(db, candidate.taskId) : std::nullopt;
    });
    if (!task || !*task) {
        return Begun::NotNow;
    }
    // Of a whole sequence two processes would write the same files into the same folder.
    const bool rendersAlone = rendersWholeSequence((*task)->request.engine);
    const auto isOfTask = [&](const auto &chunk) { return chunk.second.taskId == candidate.taskId; };
    if (rendersAlone && std::any_of(m_chunks.begin(), m_chunks.end(), isOfTask)) {
        return Begun::NotNow;
    }
    Runner *its = runner((*task)->runner);
    if (its == nullptr) {
        return wait(
            **task,
            Error{ErrorCode::Unsupported, {{u"value"_s, (*task)->runner}, {u"expected"_s, u"local or slurm"_s}}, {}});
    }
    if (const auto trouble = its->trouble()) {
        m_awaitsRoom = true; // Nobody reports its end.
        return wait(**task, trouble);
    }
    const auto capacity = its->capacity();
    if (!capacity) {
        m_awaitsRunner = true;
        return Begun::NotNow;
    }
    Fitted fit = fitted(**task, *capacity);
    if (!fit.fits && !m_owner.rendersAnywayOn((*task)->runner)) {
        return wait(**task, fit.notice);
    }
    if (!hasSpace()) {
        return wait(**task, Error{ErrorCode::DiskFull, {{u"path"_s, m_setup.folder}, {u"missing"_s, u"256 MB"_s}}, {}});
    }
    const auto laidOut = m_laidOut.constFind(candidate.taskId);
    if (laidOut == m_laidOut.constEnd() && steadyMs() < m_layOutAfter.value(candidate.taskId)) {
        m_awaitsSpace = true;
        return Begun::NotNow;
    }
    if (laidOut == m_laidOut.constEnd()) {
        layOutTask(candidate.taskId);
        return Begun::NoRoom; // Its place is kept meanwhile.
    }
    if (!isFree(*capacity, fit.needs)) {
        // A cluster has more when its nodes are back, which nobody reports.
        m_awaitsRoom = true;
        m_waiting = candidate;
        return Begun::NoRoom;
    }
    FrameTimes times;
    auto frames = m_services.database.read([&](Connection &db) -> Result<NextFrames> {
        times = frameTimes(db, candidate.taskId);
        return nextFrames(db, candidate.taskId, mostFramesAtOnce, now());
    });
    if (!frames || frames->frames.empty()) {
        return Begun::NotNow;
    }
    NextFrames &next = *frames;
    const int left = int(next.frames.size());
    const int places = std::max(1, capacity->total.cores / std::max(1, fit.needs.cores));
    if (!rendersAlone) {
        next.frames.resize(size_t(chunkSize(left, places, times, false)));
    }
    ActiveChunk chunk = chunkFor(**task, fit.needs, std::move(next.frames));
    chunk.areTests = next.areTests;
    chunk.uuid = newUuid();
    chunk.folder = WorkFolder(m_setup.folder, chunk.taskId).chunk(chunk.uuid);
    if (fit.notice) {
        fit.notice->code = ErrorCode::RenderedWithLess;
    }
    const auto recorded = m_services.database.write([&](Transaction &tx) -> Result<bool> {
        if (!insertChunk(tx, chunk, now())) {
            return false;
        }
        const TaskEvent event = next.areTests ? TaskEvent::TestsStarted : TaskEvent::FramesStarted;
        (void)moveTask(tx, chunk.taskId, event, now(), {{}, fit.notice});
        return true;
    });
    if (!recorded || !*recorded) {
        return Begun::NotNow;
    }
    const auto started = startChunk(**task, chunk, *laidOut);
    ActiveChunk &active = m_chunks[chunk.uuid] = std::move(chunk);
    m_touched.insert(active.taskId);
    m_turns[active.ownerId] = ++m_lastTurn;
    if (!started) {
        qCWarning(logRender).noquote() << "chunk" << active.uuid.toString()
                                       << "does not start:" << started.error().forLog();
        ChunkReport report;
        report.chunk = toText(active.uuid);
        report.state = ChunkState::Ended;
        report.end = ChunkEnd{EndReason::NotStarted, 0, 0, started.error().forLog()};
        post(std::move(report));
    }
    return Begun::Yes;
}

Result<void> Renderer::Loop::startChunk(const Task &task, ActiveChunk &chunk, const LaidOut &laidOut)
{
    for (const QString &folder :
         {WorkFolder::work(chunk.folder), WorkFolder::output(chunk.folder), chunk.framesFolder}) {
        if (auto made = makeFolder(folder); !made) {
            return made;
        }
    }
    const ChunkJob job = jobFor(task, *laidOut.layout, chunk);
    chunk.outputFolder = outputDirOf(job);
    chunk.begunAt = now();
    if (auto noted = replaceFile(WorkFolder::outputNote(chunk.folder), chunk.outputFolder.toUtf8()); !noted) {
        return noted;
    }
    auto commands = commandsFor(job, *laidOut.program, m_owner.engine(task.request.engine));
    auto written = commands ? writeFiles(*commands) : Result<void>(failed(commands));
    if (!written) {
        return written;
    }
    ChunkStart start;
    start.chunk = toText(chunk.uuid);
    start.folder = chunk.folder;
    start.title = u"kinframe-%1"_s.arg(task.id);
    start.commands = std::move(*commands);
    start.needs = chunk.needs;
    start.totalSeconds =
        runnersPatience +
        std::min<qint64>(task.request.taskTimeout, qint64(task.request.frameTimeout) * qint64(chunk.frames.size()));
    start.priority = task.request.priority;
    return runner(task.runner)->start(std::move(start));
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What renders, and what people change meanwhile.
#include "base/ids.h"
#include "base/log.h"
#include "render/engines/failure_cause.h"
#include "render/engines/frame_files.h"
#include "render/render_setup.h"
#include "render/renderer_loop.h"
#include "render/result_job.h"
#include "render/task_rows.h"
#include "render/work_folder.h"
#include "storage/database.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

void keepGraver(std::optional<Problem> &kept, const Problem &problem)
{
    kept = kept ? causeOf({*kept, problem}) : problem;
}

qint64 renderTime(const ActiveFrame &frame, const WorkMoment &written, std::optional<double> seconds)
{
    constexpr double msPerSecond = 1000;
    const qint64 worked = std::max<qint64>(0, written.workedMs - frame.startedAtMs);
    const qint64 told = seconds ? qint64(*seconds * msPerSecond) : worked;
    // Engines that look at the clock on the wall count what they were paused for.
    const qint64 paused = written.workedMs + written.pausedMs - frame.startedAtSteady - worked;
    return told <= worked ? told : std::max(worked, told - std::max<qint64>(0, paused));
}

} // namespace

ActiveChunk *Renderer::Loop::chunkNamed(const QUuid &uuid)
{
    const auto found = m_chunks.find(uuid);
    return found == m_chunks.end() ? nullptr : &found->second;
}

void Renderer::Loop::cancelChunks(qint64 taskId)
{
    for (auto &[uuid, chunk] : m_chunks) {
        if (chunk.taskId == taskId && !chunk.isEnded() && runner(chunk.runner) != nullptr) {
            (void)runner(chunk.runner)->cancel(toText(uuid));
        }
    }
}

void Renderer::Loop::handleWake(qint64 taskId)
{
    if (taskId == 0) {
        const auto setup =
            m_services.database.read([](Connection &db) -> Result<RenderSetup> { return readSetup(db); });
        m_owner = setup.value_or(m_owner);
        m_laidOut.clear(); // With other programs, perhaps.
        // A runner is set up when it is made: one that has nothing is made anew when it is needed.
        std::erase_if(m_runners, [this](const auto &made) {
            return std::none_of(m_chunks.begin(), m_chunks.end(),
                                [&](const auto &chunk) { return chunk.second.runner == made.first; });
        });
        return;
    }
    const auto task = m_services.database.read(
        [taskId](Connection &db) -> Result<std::optional<Task>> { return findTask(db, taskId); });
    if (!task || !*task || render::isEnded((*task)->state)) {
        cancelChunks(taskId);
        m_laidOut.remove(taskId);
        m_layOutAfter.remove(taskId);
        m_badStarts.remove(taskId);
        m_proven.remove(taskId);
        return;
    }
    const bool isPaused = (*task)->state == TaskState::Paused;
    for (auto &[uuid, chunk] : m_chunks) {
        if (chunk.taskId == taskId && !chunk.isEnded() && runner(chunk.runner) != nullptr) {
            const QString name = toText(uuid);
            const auto isWanted =
                m_services.database.read([id = chunk.id](Connection &db) -> Result<bool> { return hasFrames(db, id); });
            if (isWanted && !*isWanted) {
                // Cancelled, and begun anew before that was seen here.
                (void)runner(chunk.runner)->cancel(name);
            } else {
                (void)(isPaused ? runner(chunk.runner)->pause(name) : runner(chunk.runner)->resume(name));
            }
        }
    }
    // Its frames may have ended while it was paused.
    m_touched.insert(taskId);
}

void Renderer::Loop::handleReport(ChunkReport &report)
{
    ActiveChunk *chunk = chunkNamed(QUuid::fromString(report.chunk));
    if (chunk == nullptr || chunk->isEnded()) {
        return;
    }
    if (!report.node.isEmpty()) {
        chunk->node = report.node;
    }
    if (report.state == ChunkState::Running) {
        chunk->clock.run(steadyMs());
    }
    if (report.workedMs) {
        // It counts what it did while nobody looked, too.
        chunk->clock.set(*report.workedMs, steadyMs());
    }
    chunk->isLive = report.isLive;
    if (report.logSize > chunk->logSize) {
        chunk->logSize = report.logSize;
        chunk->lastOutputMs = report.lastOutputMs.value_or(chunk->clock.at(steadyMs()));
    }
    const bool isNews = chunk->state != report.state;
    if (isNews && report.state == ChunkState::Running) {
        const ChunkStarted started{report.runnerJob, chunk->node, whenTold(report.since)};
        change(chunk->taskId,
               [id = chunk->id, started, at = now()](Transaction &tx) { render::startChunk(tx, id, started, at); });
    } else if (isNews && report.state == ChunkState::Paused) {
        change(chunk->taskId, [id = chunk->id, at = now()](Transaction &tx) { restChunk(tx, id, at); });
    }
    for (const LoggedEvent &event : report.events) {
        handleEvent(*chunk, event);
    }
    stateChanged(*chunk, report);
}

void Renderer::Loop::stateChanged(ActiveChunk &chunk, const ChunkReport &report)
{
    chunk.state = report.state;
    const qint64 steady = steadyMs();
    if (report.state != ChunkState::Running) {
        chunk.clock.pause(steady);
    }
    if (report.state == ChunkState::Ended) {
        chunk.end = report.end.value_or(ChunkEnd());
    }
    chunk.isLost = report.state == ChunkState::Lost;
    if (chunk.isEnded()) {
        chunk.endedAt = whenTold(report.since);
        chunk.endedAtSteady = steady;
    }
    if (report.state == ChunkState::Running && !tellsOfItsFrames(chunk.engine)) {
        beginNext(chunk);
    }
    settle(chunk);
}

void Renderer::Loop::handleEvent(ActiveChunk &chunk, const LoggedEvent &logged)
{
    if (const auto *started = std::get_if<FrameStarted>(&logged.event)) {
        if (ActiveFrame *frame = chunk.frame(started->frame); frame != nullptr && started->dimensions) {
            frame->dimensions = started->dimensions;
        }
        frameStarted(chunk, started->frame, logged.from, logged.moment);
    } else if (const auto *progress = std::get_if<FrameProgress>(&logged.event)) {
        frameStarted(chunk, progress->frame, logged.from, logged.moment);
    } else if (const auto *written = std::get_if<FrameWritten>(&logged.event)) {
        frameWritten(chunk, logged, *written);
    } else if (const auto *said = std::get_if<Problem>(&logged.event)) {
        problem(chunk, *said);
    }
}

WorkMoment Renderer::Loop::nowOf(const ActiveChunk &chunk) const
{
    const qint64 steady = chunk.endedAtSteady.value_or(steadyMs());
    const qint64 worked = chunk.clock.at(steady);
    // Of the pauses, only what lies between two moments counts.
    return {now(), worked, steady - worked};
}

void Renderer::Loop::frameStarted(ActiveChunk &chunk, int number, qint64 from, const std::optional<WorkMoment> &told)
{
    ActiveFrame *frame = chunk.frame(number);
    if (frame == nullptr || frame->state != FrameState::Pending) {
        return;
    }
    frame->state = FrameState::Rendering;
    const WorkMoment moment = told.value_or(nowOf(chunk));
    frame->startedAtMs = moment.workedMs;
    frame->startedAtSteady = moment.workedMs + moment.pausedMs;
    const bool isFirst = std::count_if(chunk.frames.begin(), chunk.frames.end(),
                                       [](const ActiveFrame &each) { return each.state != FrameState::Pending; }) == 1;
    // What is said before belongs to the first.
    frame->logFrom = isFirst ? 0 : from;
    if (!chunk.startupMs) {
        chunk.startupMs = frame->startedAtMs;
        change(chunk.taskId, [id = chunk.id, ms = *chunk.startupMs](Transaction &tx) { setStartup(tx, id, ms); });
    }
    change(chunk.taskId, [ref = chunk.ref(), frame = *frame, at = whenTold(moment.at)](Transaction &tx) {
        startFrame(tx, ref, frame, at);
    });
}

void Renderer::Loop::frameWritten(ActiveChunk &chunk, const LoggedEvent &logged, const FrameWritten &written)
{
    int number = written.frame.value_or(-1);
    if (number < 0 && !written.path.isEmpty()) {
        number = frameOf(written.path);
    }
    if (number < 0) {
        const auto current = std::find_if(chunk.frames.begin(), chunk.frames.end(), [](const ActiveFrame &each) {
            return each.state == FrameState::Rendering && !each.isBeingChecked;
        });
        number = current == chunk.frames.end() ? -1 : current->number;
    }
    frameStarted(chunk, number, logged.from, logged.moment);
    ActiveFrame *frame = chunk.frame(number);
    if (frame == nullptr || frame->state != FrameState::Rendering || frame->isBeingChecked) {
        return;
    }
    frame->logTo = logged.to;
    const WorkMoment moment = logged.moment.value_or(nowOf(chunk));
    frame->writtenAt = whenTold(moment.at);
    frame->renderMs = renderTime(*frame, moment, written.seconds);
    check(chunk, *frame, written.path);
}

void Renderer::Loop::check(ActiveChunk &chunk, ActiveFrame &frame, const QString &path)
{
    frame.isBeingChecked = true;
    m_toCheck.push_back(
        {chunk.uuid, frame.number, path, chunk.outputFolder, chunk.expectationOf(frame), chunk.framesFolder});
}

void Renderer::Loop::problem(ActiveChunk &chunk, const Problem &problem)
{
    if (ActiveFrame *frame = problem.frame ? chunk.frame(*problem.frame) : nullptr) {
        keepGraver(frame->problem, problem);
        return;
    }
    ActiveFrame *only = nullptr;
    for (ActiveFrame &frame : chunk.frames) {
        // Which one it is at is only guessed where its log does not tell.
        if (tellsOfItsFrames(chunk.engine) && frame.state == FrameState::Rendering && !frame.isBeingChecked) {
            only = only == nullptr ? &frame : only;
        }
    }
    keepGraver(only != nullptr ? only->problem : chunk.problem, problem);
}

void Renderer::Loop::handleChecked(const FrameIntake::Outcome &outcome)
{
    ActiveChunk *chunk = chunkNamed(outcome.chunk);
    ActiveFrame *frame = chunk == nullptr ? nullptr : chunk->frame(outcome.frame);
    if (frame == nullptr) {
        return;
    }
    frame->isBeingChecked = false;
    if (outcome.output) {
        const auto &said = frame->problem ? frame->problem : chunk->problem;
        const bool lacksFile =
            said && (said->reason == FailureReason::MissingTexture || said->reason == FailureReason::MissingFile);
        const auto error =
            lacksFile && chunk->failsWithoutTexture ? std::optional(errorFor(said->reason, said->text)) : std::nullopt;
        frame->state = error ? FrameState::Failed : FrameState::Completed;
        chunk->hasRenderedAny = true;
        m_proven.insert(chunk->taskId);
        change(chunk->taskId, [this, ref = chunk->ref(), frame = *frame, output = *outcome.output, error, at = now(),
                               task = chunk->taskId, owner = chunk->ownerId](Transaction &tx) {
            if (finishFrame(tx, ref, frame, output, error, frame.writtenAt.value_or(at)) && !error) {
                enqueueResult(tx, m_services.jobs, task, frame.id, owner, at);
            }
        });
    } else if (chunk->isSwept ||
               (tellsOfItsFrames(chunk->engine) && outcome.output.error().code != ErrorCode::FrameNotWritten)) {
        // What was only seen to lie there may not have been whole yet.
        failFrame(*chunk, *frame, outcome.output.error());
    }
    makeRoom(*chunk);
    settle(*chunk);
}

// Between two frames: the one that has just begun is the only thing that is lost, and counts as no attempt. Of a whole
// sequence everything would be rendered once more.
void Renderer::Loop::makeRoom(ActiveChunk &chunk)
{
    if (rendersWholeSequence(chunk.engine)) {
        return;
    }
    const Candidate running{chunk.taskId, chunk.ownerId, chunk.priority, 0};
    const bool isOver = chunk.clock.at(steadyMs()) >= m_setup.turn.count();
    const bool hasMore = std::any_of(chunk.frames.begin(), chunk.frames.end(),
                                     [](const ActiveFrame &frame) { return frame.state == FrameState::Pending; });
    if (isOver && hasMore && !chunk.isEnded() && m_waiting && makesRoomFor(running, *m_waiting) &&
        runner(chunk.runner) != nullptr) {
        qCInfo(logRender) << "chunk" << chunk.uuid << "makes room for task" << m_waiting->taskId;
        m_waiting.reset();
        (void)runner(chunk.runner)->cancel(toText(chunk.uuid));
    }
}

void Renderer::Loop::watchClocks()
{
    const qint64 steady = steadyMs();
    constexpr qint64 between = 500; // Limits are in seconds, and events come by the hundred.
    if (steady - m_clocksSeenAt < between) {
        return;
    }
    m_clocksSeenAt = steady;
    for (auto &[uuid, chunk] : m_chunks) {
        if (chunk.isEnded() || chunk.stoppedFor || !chunk.isLive) {
            continue;
        }
        chunk.stoppedFor = overTime(chunk, steady);
        if (chunk.stoppedFor && runner(chunk.runner) != nullptr) {
            qCInfo(logRender).noquote() << "chunk" << uuid.toString() << "is ended:" << chunk.stoppedFor->forLog();
            (void)runner(chunk.runner)->cancel(toText(uuid));
        }
    }
    const auto late = m_services.database.read([this](Connection &db) -> Result<std::vector<std::pair<qint64, int>>> {
        Statement rows =
            db.prepare("SELECT id, task_timeout FROM render_task WHERE state IN (1, 2) AND worked_since IS NOT "
                       "NULL AND worked_ms + ?1 - worked_since > task_timeout * 1000");
        rows.bindAll(now());
        std::vector<std::pair<qint64, int>> tasks;
        while (rows.step()) {
            tasks.emplace_back(rows.int64(0), rows.integer(1));
        }
        return tasks;
    });
    if (late) {
        for (const auto &[task, seconds] : *late) {
            if (!isAtWork(task)) {
                continue; // What became of it meanwhile comes to light first.
            }
            giveUp(task, {ErrorCode::TaskTimedOut, {{u"seconds"_s, QString::number(seconds)}}, {}});
        }
    }
}

bool Renderer::Loop::isAtWork(qint64 taskId) const
{
    return std::any_of(m_chunks.begin(), m_chunks.end(), [taskId](const auto &named) {
        const ActiveChunk &chunk = named.second;
        return chunk.taskId == taskId && chunk.isLive && chunk.state == ChunkState::Running;
    });
}

std::optional<Error> Renderer::Loop::overTime(const ActiveChunk &chunk, qint64 steady) const
{
    const qint64 worked = chunk.clock.at(steady);
    qint64 longest = chunk.frames.empty() || chunk.startupMs ? 0 : worked;
    for (const ActiveFrame &frame : chunk.frames) {
        if (frame.state == FrameState::Rendering && !frame.isBeingChecked) {
            longest = std::max(longest, worked - frame.startedAtMs);
        }
    }
    constexpr qint64 msPerSecond = 1000;
    if (longest > chunk.frameTimeoutMs) {
        return Error{
            ErrorCode::FrameTimedOut, {{u"seconds"_s, QString::number(chunk.frameTimeoutMs / msPerSecond)}}, {}};
    }
    const qint64 silent = m_owner.noProgressSeconds * msPerSecond;
    if (silent > 0 && worked - chunk.lastOutputMs > silent) {
        return Error{ErrorCode::EngineSilent, {{u"seconds"_s, QString::number(m_owner.noProgressSeconds)}}, {}};
    }
    return std::nullopt;
}

} // namespace kinframe::render

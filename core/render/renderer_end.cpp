// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a process of an engine ends, and what becomes of the frames that it leaves.
#include "base/log.h"
#include "render/attempt_rows.h"
#include "render/chunk_sweep.h"
#include "render/renderer_loop.h"
#include "render/task_rows.h"
#include "render/work_folder.h"
#include "storage/database.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

// A scene that no process gets to its first frame is not tried a thousand times.
constexpr int mostBadStarts = 3;
constexpr qint64 longestDelay = 300'000; // ms

// What the scene lacks it still lacks the next time.
bool mayHelpToTryAgain(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RenderCrashed:
    case ErrorCode::RenderFailed:
    case ErrorCode::RenderDeviceFailed:
    case ErrorCode::RenderNoLicence:
    case ErrorCode::RenderNoMemory:
    case ErrorCode::RenderDiskFull:
    case ErrorCode::DiskFull:
    case ErrorCode::FrameBad:
    case ErrorCode::FrameNotWritten:
    case ErrorCode::WorkerLost:
    case ErrorCode::EngineSilent:
        return true;
    default:
        return false;
    }
}

// It would be the same with every other frame.
bool isOfTheWholeScene(FailureReason reason)
{
    return reason == FailureReason::BadScene || reason == FailureReason::NoCamera || reason == FailureReason::Option;
}

bool isUnfinished(const ActiveFrame &frame)
{
    return frame.state == FrameState::Pending || frame.state == FrameState::Rendering;
}

} // namespace

Error Renderer::Loop::reasonFor(const ActiveChunk &chunk, const ActiveFrame &frame) const
{
    if (chunk.stoppedFor) {
        return *chunk.stoppedFor;
    }
    if (chunk.isLost) {
        return {ErrorCode::WorkerLost, {{u"node"_s, chunk.node}}, {}};
    }
    const ChunkEnd &end = *chunk.end;
    if (end.reason == EndReason::Memory) {
        return errorFor(FailureReason::Memory, end.text);
    }
    if (end.reason == EndReason::Time) {
        return {ErrorCode::FrameTimedOut, {{u"seconds"_s, QString::number(chunk.frameTimeoutMs / 1000)}}, {}};
    }
    const auto &said = frame.problem ? frame.problem : chunk.problem;
    if (said) {
        return errorFor(said->reason, said->text);
    }
    if (end.reason == EndReason::Done) {
        return {ErrorCode::FrameNotWritten, {{u"frame"_s, QString::number(frame.number)}}, {}};
    }
    if (!end.text.isEmpty()) {
        return errorFor(FailureReason::Unknown, end.text);
    }
    return end.signal != 0 ? errorFor(FailureReason::Crash, u"signal %1"_s.arg(end.signal))
                           : errorFor(FailureReason::Unknown, u"exit code %1"_s.arg(end.exitCode));
}

void Renderer::Loop::failFrame(ActiveChunk &chunk, ActiveFrame &frame, const Error &error)
{
    frame.state = FrameState::Failed;
    if (!frame.logTo) {
        frame.logTo = chunk.logSize;
    }
    const bool mayHelp = mayHelpToTryAgain(error.code);
    change(chunk.taskId, [this, ref = chunk.ref(), frame, error, mayHelp, at = now()](Transaction &tx) {
        const int failures = failuresOf(tx.db(), frame.id) + 1;
        const qint64 delay = std::min<qint64>(longestDelay, m_setup.retryDelay.count() << std::min(failures - 1, 10));
        const bool isTriedAgain = mayHelp && failures < m_setup.maxTries;
        render::failFrame(tx, ref, frame, error, isTriedAgain ? std::optional(at + delay) : std::nullopt, at);
    });
}

void Renderer::Loop::giveUp(qint64 taskId, const Error &error)
{
    cancelChunks(taskId);
    change(taskId, [taskId, error, at = now()](Transaction &tx) {
        if (moveTask(tx, taskId, TaskEvent::GivenUp, at, {error, {}})) {
            moveFrames(tx, taskId, FrameEvent::Cancel, at);
        }
    });
}

void Renderer::Loop::settle(ActiveChunk &chunk)
{
    if (!chunk.isEnded() || chunk.isChecking()) {
        return;
    }
    if (awaitsLastLook(chunk)) {
        lookAtOutput(chunk);
        return;
    }
    if (!std::exchange(chunk.isSwept, true) && chunk.end && chunk.end->reason == EndReason::Done) {
        // Some engines do not say which frames they have written.
        for (ActiveFrame &frame : chunk.frames) {
            if (isUnfinished(frame)) {
                frame.renderMs = frame.renderMs ? frame.renderMs
                                 : frame.state == FrameState::Rendering
                                     ? std::optional(chunk.clock.at(steadyMs()) - frame.startedAtMs)
                                     : std::nullopt;
                check(chunk, frame, {});
            }
        }
        if (chunk.isChecking()) {
            return;
        }
    }
    const bool isStoppedOnly = chunk.end && chunk.end->reason == EndReason::Stopped && !chunk.stoppedFor;
    const bool isNotStarted = chunk.end && chunk.end->reason == EndReason::NotStarted;
    if (!isStoppedOnly && !isNotStarted) {
        const bool isAll = chunk.end && chunk.end->reason == EndReason::Done;
        const bool anyBegan = std::any_of(chunk.frames.begin(), chunk.frames.end(),
                                          [](const ActiveFrame &frame) { return frame.state != FrameState::Pending; });
        // Where it ended before its first frame, that is the one it did not get through.
        bool isFirst = !anyBegan && !chunk.isLost;
        for (ActiveFrame &frame : chunk.frames) {
            if (isUnfinished(frame) && (isAll || frame.state == FrameState::Rendering || isFirst)) {
                failFrame(chunk, frame, reasonFor(chunk, frame));
                isFirst = false;
            }
        }
    }
    giveUpWhereHopeless(chunk);
    const qint64 endedAt = chunk.endedAt.value_or(now());
    change(chunk.taskId, [id = chunk.id, endedAt](Transaction &tx) { endChunk(tx, id, endedAt); });
    sweep(chunk);
    m_chunks.erase(chunk.uuid);
}

void Renderer::Loop::sweep(const ActiveChunk &chunk)
{
    ChunkLeftovers left;
    left.folder = chunk.folder;
    left.framesFolder = chunk.framesFolder;
    left.hasEndedWell = chunk.end && chunk.end->reason == EndReason::Done;
    left.begunAt = chunk.begunAt;
    // Those that were good before it was taken back are not its any more.
    const auto before = m_services.database.read(
        [id = chunk.id](Connection &db) -> Result<QSet<int>> { return framesCompletedBy(db, id); });
    left.good = before.value_or(QSet<int>());
    for (const ActiveFrame &frame : chunk.frames) {
        left.frames.insert(frame.number);
        if (frame.state == FrameState::Completed) {
            left.good.insert(frame.number);
        }
    }
    m_intake->run(
        [left, sweep = m_sweeps.begin(chunk.taskId)](const std::stop_token &stop) { sweepChunk(left, stop); });
}

void Renderer::Loop::giveUpWhereHopeless(ActiveChunk &chunk)
{
    const bool isStopped = chunk.isLost || chunk.stoppedFor || !chunk.end || chunk.end->reason == EndReason::Stopped;
    if (isStopped || chunk.hasRenderedAny || chunk.frames.empty()) {
        return;
    }
    const auto &said = chunk.problem ? chunk.problem : chunk.frames.front().problem;
    // What becomes of test frames is for the task to say.
    const bool maySay = !chunk.areTests || chunk.stopsAfterTest;
    const bool isHopeless = maySay && said && said->isFatal && isOfTheWholeScene(said->reason);
    // Where others were good it is the frame.
    const bool isCounted = !chunk.areTests && !m_proven.contains(chunk.taskId);
    if (isHopeless || (isCounted && ++m_badStarts[chunk.taskId] >= mostBadStarts)) {
        giveUp(chunk.taskId, reasonFor(chunk, chunk.frames.front()));
    }
}

} // namespace kinframe::render

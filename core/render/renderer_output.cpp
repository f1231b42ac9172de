// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of engines that do not say what they have written: it is seen in their output folder. They render one frame
// after the other, so that each begins where the one before was written; the first begins with the process, since
// nothing tells where its start comes to an end.
#include "base/ids.h"
#include "render/renderer_loop.h"

#include <algorithm>

namespace kinframe::render {
namespace {

constexpr qint64 betweenLooks = 1000; // ms

bool isRendering(const ActiveFrame &frame)
{
    return frame.state == FrameState::Rendering && !frame.isBeingChecked;
}

} // namespace

void Renderer::Loop::watchOutputs()
{
    const qint64 steady = steadyMs();
    for (auto &[uuid, chunk] : m_chunks) {
        if (!tellsOfItsFrames(chunk.engine) && chunk.state == ChunkState::Running &&
            steady - chunk.lookedAt >= betweenLooks) {
            lookAtOutput(chunk);
        }
    }
}

void Renderer::Loop::lookAtOutput(ActiveChunk &chunk)
{
    if (std::exchange(chunk.isBeingLookedAt, true)) {
        return;
    }
    m_intake->run([this, uuid = chunk.uuid, folder = chunk.outputFolder, since = chunk.begunAt,
                   isLast = chunk.isEnded()](const std::stop_token &) {
        post(OutputSeen{uuid, picturesIn(folder, since), isLast});
    });
}

bool Renderer::Loop::awaitsLastLook(const ActiveChunk &chunk)
{
    // Nobody waits for the pictures of one that was stopped, and one that is lost may write still.
    const bool isOver =
        chunk.end && chunk.end->reason != EndReason::Stopped && chunk.end->reason != EndReason::NotStarted;
    return isOver && !tellsOfItsFrames(chunk.engine) && !chunk.isLastLookDone;
}

void Renderer::Loop::handleSeen(const OutputSeen &seen)
{
    ActiveChunk *chunk = chunkNamed(seen.chunk);
    if (chunk == nullptr) {
        return;
    }
    const qint64 steady = steadyMs();
    chunk->isBeingLookedAt = false;
    chunk->lookedAt = steady;
    chunk->isLastLookDone = seen.isLast;
    bool isNews = false;
    for (const SeenPicture &picture : chunk->output.settled(seen.pictures, seen.isLast)) {
        constexpr double msPerSecond = 1000;
        const qint64 taken = std::max<qint64>(0, picture.writtenAt - chunk->lastPictureAt);
        const auto seconds = chunk->lastPictureAt > 0 ? std::optional(double(taken) / msPerSecond) : std::nullopt;
        const LoggedEvent where{chunk->logSize, chunk->logSize, {}};
        frameWritten(*chunk, where, {picture.frame, picture.path, seconds});
        // Frames that nobody asked for take their time too.
        isNews = isNews || taken > 0;
        chunk->lastPictureAt = std::max(chunk->lastPictureAt, picture.writtenAt);
    }
    if (isNews) {
        chunk->lastOutputMs = chunk->clock.at(steady);
        for (ActiveFrame &frame : chunk->frames) {
            if (isRendering(frame)) {
                frame.startedAtMs = chunk->lastOutputMs;
                frame.startedAtSteady = steady;
            }
        }
    }
    if (!chunk->isEnded()) {
        beginNext(*chunk);
    }
    settle(*chunk);
}

void Renderer::Loop::beginNext(ActiveChunk &chunk)
{
    if (std::any_of(chunk.frames.begin(), chunk.frames.end(), isRendering)) {
        return;
    }
    const auto next = std::find_if(chunk.frames.begin(), chunk.frames.end(),
                                   [](const ActiveFrame &frame) { return frame.state == FrameState::Pending; });
    if (next != chunk.frames.end()) {
        frameStarted(chunk, next->number, chunk.logSize);
    }
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/frame_check.h"
#include "render/output_watch.h"
#include "render/runners/runner.h"
#include "render/states.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::render {

/// Counts the time of work: stands still while it is paused.
class WorkClock
{
public:
    /// So long it has worked.
    void set(qint64 ms, qint64 steadyNow)
    {
        m_ms = ms;
        m_since = m_since ? std::optional(steadyNow) : std::nullopt;
    }
    void run(qint64 steadyNow) { m_since = m_since ? m_since : std::optional(steadyNow); }
    void pause(qint64 steadyNow)
    {
        m_ms = at(steadyNow);
        m_since.reset();
    }
    [[nodiscard]] qint64 at(qint64 steadyNow) const { return m_ms + (m_since ? steadyNow - *m_since : 0); }

private:
    qint64 m_ms = 0;
    std::optional<qint64> m_since;
};

struct ActiveFrame
{
    qint64 id = 0;
    int number = 0;
    FrameState state = FrameState::Pending;
    bool isBeingChecked = false;
    qint64 startedAtMs = 0;     ///< on the chunk's clock
    qint64 startedAtSteady = 0; ///< the same on one that no pause stops
    qint64 logFrom = 0;
    std::optional<qint64> logTo;
    std::optional<qint64> renderMs;  ///< once its picture is written
    std::optional<qint64> writtenAt; ///< ms since 1970
    std::optional<Problem> problem;  ///< the gravest that the log tells of it
    std::optional<QSize> dimensions; ///< of its picture, where the engine has said it
};

/// Whose a frame is, as the database knows it.
struct ChunkRef
{
    qint64 id = 0; ///< row id
    QString node;  ///< empty until it is known
};

/// A process of an engine, as the program knows it while it goes on. Of the render thread.
struct ActiveChunk
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    qint64 taskId = 0;
    qint64 ownerId = 0;
    int priority = 5;
    Engine engine = Engine::Blender;
    Needs needs;
    QString runner;
    QString folder;
    QString outputFolder; ///< where the engine writes its pictures
    qint64 begunAt = 0;   ///< ms since 1970: pictures that lay there before are of others
    QString framesFolder; ///< where good frames go
    std::vector<ActiveFrame> frames;
    FrameExpectation expected; ///< what its pictures must be
    qint64 frameTimeoutMs = 0;
    bool failsWithoutTexture = true;
    bool areTests = false;
    bool stopsAfterTest = false; ///< its task ends with a test frame that fails
    WorkClock clock;
    std::optional<qint64> startupMs;
    ChunkState state = ChunkState::Waiting;
    QString node;
    qint64 logSize = 0;
    qint64 lastOutputMs = 0;         ///< on its clock
    std::optional<Problem> problem;  ///< the gravest that is about no single frame
    std::optional<Error> stoppedFor; ///< why the program ended it
    std::optional<ChunkEnd> end;
    std::optional<qint64> endedAt;       ///< ms since 1970
    std::optional<qint64> endedAtSteady; ///< on the clock of steadyMs(): what passes from then on is no pause
    bool isLive = true;                  ///< it goes on now; of one that was taken back, that must be seen first
    bool isLost = false;
    bool isSwept = false; ///< what it left behind without saying was looked for
    bool hasRenderedAny = false;
    OutputWatch output;  ///< of an engine that does not tell of its frames
    qint64 lookedAt = 0; ///< when its folder was listed last, on the clock of steadyMs()
    bool isBeingLookedAt = false;
    bool isLastLookDone = false; ///< its folder was listed after it had ended
    qint64 lastPictureAt = 0;    ///< when the last one that was seen was written; 0: none was

    [[nodiscard]] ChunkRef ref() const { return {id, node}; }
    [[nodiscard]] ActiveFrame *frame(int number);
    /// What the picture of the frame must be, and that it is of this attempt.
    [[nodiscard]] FrameExpectation expectationOf(const ActiveFrame &frame) const;
    [[nodiscard]] bool isEnded() const { return end.has_value() || isLost; }
    [[nodiscard]] bool isChecking() const;
};

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/active_chunk.h"
#include "render/chunk_plan.h"
#include "storage/transaction.h"

#include <QJsonObject>

namespace kinframe::render {

// What renders in the database. All throw SqlError.

/// Tasks that have frames to begin with: of each user the first few in turn.
[[nodiscard]] std::vector<Candidate> findCandidates(storage::Connection &db, qint64 now);

/// The frames that a task may begin with now, the first `most` of them: test frames alone before all others.
struct NextFrames
{
    std::vector<ActiveFrame> frames;
    bool areTests = false;
};
[[nodiscard]] NextFrames nextFrames(storage::Connection &db, qint64 taskId, int most, qint64 now);

/// When the next frame that waits for its time comes to it.
[[nodiscard]] std::optional<qint64> nextTime(storage::Connection &db, qint64 now);

[[nodiscard]] FrameTimes frameTimes(storage::Connection &db, qint64 taskId);

/// Records the chunk and gives it its frames, as far as they are still to be had; false where none is.
[[nodiscard]] bool insertChunk(storage::Transaction &transaction, ActiveChunk &chunk, qint64 now);
struct ChunkStarted
{
    QString runnerJob; ///< what the runner calls it
    QString node;
    qint64 at = 0; ///< ms since 1970
};
/// It renders, for the first time or again; so does its task's clock of work then.
void startChunk(storage::Transaction &transaction, qint64 chunkId, const ChunkStarted &started, qint64 now);
/// It is paused, or has been suspended. The clock of its task stops where nothing else of it renders.
void restChunk(storage::Transaction &transaction, qint64 chunkId, qint64 now);
void setStartup(storage::Transaction &transaction, qint64 chunkId, qint64 startupMs);
/// Whether a frame is still its: those that were cancelled are not, even where they are wanted again.
[[nodiscard]] bool hasFrames(storage::Connection &db, qint64 chunkId);
/// Gives back what it has not rendered. `now`: when it ended.
void endChunk(storage::Transaction &transaction, qint64 chunkId, qint64 now);

struct StoredChunk
{
    ActiveChunk chunk;
    QString runnerJob;
    qint64 begunAt = 0; ///< ms since 1970
};
/// Those that had not ended when the program did, with the frames that are theirs.
[[nodiscard]] std::vector<StoredChunk> openChunks(storage::Connection &db);

// Frames of a chunk; nothing happens to one that is not its any more.
void startFrame(storage::Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, qint64 now);
struct FrameOutput
{
    QString path; ///< below the task's folder
    qint64 size = 0;
    QByteArray md5;
};
/// Whether it was still the chunk's. `error`: its picture is there, but not as it should be.
[[nodiscard]] bool finishFrame(storage::Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame,
                               const FrameOutput &output, const std::optional<Error> &error, qint64 now);
/// Is tried again from `again` on, or, without, has failed.
void failFrame(storage::Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, const Error &error,
               std::optional<qint64> again, qint64 now);
[[nodiscard]] int failuresOf(storage::Connection &db, qint64 frameId);

/// Moves the task on as its frames stand.
void advanceTask(storage::Transaction &transaction, qint64 taskId, qint64 now);

} // namespace kinframe::render

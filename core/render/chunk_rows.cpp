// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/chunk_rows.h"

#include "base/error_json.h"
#include "render/task_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

// Of each user. What is not among them comes to its turn when one of these has none left.
constexpr int tasksOfUser = 8;

QString listOf(const std::vector<ActiveFrame> &frames)
{
    QJsonArray numbers;
    for (const ActiveFrame &frame : frames) {
        numbers += frame.number;
    }
    return QString::fromUtf8(QJsonDocument(numbers).toJson(QJsonDocument::Compact));
}

void endAttempt(Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, FrameState state,
                const std::optional<Error> &error, qint64 now)
{
    transaction.run(
        "INSERT INTO render_attempt(frame_id, chunk_id, state, started_at, ended_at, log_from, log_to, error) "
        "VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET state = excluded.state, "
        "ended_at = excluded.ended_at, log_to = excluded.log_to, error = excluded.error",
        frame.id, chunk.id, int(state), now, frame.logFrom, frame.logTo,
        error ? std::optional(toJsonText(*error)) : std::nullopt);
}

Error framesFailed(const FrameCounts &frames)
{
    Error error{ErrorCode::FramesFailed,
                {{u"failed"_s, QString::number(frames.failed)}, {u"total"_s, QString::number(frames.total())}},
                {}};
    if (frames.cancelled > 0) {
        error.facts.emplace_back(u"more"_s, u", and %1 were cancelled"_s.arg(frames.cancelled));
    }
    return error;
}

// Of the chunk's task, where none of it renders any more.
void stopClock(Transaction &transaction, qint64 chunkId, qint64 now)
{
    transaction.run("UPDATE render_task SET worked_ms = worked_ms + coalesce(max(0, ?2 - worked_since), 0), "
                    "worked_since = NULL WHERE id = (SELECT task_id FROM render_chunk WHERE id = ?1) AND NOT EXISTS "
                    "(SELECT 1 FROM render_chunk WHERE task_id = render_task.id AND state = 1)",
                    chunkId, now);
}

} // namespace

std::vector<Candidate> findCandidates(Connection &db, qint64 now)
{
    Statement owners = db.prepare("SELECT DISTINCT owner_id FROM render_task WHERE state < 3");
    std::vector<qint64> ids;
    while (owners.step()) {
        ids.push_back(owners.int64(0));
    }
    Statement tasks = db.prepare(
        "SELECT t.id, t.priority FROM render_task t WHERE t.state < 3 AND t.owner_id = ?1 AND EXISTS (SELECT 1 FROM "
        "render_frame f WHERE f.task_id = t.id AND f.state = 0 AND f.chunk_id IS NULL AND f.not_before <= ?2) "
        "ORDER BY t.priority DESC, t.id LIMIT ?3");
    std::vector<Candidate> candidates;
    for (const qint64 owner : ids) {
        tasks.bindAll(owner, now, tasksOfUser);
        while (tasks.step()) {
            candidates.push_back({tasks.int64(0), owner, tasks.integer(1)});
        }
        tasks.reset();
    }
    return candidates;
}

NextFrames nextFrames(Connection &db, qint64 taskId, int most, qint64 now)
{
    Statement tests = db.prepare(
        "WITH open(tests) AS (SELECT EXISTS (SELECT 1 FROM render_frame WHERE task_id = ?1 AND state IN (0, 1) "
        "AND is_test = 1)) SELECT tests, CASE WHEN tests THEN EXISTS (SELECT 1 FROM render_frame WHERE "
        "task_id = ?1 AND is_test = 0 AND (state = 1 OR (state = 0 AND chunk_id IS NOT NULL))) END FROM open");
    tests.bindAll(taskId);
    tests.step();
    NextFrames next;
    next.areTests = tests.boolean(0);
    if (next.areTests && tests.boolean(1)) {
        return next; // Alone: what renders now comes to its end first.
    }
    Statement rows =
        db.prepare("SELECT id, number FROM render_frame WHERE task_id = ?1 AND state = 0 AND chunk_id IS NULL "
                   "AND not_before <= ?2 AND is_test >= ?3 ORDER BY is_test DESC, number LIMIT ?4");
    rows.bindAll(taskId, now, next.areTests, most);
    while (rows.step()) {
        ActiveFrame frame;
        frame.id = rows.int64(0);
        frame.number = rows.integer(1);
        next.frames.push_back(frame);
    }
    return next;
}

std::optional<qint64> nextTime(Connection &db, qint64 now)
{
    Statement row =
        db.prepare("SELECT min(f.not_before) FROM render_task t JOIN render_frame f ON f.task_id = t.id WHERE "
                   "t.state < 3 AND f.state = 0 AND f.not_before > ?1");
    row.bindAll(now);
    row.step();
    return row.optionalInt64(0);
}

FrameTimes frameTimes(Connection &db, qint64 taskId)
{
    // Of the last ones: scenes change from frame to frame.
    Statement frames =
        db.prepare("SELECT avg(render_ms) FROM (SELECT render_ms FROM render_frame WHERE task_id = ?1 AND "
                   "render_ms IS NOT NULL ORDER BY completed_at DESC LIMIT 50)");
    frames.bindAll(taskId);
    frames.step();
    Statement chunks =
        db.prepare("SELECT avg(startup_ms) FROM (SELECT startup_ms FROM render_chunk WHERE task_id = ?1 AND "
                   "startup_ms IS NOT NULL ORDER BY id DESC LIMIT 10)");
    chunks.bindAll(taskId);
    chunks.step();
    return {chunks.real(0), frames.real(0)};
}

bool insertChunk(Transaction &transaction, ActiveChunk &chunk, qint64 now)
{
    Statement insert = transaction.prepare("INSERT INTO render_chunk(uuid, task_id, runner, state, frames, created_at) "
                                           "SELECT ?1, ?2, ?3, 0, ?4, ?5 FROM render_task WHERE id = ?2 AND state < 3 "
                                           "RETURNING id");
    insert.bindAll(chunk.uuid, chunk.taskId, chunk.runner, listOf(chunk.frames), now);
    if (!insert.step()) {
        return false;
    }
    chunk.id = insert.int64(0);
    insert.reset();
    std::vector<ActiveFrame> had;
    for (const ActiveFrame &frame : chunk.frames) {
        if (transaction.run("UPDATE render_frame SET chunk_id = ?2 WHERE id = ?1 AND state = 0 AND chunk_id IS NULL",
                            frame.id, chunk.id) > 0) {
            had.push_back(frame);
        }
    }
    chunk.frames = std::move(had);
    if (chunk.frames.empty()) {
        transaction.run("DELETE FROM render_chunk WHERE id = ?1", chunk.id);
        return false;
    }
    return true;
}

void startChunk(Transaction &transaction, qint64 chunkId, const ChunkStarted &started, qint64 now)
{
    // Of one that rested since it began, nobody knows better than now.
    transaction.run(
        "UPDATE render_task SET worked_since = coalesce(worked_since, (SELECT CASE WHEN started_at IS NULL THEN ?2 "
        "ELSE ?3 END FROM render_chunk WHERE id = ?1)) WHERE state < 3 AND id = (SELECT task_id FROM render_chunk "
        "WHERE id = ?1 AND state < 2)",
        chunkId, started.at, now);
    transaction.run(
        "UPDATE render_chunk SET state = 1, started_at = coalesce(started_at, ?4), runner_job = ?2, node = ?3 "
        "WHERE id = ?1 AND state < 2",
        chunkId, started.runnerJob, started.node, started.at);
}

void restChunk(Transaction &transaction, qint64 chunkId, qint64 now)
{
    transaction.run("UPDATE render_chunk SET state = 0 WHERE id = ?1 AND state = 1", chunkId);
    stopClock(transaction, chunkId, now);
}

void setStartup(Transaction &transaction, qint64 chunkId, qint64 startupMs)
{
    transaction.run("UPDATE render_chunk SET startup_ms = ?2 WHERE id = ?1", chunkId, startupMs);
}

bool hasFrames(Connection &db, qint64 chunkId)
{
    Statement row = db.prepare("SELECT EXISTS (SELECT 1 FROM render_frame WHERE chunk_id = ?1)");
    row.bindAll(chunkId);
    row.step();
    return row.boolean(0);
}

void endChunk(Transaction &transaction, qint64 chunkId, qint64 now)
{
    transaction.run("UPDATE render_chunk SET state = 2, ended_at = ?2 WHERE id = ?1", chunkId, now);
    transaction.run("UPDATE render_frame SET chunk_id = NULL, state = CASE state WHEN 1 THEN 0 ELSE state END WHERE "
                    "chunk_id = ?1",
                    chunkId);
    stopClock(transaction, chunkId, now);
}

std::vector<StoredChunk> openChunks(Connection &db)
{
    Statement rows = db.prepare(
        "SELECT c.id, c.uuid, c.task_id, t.owner_id, c.runner, c.runner_job, c.startup_ms, c.created_at FROM "
        "render_chunk c JOIN render_task t ON t.id = c.task_id WHERE c.state < 2 ORDER BY c.id");
    Statement frames = db.prepare("SELECT id, number, is_test FROM render_frame WHERE chunk_id = ?1 ORDER BY number");
    std::vector<StoredChunk> chunks;
    while (rows.step()) {
        StoredChunk stored;
        ActiveChunk &chunk = stored.chunk;
        chunk.id = rows.int64(0);
        chunk.uuid = rows.uuid(1);
        chunk.taskId = rows.int64(2);
        chunk.ownerId = rows.int64(3);
        chunk.runner = rows.text(4);
        stored.runnerJob = rows.text(5);
        chunk.startupMs = rows.optionalInt64(6);
        stored.begunAt = rows.int64(7);
        frames.bindAll(chunk.id);
        while (frames.step()) {
            ActiveFrame frame;
            frame.id = frames.int64(0);
            frame.number = frames.integer(1);
            chunk.areTests = frames.boolean(2);
            // What it has said of the frame comes once more.
            chunk.frames.push_back(frame);
        }
        frames.reset();
        chunks.push_back(std::move(stored));
    }
    return chunks;
}

void startFrame(Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, qint64 now)
{
    const qint64 started = transaction.run(
        "UPDATE render_frame SET state = 1, started_at = ?3, node = ?4 WHERE id = ?1 AND chunk_id = ?2 AND state = 0",
        frame.id, chunk.id, now, chunk.node);
    if (started > 0) {
        transaction.run(
            "INSERT INTO render_attempt(frame_id, chunk_id, state, started_at, log_from) VALUES (?1, ?2, 1, "
            "?3, ?4) ON CONFLICT DO NOTHING",
            frame.id, chunk.id, now, frame.logFrom);
    }
}

bool finishFrame(Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, const FrameOutput &output,
                 const std::optional<Error> &error, qint64 now)
{
    const FrameState state = error ? FrameState::Failed : FrameState::Completed;
    const qint64 finished = transaction.run(
        "UPDATE render_frame SET state = ?3, output_path = ?4, output_size = ?5, output_md5 = ?6, render_ms = ?7, node "
        "= "
        "?8, started_at = coalesce(started_at, ?9), completed_at = ?9, error = ?10, failures = failures + (?3 = 3), "
        "chunk_id = NULL WHERE id = ?1 AND chunk_id = ?2 AND state < 2",
        frame.id, chunk.id, int(state), output.path, output.size, output.md5, frame.renderMs, chunk.node, now,
        error ? std::optional(toJsonText(*error)) : std::nullopt);
    if (finished > 0) {
        endAttempt(transaction, chunk, frame, state, error, now);
    }
    return finished > 0;
}

void failFrame(Transaction &transaction, const ChunkRef &chunk, const ActiveFrame &frame, const Error &error,
               std::optional<qint64> again, qint64 now)
{
    const qint64 failed = transaction.run(
        "UPDATE render_frame SET state = CASE WHEN ?3 IS NULL THEN 3 ELSE 0 END, not_before = coalesce(?3, 0), "
        "failures = failures + 1, retries = retries + (?3 IS NOT NULL), node = ?4, error = ?5, completed_at = CASE "
        "WHEN "
        "?3 IS NULL THEN ?6 END, chunk_id = NULL WHERE id = ?1 AND chunk_id = ?2 AND state < 2",
        frame.id, chunk.id, again, chunk.node, toJsonText(error), now);
    if (failed > 0) {
        endAttempt(transaction, chunk, frame, FrameState::Failed, error, now);
    }
}

int failuresOf(Connection &db, qint64 frameId)
{
    Statement row = db.prepare("SELECT failures FROM render_frame WHERE id = ?1");
    row.bindAll(frameId);
    return row.step() ? row.integer(0) : 0;
}

void advanceTask(Transaction &transaction, qint64 taskId, qint64 now)
{
    const auto task = findTask(transaction.db(), taskId);
    if (!task || isEnded(task->state) || task->state == TaskState::Paused) {
        return;
    }
    const FrameCounts &frames = task->frames;
    if (task->request.stopsAfterTest && task->tests == TestState::Failed && frames.ended() < frames.total()) {
        Statement bad =
            transaction.prepare("SELECT number, error, EXISTS (SELECT 1 FROM render_frame o WHERE o.task_id = "
                                "?1 AND o.is_test = 1 AND o.state < 2) FROM render_frame WHERE task_id = ?1 "
                                "AND is_test = 1 AND state = 3 ORDER BY number LIMIT 1");
        bad.bindAll(taskId);
        if (bad.step() && !bad.boolean(2)) {
            const Error reason = errorFromJsonText(bad.text(1));
            const Error error{ErrorCode::TestFrameFailed,
                              {{u"frame"_s, bad.text(0)}, {u"cause"_s, toJsonText(reason)}},
                              reason.forLog()};
            bad.reset();
            (void)moveTask(transaction, taskId, TaskEvent::GivenUp, now, {error, {}});
            moveFrames(transaction, taskId, FrameEvent::Cancel, now);
            return;
        }
    }
    if (frames.ended() == frames.total()) {
        const bool isGood = frames.completed == frames.total();
        const Error error = framesFailed(frames);
        (void)moveTask(transaction, taskId, isGood ? TaskEvent::AllGood : TaskEvent::NotAllGood, now,
                       {isGood ? std::nullopt : std::optional(error), {}});
        return;
    }
    if (task->state == TaskState::Testing &&
        (task->tests == TestState::Completed || task->tests == TestState::Failed)) {
        Statement open = transaction.prepare(
            "SELECT EXISTS (SELECT 1 FROM render_frame WHERE task_id = ?1 AND is_test = 1 AND state < 2)");
        open.bindAll(taskId);
        open.step();
        if (!open.boolean(0)) {
            open.reset();
            (void)moveTask(transaction, taskId, TaskEvent::FramesStarted, now);
        }
    }
    touchTask(transaction, taskId);
}

} // namespace kinframe::render

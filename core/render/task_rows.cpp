// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/task_rows.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "storage/sql_text.h"

#include <QJsonDocument>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;
using storage::Transaction;

// The state of the test frames as TestState has it; few frames are. Cancelled ones have failed where the task has: it
// could not render them. Where somebody cancelled it they are as they were before.
constexpr char taskColumns[] =
    "t.id, t.queue_id, t.owner_id, t.state, t.resume_state, t.unionid, t.scene_key, t.engine, t.spec, t.start_frame, "
    "t.total_frames, t.frame_step, t.test_frames, t.stop_after_test, t.priority, t.ram, t.gpu_count, t.frame_timeout, "
    "t.task_timeout, t.scene_file_id, t.scene_md5, t.scene_size, t.hardware, t.runner, t.pending, t.rendering, "
    "t.completed, t.failed, t.cancelled, t.render_ms, t.error, t.notice, t.worked_ms, t.worked_since, t.created_at, "
    "t.started_at, t.completed_at, t.updated_at, t.is_cleaned, "
    "(SELECT CASE WHEN count(*) = 0 THEN 0 WHEN sum(state = 3 OR (state = 4 AND t.state = 5)) > 0 THEN 4 "
    "WHEN sum(state = 2) = count(*) THEN 3 WHEN sum(state = 1) > 0 OR (sum(state = 2) > 0 AND sum(state = 4) = 0) "
    "THEN 2 ELSE 1 END FROM render_frame WHERE task_id = t.id AND is_test = 1), "
    "(SELECT count(*) FROM render_frame WHERE task_id = t.id AND render_ms IS NOT NULL) ";

constexpr char frameColumns[] =
    "id, task_id, number, state, is_test, output_path, output_size, output_md5, asset_id, node, render_ms, retries, "
    "created_at, started_at, completed_at, error ";

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString specOf(const TaskRequest &request)
{
    return textOf({{u"task_info"_s, request.info},
                   {u"is_compressed"_s, request.isCompressed.value_or(false)},
                   {u"hardware_config_id"_s, request.hardwareId},
                   {u"cg_version"_s, request.version},
                   {u"renderer"_s, request.renderer},
                   {u"plugins"_s, request.plugins}});
}

std::optional<Error> errorAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(errorFromJsonText(row.text(column)));
}

std::optional<QString> jsonOf(const std::optional<Error> &error)
{
    return error ? std::optional(toJsonText(*error)) : std::nullopt;
}

// Reads the columns one after the other, in the order of the list above.
class Columns
{
public:
    explicit Columns(const Statement &row)
        : m_row(row)
    {
    }

    qint64 number() { return m_row.int64(m_next++); }
    int integer() { return int(number()); }
    bool flag() { return number() != 0; }
    QString text() { return m_row.text(m_next++); }
    QByteArray blob() { return m_row.blob(m_next++); }
    QUuid uuid() { return m_row.uuid(m_next++); }
    std::optional<qint64> optionalNumber() { return m_row.optionalInt64(m_next++); }
    std::optional<Error> error() { return errorAt(m_row, m_next++); }

private:
    const Statement &m_row;
    int m_next = 0;
};

void readRequest(Columns &columns, TaskRequest &request)
{
    request.unionId = columns.text();
    request.sceneKey = columns.text();
    request.engine = engineOf(columns.text()).value_or(Engine::Command);
    const QJsonObject spec = objectOf(columns.text());
    request.info = spec[u"task_info"].toObject();
    request.isCompressed = spec[u"is_compressed"].toBool();
    request.hardwareId = spec[u"hardware_config_id"].toString();
    request.version = spec[u"cg_version"].toString();
    request.renderer = spec[u"renderer"].toString();
    request.plugins = spec[u"plugins"].toObject();
    request.startFrame = columns.integer();
    request.totalFrames = columns.integer();
    request.frameStep = columns.integer();
    request.testText = columns.text();
    request.stopsAfterTest = columns.flag();
    request.priority = columns.integer();
    const auto ram = columns.optionalNumber();
    request.ram = ram ? std::optional(int(*ram)) : std::nullopt;
    request.gpus = columns.integer();
    request.frameTimeout = columns.integer();
    request.taskTimeout = columns.integer();
}

Task taskOf(const Statement &row)
{
    Columns columns(row);
    Task task;
    task.id = columns.number();
    task.queueId = columns.uuid();
    task.ownerId = columns.number();
    task.state = TaskState(columns.integer());
    task.resumesTo = TaskState(columns.optionalNumber().value_or(0));
    readRequest(columns, task.request);
    task.sceneFileId = columns.optionalNumber().value_or(0);
    task.sceneMd5 = columns.blob();
    task.sceneSize = columns.number();
    if (auto hardware = hardwareConfigFrom(objectOf(columns.text()))) {
        task.hardware = *hardware;
    }
    task.runner = columns.text();
    task.frames = {columns.integer(), columns.integer(), columns.integer(), columns.integer(), columns.integer()};
    task.renderMs = columns.number();
    task.error = columns.error();
    task.notice = columns.error();
    task.workedMs = columns.number();
    task.workedSince = columns.optionalNumber();
    task.createdAt = columns.number();
    task.startedAt = columns.optionalNumber();
    task.completedAt = columns.optionalNumber();
    task.updatedAt = columns.number();
    task.isCleaned = columns.flag();
    task.tests = TestState(columns.integer());
    task.timedFrames = columns.integer();
    return task;
}

Frame frameOf(const Statement &row)
{
    Columns columns(row);
    Frame frame;
    frame.id = columns.number();
    frame.taskId = columns.number();
    frame.number = columns.integer();
    frame.state = FrameState(columns.integer());
    frame.isTest = columns.flag();
    frame.outputPath = columns.text();
    frame.outputSize = columns.number();
    frame.outputMd5 = columns.blob();
    frame.assetId = columns.optionalNumber().value_or(0);
    frame.node = columns.text();
    frame.renderMs = columns.optionalNumber();
    frame.retries = columns.integer();
    frame.createdAt = columns.number();
    frame.startedAt = columns.optionalNumber();
    frame.completedAt = columns.optionalNumber();
    frame.error = columns.error();
    return frame;
}

template <typename Value, typename Read>
std::vector<Value> all(Statement &rows, Read read)
{
    std::vector<Value> values;
    while (rows.step()) {
        values.push_back(read(rows));
    }
    return values;
}

constexpr char filterCondition[] =
    "(?1 IS NULL OR t.owner_id = ?1) AND (?2 IS NULL OR t.state = ?2) AND (?3 IS NULL OR "
    "t.engine = ?3) AND (?4 IS NULL OR t.unionid = ?4) ";

void bindFilter(Statement &statement, const TaskFilter &filter)
{
    const auto state = filter.state ? std::optional(int(*filter.state)) : std::nullopt;
    const auto engine = filter.engine ? std::optional(nameOf(*filter.engine)) : std::nullopt;
    const auto unionId = filter.unionId.isEmpty() ? std::nullopt : std::optional(filter.unionId);
    statement.bindAll(filter.ownerId, state, engine, unionId);
}

void insertFrames(Transaction &transaction, qint64 taskId, const TaskRequest &request, qint64 now)
{
    for (const int number : request.frames()) {
        transaction.run(
            "INSERT INTO render_frame(task_id, number, state, is_test, created_at) VALUES (?1, ?2, 0, ?3, ?4)", taskId,
            number, request.testFrames.contains(number), now);
    }
}

void insertFiles(Transaction &transaction, qint64 taskId, const std::vector<TaskFile> &files)
{
    for (size_t position = 0; position < files.size(); ++position) {
        const TaskFile &file = files[position];
        transaction.run("INSERT INTO render_task_file(task_id, position, file_id, local_path, server_path, md5, size, "
                        "file_type) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        taskId, position, file.fileId == 0 ? std::nullopt : std::optional(file.fileId), file.localPath,
                        file.serverPath, file.md5, file.fileId == 0 ? std::nullopt : std::optional(file.size),
                        file.type);
    }
}

} // namespace

qint64 insertTask(Transaction &transaction, const NewTask &task)
{
    const TaskRequest &request = task.request;
    const qint64 now = transaction.stamp();
    Statement insert = transaction.prepare(
        "INSERT INTO render_task(queue_id, owner_id, unionid, idempotency_key, state, engine, scene_key, "
        "scene_file_id, "
        "scene_md5, scene_size, spec, start_frame, total_frames, frame_step, test_frames, stop_after_test, priority, "
        "ram, "
        "gpu_count, hardware, frame_timeout, task_timeout, runner, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, 0, "
        "?5, "
        "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?23) RETURNING id");
    const auto given = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    insert.bindAll(newUuid(), task.ownerId, request.unionId, given(request.idempotencyKey), nameOf(request.engine),
                   request.sceneKey, task.sceneFileId, task.sceneMd5, task.sceneSize, specOf(request),
                   request.startFrame, request.totalFrames, request.frameStep, given(request.testText),
                   request.stopsAfterTest, request.priority, request.ram, request.gpus,
                   task.hardware ? textOf(toJson(*task.hardware)) : u"{}"_s, request.frameTimeout, request.taskTimeout,
                   task.runner, now);
    insert.step();
    const qint64 id = insert.int64(0);
    insert.reset();
    insertFrames(transaction, id, request, now);
    insertFiles(transaction, id, task.files);
    return id;
}

std::optional<Task> findTask(Connection &db, qint64 id)
{
    Statement row = db.prepare(joined({"SELECT ", taskColumns, "FROM render_task t WHERE t.id = ?1"}));
    row.bindAll(id);
    return row.step() ? std::optional(taskOf(row)) : std::nullopt;
}

std::optional<qint64> findTaskByKey(Connection &db, qint64 ownerId, const QString &idempotencyKey)
{
    Statement row = db.prepare("SELECT id FROM render_task WHERE owner_id = ?1 AND idempotency_key = ?2");
    row.bindAll(ownerId, idempotencyKey);
    return row.step() ? std::optional(row.int64(0)) : std::nullopt;
}

std::vector<Task> findTasks(Connection &db, std::span<const qint64> ids)
{
    std::vector<Task> tasks;
    for (const qint64 id : ids) {
        if (auto task = findTask(db, id)) {
            tasks.push_back(std::move(*task));
        }
    }
    return tasks;
}

std::vector<Task> listTasks(Connection &db, const TaskFilter &filter, const std::string &order, int limit,
                            qint64 offset)
{
    Statement rows = db.prepare(joined({"SELECT ", taskColumns, "FROM render_task t WHERE ", filterCondition,
                                        "ORDER BY ", order, ", t.id LIMIT ?5 OFFSET ?6"}));
    bindFilter(rows, filter);
    rows.bind(5, limit);
    rows.bind(6, offset);
    return all<Task>(rows, taskOf);
}

qint64 countTasks(Connection &db, const TaskFilter &filter)
{
    Statement row = db.prepare(joined({"SELECT count(*) FROM render_task t WHERE ", filterCondition}));
    bindFilter(row, filter);
    row.step();
    return row.int64(0);
}

std::optional<Frame> findFrame(Connection &db, qint64 taskId, int number)
{
    Statement row =
        db.prepare(joined({"SELECT ", frameColumns, "FROM render_frame WHERE task_id = ?1 AND number = ?2"}));
    row.bindAll(taskId, number);
    return row.step() ? std::optional(frameOf(row)) : std::nullopt;
}

std::optional<Frame> findFrame(Connection &db, qint64 id)
{
    Statement row = db.prepare(joined({"SELECT ", frameColumns, "FROM render_frame WHERE id = ?1"}));
    row.bindAll(id);
    return row.step() ? std::optional(frameOf(row)) : std::nullopt;
}

std::vector<Frame> listFrames(Connection &db, qint64 taskId, const FramePart &part)
{
    const std::string_view way = part.isDescending ? " DESC" : " ASC";
    constexpr std::string_view from = "FROM render_frame WHERE task_id = ?1 AND (?2 IS NULL OR state = ?2) ORDER BY ";
    Statement rows =
        db.prepare(joined({"SELECT ", frameColumns, from, part.column, way, ", number", way, " LIMIT ?3 OFFSET ?4"}));
    rows.bindAll(taskId, part.state ? std::optional(int(*part.state)) : std::nullopt, part.limit, part.offset);
    return all<Frame>(rows, frameOf);
}

std::vector<TaskFile> listFiles(Connection &db, qint64 taskId, int limit, qint64 offset, FileOrder order)
{
    Statement rows =
        db.prepare(joined({"SELECT file_id, local_path, server_path, md5, size, file_type FROM render_task_file WHERE "
                           "task_id = ?1 ORDER BY position ",
                           order == FileOrder::LastOn ? "DESC" : "ASC", " LIMIT ?2 OFFSET ?3"}));
    rows.bindAll(taskId, limit, offset);
    return all<TaskFile>(rows, [](const Statement &row) {
        return TaskFile{row.optionalInt64(0).value_or(0), row.text(1), row.text(2), row.blob(3),
                        row.optionalInt64(4).value_or(0), row.text(5)};
    });
}

FileCounts countFiles(Connection &db, qint64 taskId)
{
    Statement row =
        db.prepare("SELECT count(*), coalesce(sum(file_id IS NULL), 0) FROM render_task_file WHERE task_id = ?1");
    row.bindAll(taskId);
    row.step();
    return {row.int64(0), row.int64(1)};
}

std::optional<TaskState> moveTask(Transaction &transaction, qint64 id, TaskEvent event, qint64 now,
                                  const TaskChange &change)
{
    Statement row = transaction.prepare("SELECT state, resume_state, notice FROM render_task WHERE id = ?1");
    row.bindAll(id);
    if (!row.step()) {
        return std::nullopt;
    }
    const auto state = TaskState(row.integer(0));
    const auto resumesTo = TaskState(row.optionalInt64(1).value_or(0));
    const auto next = after(state, event, resumesTo);
    const auto noticed = errorAt(row, 2);
    row.reset();
    if (!next) {
        return std::nullopt;
    }
    const bool begins = *next == TaskState::Testing || *next == TaskState::Rendering;
    const bool rests = isEnded(*next) || *next == TaskState::Paused;
    // Why it waited is past, but what was rendered with less stays that.
    const bool staysNoticed = !change.notice && noticed && noticed->code == ErrorCode::RenderedWithLess;
    // What happens in a pause changes nothing about where it goes back to.
    const TaskState before = state == TaskState::Paused ? resumesTo : state;
    transaction.run(
        "UPDATE render_task SET state = ?2, resume_state = ?3, error = ?4, notice = ?5, updated_at = ?6, "
        "started_at = CASE WHEN ?7 THEN coalesce(started_at, ?8) ELSE started_at END, "
        "completed_at = CASE WHEN ?9 THEN ?8 END, "
        "worked_ms = worked_ms + CASE WHEN ?10 THEN coalesce(max(0, ?8 - worked_since), 0) ELSE 0 END, "
        "worked_since = CASE WHEN ?10 THEN NULL WHEN worked_since IS NULL AND EXISTS (SELECT 1 FROM render_chunk WHERE "
        "task_id = ?1 AND state = 1) THEN ?8 ELSE worked_since END WHERE id = ?1",
        id, int(*next), *next == TaskState::Paused ? std::optional(int(before)) : std::nullopt, jsonOf(change.error),
        jsonOf(staysNoticed ? noticed : change.notice), transaction.stamp(), begins, now, isEnded(*next), rests);
    return next;
}

qint64 moveFrames(Transaction &transaction, qint64 taskId, FrameEvent event, qint64 now, std::optional<int> only)
{
    qint64 moved = 0;
    for (const FrameState from : {FrameState::Pending, FrameState::Rendering, FrameState::Completed, FrameState::Failed,
                                  FrameState::Cancelled}) {
        const auto to = after(from, event);
        if (!to || *to == from) {
            continue;
        }
        moved += transaction.run(
            "UPDATE render_frame SET state = ?3, chunk_id = NULL, not_before = 0, "
            "failures = CASE WHEN ?3 = 0 THEN 0 ELSE failures END, retries = retries + (?3 = 0), "
            "error = CASE WHEN ?3 = 0 THEN NULL ELSE error END, completed_at = CASE WHEN ?3 > 1 THEN ?4 END "
            "WHERE task_id = ?1 AND state = ?2 AND (?5 IS NULL OR number = ?5)",
            taskId, int(from), int(*to), now, only);
    }
    return moved;
}

void setNotice(Transaction &transaction, qint64 taskId, const std::optional<Error> &notice)
{
    transaction.run("UPDATE render_task SET notice = ?2, updated_at = ?3 WHERE id = ?1 AND notice IS NOT ?2", taskId,
                    jsonOf(notice), transaction.stamp());
}

void touchTask(Transaction &transaction, qint64 taskId)
{
    transaction.run("UPDATE render_task SET updated_at = ?2 WHERE id = ?1", taskId, transaction.stamp());
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/tasks.h"

#include "library/owner.h"
#include "render/files/files.h"
#include "render/scene_layout.h"
#include "render/task_conflict.h"
#include "storage/database.h"

#include <QJsonArray>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Failure unknownHardware(const QString &id)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"hardware_config_id"_s},
                                             {u"value"_s, id.left(80)},
                                             {u"expected"_s, u"the id of a configuration that is available"_s}});
}

Result<std::optional<HardwareConfig>> hardwareFor(const RenderSetup &setup, const TaskRequest &request)
{
    const auto fitting = matching(setup.hardware, {request.ram, request.gpus});
    if (request.hardwareId.isEmpty()) {
        return fitting.empty() ? std::optional<HardwareConfig>() : fitting.front();
    }
    for (const HardwareConfig &config : setup.hardware) {
        if (config.id == request.hardwareId && config.isAvailable) {
            return std::optional(config);
        }
    }
    return unknownHardware(request.hardwareId);
}

std::vector<TaskFile> taskFiles(const TaskRequest &request, const std::vector<StoredFile> &stored)
{
    std::vector<TaskFile> files;
    for (const RequestedFile &wanted : request.files) {
        TaskFile file{0, wanted.localPath, serverPathOf(wanted.localPath).value_or(QString()), wanted.md5,
                      0, wanted.type};
        const auto found = std::find_if(stored.begin(), stored.end(),
                                        [&wanted](const StoredFile &one) { return one.md5 == wanted.md5; });
        if (found != stored.end()) {
            file.fileId = found->id;
            file.size = found->size;
            file.type = file.type.isEmpty() ? found->fileType : file.type;
        }
        file.type = file.type.isEmpty() ? u"other"_s : file.type;
        files.push_back(std::move(file));
    }
    return files;
}

Result<void> notMadeBefore(Connection &db, const Caller &caller, const QString &key)
{
    const auto first = key.isEmpty() ? std::nullopt : findTaskByKey(db, caller.userId, key);
    return first ? fail(ErrorCode::TaskExists, {{u"id"_s, QString::number(*first)}}) : Result<void>();
}

} // namespace

Result<Task> taskFor(Connection &db, const Caller &caller, qint64 id)
{
    auto task = findTask(db, id);
    if (!task) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"task"_s}, {u"id"_s, QString::number(id)}});
    }
    if (!caller.isAdmin && task->ownerId != caller.userId) {
        return fail(ErrorCode::NotYours, {{u"what"_s, u"task"_s}, {u"id"_s, QString::number(id)}});
    }
    return std::move(*task);
}

void publishTask(Transaction &transaction, EventBus &events, qint64 taskId)
{
    Statement row = transaction.prepare(
        "SELECT t.queue_id, u.uuid, t.state FROM render_task t JOIN user u ON u.id = t.owner_id WHERE t.id = ?1");
    row.bindAll(taskId);
    if (!row.step()) {
        return;
    }
    const Event event{u"render.task"_s,
                      row.uuid(0),
                      row.uuid(1),
                      {{u"task_id"_s, taskId}, {u"status"_s, nameOf(TaskState(row.integer(2)))}}};
    transaction.afterCommit([&events, event] { events.publish(event); });
}

Tasks::Tasks(const library::Services &services, Files &files, EventBus &events, TasksSetup setup)
    : m_services(services)
    , m_files(files)
    , m_events(events)
    , m_setup(std::move(setup))
{
}

void Tasks::tell(Transaction &transaction, const Task &task)
{
    publishTask(transaction, m_events, task.id);
    transaction.afterCommit([this, id = task.id] {
        if (m_changed) {
            m_changed(id);
        }
    });
}

Result<NewTask> Tasks::prepared(const Caller &caller, const TaskRequest &request, const RenderSetup &setup)
{
    if (!caller.isAdmin && request.unionId != caller.name) {
        return fail(ErrorCode::NotYours, {{u"what"_s, u"name"_s}, {u"id"_s, request.unionId}});
    }
    if (request.engine == Engine::Command && !caller.isAdmin) {
        return fail(ErrorCode::Forbidden, {{u"what"_s, u"render with commands"_s}});
    }
    // Renderers run what their arguments say: scripts, too.
    if (!caller.isAdmin && !request.info[u"extra_arguments"].toArray().isEmpty()) {
        return fail(ErrorCode::Forbidden, {{u"what"_s, u"give renderers further arguments"_s}});
    }
    NewTask task;
    task.ownerId = caller.userId;
    task.request = request;
    const auto scene = m_files.fileOfKey(caller.asker(), request.sceneKey);
    if (!scene) {
        return failed(scene);
    }
    task.sceneFileId = scene->id;
    task.sceneMd5 = scene->md5;
    task.sceneSize = scene->size;
    task.request.isCompressed = request.isCompressed.value_or(isPacked(request.sceneKey, *scene));
    std::vector<QByteArray> hashes;
    for (const RequestedFile &file : request.files) {
        hashes.push_back(file.md5);
    }
    const auto stored = m_files.existing(caller.asker(), hashes);
    if (!stored) {
        return failed(stored);
    }
    task.files = taskFiles(request, *stored);
    auto hardware = hardwareFor(setup, request);
    if (!hardware) {
        return failed(hardware);
    }
    task.hardware = std::move(*hardware);
    task.runner = setup.runner;
    return task;
}

Result<Task> Tasks::create(const Caller &caller, const TaskRequest &request)
{
    // Before all else: the first may have outlived its scene and its hardware, and is there all the same.
    const auto isNew =
        m_services.database.read([&](Connection &db) { return notMadeBefore(db, caller, request.idempotencyKey); });
    if (!isNew) {
        return failed(isNew);
    }
    const auto known = setup();
    auto task = known ? prepared(caller, request, *known) : Result<NewTask>(failed(known));
    if (!task) {
        return failed(task);
    }
    const auto program = known->program(request.engine, request.version, task->runner);
    return m_services.database.write([&](Transaction &transaction) -> Result<Task> {
        // Once more: two that come at once both have seen none.
        if (const auto isStillNew = notMadeBefore(transaction.db(), caller, request.idempotencyKey); !isStillNew) {
            return failed(isStillNew);
        }
        const qint64 id = insertTask(transaction, *task);
        m_files.touch(transaction, task->sceneFileId);
        if (!program) {
            const qint64 now = m_setup.clock();
            (void)moveTask(transaction, id, TaskEvent::GivenUp, now, {program.error(), {}});
            moveFrames(transaction, id, FrameEvent::Cancel, now);
        }
        auto made = taskFor(transaction.db(), caller, id);
        if (made) {
            tell(transaction, *made);
        }
        return made;
    });
}

Result<Listed<Task>> Tasks::list(const Caller &caller, TaskFilter filter, const std::string &order, int limit,
                                 qint64 offset)
{
    if (!caller.isAdmin) {
        filter.ownerId = caller.userId;
    }
    return m_services.database.read([&](Connection &db) -> Result<Listed<Task>> {
        return Listed<Task>{listTasks(db, filter, order, limit, offset), countTasks(db, filter)};
    });
}

Result<Task> Tasks::task(const Caller &caller, qint64 id)
{
    return m_services.database.read([&](Connection &db) { return taskFor(db, caller, id); });
}

Result<std::vector<Task>> Tasks::some(const Caller &caller, std::span<const qint64> ids)
{
    return m_services.database.read([&](Connection &db) -> Result<std::vector<Task>> {
        std::vector<Task> tasks = findTasks(db, ids);
        tasks.erase(
            std::remove_if(tasks.begin(), tasks.end(),
                           [&caller](const Task &task) { return !caller.isAdmin && task.ownerId != caller.userId; }),
            tasks.end());
        return tasks;
    });
}

Result<Task> Tasks::move(const Caller &caller, qint64 id, TaskEvent event)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<Task> {
        auto before = taskFor(transaction.db(), caller, id);
        if (!before) {
            return before;
        }
        const qint64 now = m_setup.clock();
        if (!moveTask(transaction, id, event, now)) {
            return notAllowedIn(before->state);
        }
        if (event == TaskEvent::Cancel) {
            moveFrames(transaction, id, FrameEvent::Cancel, now);
        }
        tell(transaction, *before);
        return taskFor(transaction.db(), caller, id);
    });
}

Result<Task> Tasks::pause(const Caller &caller, qint64 id)
{
    return move(caller, id, TaskEvent::Pause);
}

Result<Task> Tasks::resume(const Caller &caller, qint64 id)
{
    return move(caller, id, TaskEvent::Resume);
}

Result<Task> Tasks::cancel(const Caller &caller, qint64 id)
{
    return move(caller, id, TaskEvent::Cancel);
}

Result<QList<int>> Tasks::retry(const Caller &caller, qint64 id,
                                const std::function<Result<QList<int>>(Connection &, const Task &)> &which)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<QList<int>> {
        const auto task = taskFor(transaction.db(), caller, id);
        if (!task) {
            return failed(task);
        }
        if (task->isCleaned) {
            return conflict(u"the work space of the task has been removed"_s);
        }
        if (m_cleaning.contains(id)) {
            return beingCleaned();
        }
        auto numbers = which(transaction.db(), *task);
        if (!numbers) {
            return numbers;
        }
        const qint64 now = m_setup.clock();
        if (!moveTask(transaction, id, TaskEvent::Retry, now)) {
            return notAllowedIn(task->state);
        }
        for (const int number : *numbers) {
            moveFrames(transaction, id, FrameEvent::Retry, now, number);
        }
        tell(transaction, *task);
        return numbers;
    });
}

Result<QList<int>> Tasks::retryFrame(const Caller &caller, qint64 id, int number)
{
    return retry(caller, id, [number](Connection &db, const Task &task) -> Result<QList<int>> {
        const auto frame = findFrame(db, task.id, number);
        if (!frame) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"frame"_s}, {u"id"_s, QString::number(number)}});
        }
        if (!after(frame->state, FrameEvent::Retry)) {
            return conflict(frame->state == FrameState::Pending ? u"the frame waits to be rendered"_s
                                                                : u"the frame is being rendered"_s);
        }
        return QList<int>{number};
    });
}

Result<QList<int>> Tasks::retryFailed(const Caller &caller, qint64 id)
{
    return retry(caller, id, [](Connection &db, const Task &task) -> Result<QList<int>> {
        // What was not rendered any more because something else had failed belongs to it.
        Statement rows = db.prepare("SELECT number FROM render_frame WHERE task_id = ?1 AND (state = 3 OR (?2 AND "
                                    "state = 4)) ORDER BY number");
        rows.bindAll(task.id, task.state == TaskState::Failed);
        QList<int> numbers;
        while (rows.step()) {
            numbers += rows.integer(0);
        }
        if (numbers.isEmpty()) {
            return conflict(u"no frame of the task has failed"_s);
        }
        return numbers;
    });
}

Result<RenderSetup> Tasks::setup()
{
    return m_services.database.read([](Connection &db) -> Result<RenderSetup> { return readSetup(db); });
}

Result<void> Tasks::setSetup(const RenderSetup &setup)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        writeSetup(transaction, setup);
        transaction.afterCommit([this] {
            if (m_changed) {
                m_changed(0);
            }
        });
        return {};
    });
}

} // namespace kinframe::render

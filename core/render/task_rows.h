// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/task.h"
#include "storage/transaction.h"

#include <span>
#include <string_view>

namespace kinframe::render {

// Tasks and frames in the database. All throw SqlError.

/// What a new task is made of besides its request.
struct NewTask
{
    qint64 ownerId = 0;
    TaskRequest request;
    qint64 sceneFileId = 0;
    QByteArray sceneMd5;
    qint64 sceneSize = 0;
    std::optional<HardwareConfig> hardware;
    QString runner;
    std::vector<TaskFile> files;
};

/// With its frames and files. Gives its id.
[[nodiscard]] qint64 insertTask(storage::Transaction &transaction, const NewTask &task);

[[nodiscard]] std::optional<Task> findTask(storage::Connection &db, qint64 id);
[[nodiscard]] std::optional<qint64> findTaskByKey(storage::Connection &db, qint64 ownerId,
                                                  const QString &idempotencyKey);
[[nodiscard]] std::vector<Task> findTasks(storage::Connection &db, std::span<const qint64> ids);

struct TaskFilter
{
    std::optional<qint64> ownerId; ///< none: everybody's
    std::optional<TaskState> state;
    std::optional<Engine> engine;
    QString unionId; ///< empty: any
};
/// `order`: a column of `render_task t` with its direction, of our own words.
[[nodiscard]] std::vector<Task> listTasks(storage::Connection &db, const TaskFilter &filter, const std::string &order,
                                          int limit, qint64 offset);
[[nodiscard]] qint64 countTasks(storage::Connection &db, const TaskFilter &filter);

[[nodiscard]] std::optional<Frame> findFrame(storage::Connection &db, qint64 taskId, int number);
[[nodiscard]] std::optional<Frame> findFrame(storage::Connection &db, qint64 id);
struct FramePart
{
    std::optional<FrameState> state; ///< none: all
    bool isDescending = false;
    int limit = 1000;
    qint64 offset = 0;
    std::string_view column = "number"; ///< of `render_frame`, to sort by; those that are alike go by their numbers
};
[[nodiscard]] std::vector<Frame> listFrames(storage::Connection &db, qint64 taskId, const FramePart &part);

/// From the first one that a task names, or from the last.
enum class FileOrder { FirstOn, LastOn };
[[nodiscard]] std::vector<TaskFile> listFiles(storage::Connection &db, qint64 taskId, int limit, qint64 offset,
                                              FileOrder order = FileOrder::FirstOn);
struct FileCounts
{
    qint64 total = 0;
    qint64 missing = 0;
};
[[nodiscard]] FileCounts countFiles(storage::Connection &db, qint64 taskId);

/// What moving a task on also says.
struct TaskChange
{
    std::optional<Error> error;
    std::optional<Error> notice;
};
/// Moves it on where its state allows that; gives the new state, nothing where it does not. Ends, starts and pauses its
/// clock of work as the state says. A notice of before goes, unless it is RenderedWithLess.
[[nodiscard]] std::optional<TaskState> moveTask(storage::Transaction &transaction, qint64 id, TaskEvent event,
                                                qint64 now, const TaskChange &change = {});
/// Its frames that this can happen to: `only`, or all. Gives how many.
qint64 moveFrames(storage::Transaction &transaction, qint64 taskId, FrameEvent event, qint64 now,
                  std::optional<int> only = {});
void setNotice(storage::Transaction &transaction, qint64 taskId, const std::optional<Error> &notice);
/// Marks the task as changed, for whoever shows it.
void touchTask(storage::Transaction &transaction, qint64 taskId);

} // namespace kinframe::render

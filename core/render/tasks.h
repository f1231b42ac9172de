// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/events.h"
#include "library/services.h"
#include "render/claimed_ids.h"
#include "render/files/stored_file.h"
#include "render/render_setup.h"
#include "render/sweeps.h"
#include "render/task.h"
#include "render/task_rows.h"

#include <QDir>

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace kinframe::render {

class Files;

/// Who asks for a task: a user reaches their own, an admin everybody's.
struct Caller
{
    qint64 userId = 0;
    QString name;
    bool isAdmin = false;

    [[nodiscard]] Asker asker() const { return {userId, isAdmin}; }
};

/// A part of the log of one attempt at a frame.
struct FrameLog
{
    QByteArray text;
    qint64 offset = 0; ///< of its first byte in what is about the frame
    qint64 size = 0;   ///< of all that there is by now
    int attempt = 0;   ///< from 1
    int attempts = 0;
    bool isGrowing = false;
};

template <typename Item>
struct Listed
{
    std::vector<Item> items;
    qint64 total = 0;
};

struct TasksSetup
{
    QString folder; ///< of all work spaces; made where missing
    Clock clock = wallMs;
    /// With all that is in it; false where something stays.
    std::function<bool(const QString &path)> removeFolder = [](const QString &path) {
        return QDir(path).removeRecursively();
    };
    std::chrono::milliseconds sweepPatience = std::chrono::seconds(5); ///< how long a cleanup waits for sweeps
};

/// Render tasks: what people ask for and see of them. What renders them (see Renderer) works on the same rows. Every
/// call from any thread but the writer's, none on the GUI thread. A task of somebody else fails with NotYours, one that
/// is not there with NotFound.
class Tasks
{
public:
    /// All of it outlives this.
    Tasks(const library::Services &services, Files &files, EventBus &events, TasksSetup setup);

    /// InvalidArgument, NotFound (the scene), NotYours (a `unionid` of somebody else), Forbidden (an engine for
    /// admins), TaskExists with `id` where the key was used before. A task without an engine here is made, and has
    /// failed.
    [[nodiscard]] Result<Task> create(const Caller &caller, const TaskRequest &request);

    [[nodiscard]] Result<Listed<Task>> list(const Caller &caller, TaskFilter filter, const std::string &order,
                                            int limit, qint64 offset);
    [[nodiscard]] Result<Task> task(const Caller &caller, qint64 id);
    /// Those that the caller may see, in the order of the ids.
    [[nodiscard]] Result<std::vector<Task>> some(const Caller &caller, std::span<const qint64> ids);

    // Conflict with the reason where the state does not allow it.
    [[nodiscard]] Result<Task> pause(const Caller &caller, qint64 id);
    [[nodiscard]] Result<Task> resume(const Caller &caller, qint64 id);
    [[nodiscard]] Result<Task> cancel(const Caller &caller, qint64 id);
    /// Gives the frames that are rendered again.
    [[nodiscard]] Result<QList<int>> retryFrame(const Caller &caller, qint64 id, int number);
    [[nodiscard]] Result<QList<int>> retryFailed(const Caller &caller, qint64 id);
    /// Removes the work space of an ended task; gives the bytes that this freed. DiskFailed where some of it stays: the
    /// task is as before then, and this may be asked again.
    [[nodiscard]] Result<qint64> cleanUp(const Caller &caller, qint64 id);

    [[nodiscard]] Result<Listed<Frame>> frames(const Caller &caller, qint64 id, const FramePart &part);
    [[nodiscard]] Result<Frame> frame(const Caller &caller, qint64 id, int number);
    struct LogPart
    {
        int attempt = 0; ///< from 1; 0: the last one
        qint64 offset = 0;
        qint64 limit = 0; ///< bytes at most
    };
    [[nodiscard]] Result<FrameLog> log(const Caller &caller, qint64 id, int number, const LogPart &part);
    struct Output
    {
        QString path;
        QString fileName; ///< for people
        QByteArray mimeType;
    };
    /// The file of a rendered frame. NotFound where there is none (any more).
    [[nodiscard]] Result<Output> output(const Caller &caller, qint64 frameId);
    /// The frames that are rendered as an MP4, made where there is none yet, which takes a while; of a task without its
    /// work space, those that the library has. Conflict before the task has ended, or where nothing is left of it;
    /// Canceled.
    [[nodiscard]] Result<Output> preview(const Caller &caller, qint64 id, int frameRate,
                                         const std::function<void(qint64 done, qint64 total)> &progress,
                                         const std::stop_token &stop);
    struct FileList
    {
        std::vector<TaskFile> items;
        FileCounts counts;
    };
    [[nodiscard]] Result<FileList> files(const Caller &caller, qint64 id, int limit, qint64 offset,
                                         FileOrder order = FileOrder::FirstOn);

    [[nodiscard]] Result<RenderSetup> setup();
    [[nodiscard]] Result<void> setSetup(const RenderSetup &setup);

    /// What a Renderer says of the work spaces here.
    [[nodiscard]] Sweeps &sweeps() { return m_sweeps; }
    [[nodiscard]] QString folder() const { return m_setup.folder; }
    /// Called after each change of a task that matters to what renders it, on the writer thread.
    void onChange(std::function<void(qint64 taskId)> hook) { m_changed = std::move(hook); }

private:
    [[nodiscard]] Result<NewTask> prepared(const Caller &caller, const TaskRequest &request, const RenderSetup &setup);
    [[nodiscard]] Result<Task> move(const Caller &caller, qint64 id, TaskEvent event);
    [[nodiscard]] Result<QList<int>>
    retry(const Caller &caller, qint64 id,
          const std::function<Result<QList<int>>(storage::Connection &, const Task &)> &which);
    /// None of its frames is rendered again as long as the claim is there.
    [[nodiscard]] Result<void> claimForCleaning(const Caller &caller, qint64 id, ClaimedIds::Claim &claim);
    [[nodiscard]] Result<qint64> removeFolder(const QString &folder) const;
    void tell(storage::Transaction &transaction, const Task &task);
    /// The picture in the work space, else in the library. Throws SqlError.
    [[nodiscard]] std::optional<Output> outputOf(storage::Connection &db, const Frame &frame) const;

    library::Services m_services;
    Files &m_files;
    EventBus &m_events;
    TasksSetup m_setup;
    std::function<void(qint64)> m_changed;
    std::mutex m_previewMutex;
    ClaimedIds m_cleaning; ///< tasks whose work spaces are being removed
    Sweeps m_sweeps;
};

/// The task, if the caller may see it. Throws SqlError.
[[nodiscard]] Result<Task> taskFor(storage::Connection &db, const Caller &caller, qint64 id);
/// `render.task` for whoever listens, once the transaction is written.
void publishTask(storage::Transaction &transaction, EventBus &events, qint64 taskId);

} // namespace kinframe::render

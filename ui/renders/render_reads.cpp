// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_reads.h"

#include "render/files/stored_file.h"
#include "storage/database.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

// More than any computer renders at a time.
constexpr int mostWorking = 1000;

QString sceneName(Connection &db, const render::Task &task)
{
    const QString &key = task.request.sceneKey;
    QString name = key.mid(key.lastIndexOf(u'/') + 1);
    // A key made of a hash says nothing to people.
    if (key == render::storageKeyOf(task.sceneMd5)) {
        Statement row = db.prepare("SELECT file_name FROM render_file WHERE id = ?1");
        row.bindAll(task.sceneFileId);
        name = row.step() && !row.text(0).isEmpty() ? row.text(0) : name;
    }
    return name.endsWith(".gz"_L1) ? name.chopped(3) : name;
}

RenderView viewOf(Connection &db, render::Task task, qint64 userId)
{
    RenderView view;
    view.name = sceneName(db, task);
    // A photo whose faces are still to be looked for has its picture already.
    // The index has them in just this order: the last one that is rendered comes first. A few of the last ones may
    // have no picture yet.
    Statement rows = db.prepare(
        "SELECT a.uuid, a.updated_at, coalesce(a.state = 1 OR (a.state = 0 AND a.width IS NOT NULL), 0) FROM "
        "render_frame f LEFT JOIN asset a ON a.id = f.asset_id "
        "AND a.owner_id = ?2 AND a.trashed_at IS NULL WHERE f.task_id = ?1 AND f.state = 2 ORDER BY f.is_test, "
        "f.number DESC LIMIT 16");
    rows.bindAll(task.id, userId);
    while (view.picture.isNull() && rows.step()) {
        if (rows.integer(2) == 1) {
            view.picture = rows.uuid(0);
            view.pictureStamp = rows.int64(1);
        } else {
            view.lacksPicture = !task.isCleaned;
        }
    }
    view.task = std::move(task);
    return view;
}

Result<std::vector<RenderView>> viewsOf(const Services &services, qint64 userId, std::vector<render::Task> tasks,
                                        const std::stop_token &stop)
{
    return services.library.database.read(
        [&](Connection &db) -> Result<std::vector<RenderView>> {
            std::vector<RenderView> views;
            for (render::Task &task : tasks) {
                views.push_back(viewOf(db, std::move(task), userId));
            }
            return views;
        },
        stop);
}

} // namespace

Result<render::Caller> callerOf(const Services &services, qint64 userId)
{
    // Without renders there is nothing to be asked for.
    if (services.tasks == nullptr) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"render service"_s}});
    }
    return services.library.database.read([&](Connection &db) -> Result<render::Caller> {
        Statement row = db.prepare("SELECT name, is_admin FROM user WHERE id = ?1");
        row.bindAll(userId);
        if (!row.step()) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"user"_s}});
        }
        return render::Caller{userId, row.text(0), row.boolean(1)};
    });
}

Result<RenderPage> newestRenders(const Services &services, qint64 userId, int limit, const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    auto listed = services.tasks->list(*caller, {}, "t.id DESC", limit, 0);
    if (!listed) {
        return failed(listed);
    }
    auto views = viewsOf(services, userId, std::move(listed->items), stop);
    return views ? Result<RenderPage>(RenderPage{std::move(*views), listed->total}) : failed(views);
}

Result<std::vector<RenderView>> workingRenders(const Services &services, qint64 userId, const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    std::vector<render::Task> working;
    for (const render::TaskState state : {render::TaskState::Testing, render::TaskState::Rendering}) {
        render::TaskFilter filter;
        filter.state = state;
        auto listed = services.tasks->list(*caller, filter, "t.id", mostWorking, 0);
        if (!listed) {
            return failed(listed);
        }
        std::ranges::move(listed->items, std::back_inserter(working));
    }
    return viewsOf(services, userId, std::move(working), stop);
}

Result<std::vector<RenderView>> someRenders(const Services &services, qint64 userId, std::span<const qint64> ids,
                                            const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    auto tasks = caller ? services.tasks->some(*caller, ids) : Result<std::vector<render::Task>>(failed(caller));
    return tasks ? viewsOf(services, userId, std::move(*tasks), stop) : failed(tasks);
}

Result<std::vector<FrameView>> framesOf(const Services &services, qint64 userId, qint64 taskId,
                                        const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    return services.library.database.read(
        [&](Connection &db) -> Result<std::vector<FrameView>> {
            if (const auto task = render::taskFor(db, *caller, taskId); !task) {
                return failed(task);
            }
            Statement rows = db.prepare(
                "SELECT f.number, f.state, f.is_test, f.retries, f.render_ms, coalesce(f.node, ''), coalesce(f.error, "
                "''), a.uuid, a.updated_at, a.state = 1 OR (a.state = 0 AND a.width IS NOT NULL) FROM render_frame f "
                "LEFT JOIN asset a ON a.id = f.asset_id AND "
                "a.owner_id = ?2 AND a.trashed_at IS NULL WHERE f.task_id = ?1 ORDER BY f.number");
            rows.bindAll(taskId, userId);
            std::vector<FrameView> frames;
            while (rows.step()) {
                FrameView frame{rows.integer(0),
                                render::FrameState(rows.integer(1)),
                                rows.boolean(2),
                                rows.integer(3),
                                rows.optionalInt64(4),
                                rows.text(5),
                                rows.text(6),
                                {},
                                0};
                if (rows.optionalInt64(9).value_or(0) == 1) {
                    frame.picture = rows.uuid(7);
                    frame.pictureStamp = rows.int64(8);
                }
                frames.push_back(std::move(frame));
            }
            return frames;
        },
        stop);
}

} // namespace kinframe::ui

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

QString fileNameOf(Connection &db, qint64 fileId)
{
    Statement row = db.prepare("SELECT file_name FROM render_file WHERE id = ?1");
    row.bindAll(fileId);
    return row.step() ? row.text(0) : QString();
}

QString sceneName(Connection &db, const QString &key, const QByteArray &md5, qint64 fileId)
{
    // A key made of a hash says nothing to people.
    const QString given = key == render::storageKeyOf(md5) ? fileNameOf(db, fileId) : QString();
    const QString name = given.isEmpty() ? key.mid(key.lastIndexOf(u'/') + 1) : given;
    return name.endsWith(".gz"_L1) ? name.chopped(3) : name;
}

bool isNamed(const QString &name, const QString &part)
{
    return name.contains(part, Qt::CaseInsensitive);
}

/// Whose tasks they see.
std::optional<qint64> ownerFor(const render::Caller &caller)
{
    return caller.isAdmin ? std::nullopt : std::optional(caller.userId);
}

RenderView viewOf(Connection &db, render::Task task, qint64 userId)
{
    RenderView view;
    view.name = sceneName(db, task.request.sceneKey, task.sceneMd5, task.sceneFileId);
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

using Found = render::Listed<render::Task>;

Result<Found> listed(const Services &services, const render::Caller &caller, const RenderFilter &filter, int limit)
{
    render::TaskFilter asked;
    asked.state = filter.state;
    return services.tasks->list(caller, asked, "t.id DESC", limit, 0);
}

// A name is what people see of a task: the database has no column of it, and knows no small and capital letters but
// those of English. There are never so many tasks that all their names could not be looked through.
Result<Found> named(const Services &services, const render::Caller &caller, const RenderFilter &filter, int limit,
                    const std::stop_token &stop)
{
    const auto matching = services.library.database.read(
        [&](Connection &db) -> Result<std::vector<qint64>> {
            Statement rows = db.prepare("SELECT id, scene_key, scene_md5, coalesce(scene_file_id, 0) FROM render_task "
                                        "WHERE (?1 IS NULL OR owner_id = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY "
                                        "id DESC");
            rows.bindAll(ownerFor(caller), filter.state ? std::optional(int(*filter.state)) : std::nullopt);
            std::vector<qint64> ids;
            while (rows.step()) {
                if (isNamed(sceneName(db, rows.text(1), rows.blob(2), rows.int64(3)), filter.name)) {
                    ids.push_back(rows.int64(0));
                }
            }
            return ids;
        },
        stop);
    if (!matching) {
        return failed(matching);
    }
    auto tasks =
        services.tasks->some(caller, std::span(*matching).first(std::min<size_t>(matching->size(), size_t(limit))));
    return tasks ? Result<Found>(Found{std::move(*tasks), qint64(matching->size())}) : failed(tasks);
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

bool RenderFilter::matches(const RenderView &view) const
{
    return (!state || *state == view.task.state) && isNamed(view.name, name);
}

Result<RenderPage> newestRenders(const Services &services, qint64 userId, const RenderFilter &filter, int limit,
                                 const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    auto found = filter.name.isEmpty() ? listed(services, *caller, filter, limit)
                                       : named(services, *caller, filter, limit, stop);
    if (!found) {
        return failed(found);
    }
    auto counts = countRenders(services, userId, stop);
    if (!counts) {
        return failed(counts);
    }
    auto views = viewsOf(services, userId, std::move(found->items), stop);
    return views ? Result<RenderPage>(RenderPage{std::move(*views), found->total, std::move(*counts)}) : failed(views);
}

Result<RenderCounts> countRenders(const Services &services, qint64 userId, const std::stop_token &stop)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    return services.library.database.read(
        [&](Connection &db) -> Result<RenderCounts> {
            Statement rows =
                db.prepare("SELECT state, count(*) FROM render_task WHERE ?1 IS NULL OR owner_id = ?1 GROUP BY state");
            rows.bindAll(ownerFor(*caller));
            RenderCounts counts;
            while (rows.step()) {
                counts.emplace(render::TaskState(rows.integer(0)), rows.int64(1));
            }
            return counts;
        },
        stop);
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

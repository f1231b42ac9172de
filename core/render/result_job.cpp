// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/result_job.h"

#include "base/log.h"
#include "library/importer.h"
#include "library/open_metadata.h"
#include "library/owner.h"
#include "render/task_rows.h"
#include "render/work_folder.h"
#include "storage/database.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr qint64 gatherMs = 250;

struct Rendered
{
    Frame frame;
    Task task;
    library::Owner owner;
};

} // namespace

void enqueueResult(Transaction &transaction, jobs::JobQueue &jobs, qint64 taskId, qint64 frameId, qint64 ownerId,
                   qint64 at)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(resultKind);
    spec.payload = {{u"task"_s, taskId}, {u"frame"_s, frameId}};
    spec.userId = ownerId;
    spec.dedupeKey = QString::number(frameId);
    spec.priority = jobs::priority::background;
    // Those of a short time are taken up together, in a few transactions, and what renders is not slowed down by each.
    spec.notBefore = (at / gatherMs + 1) * gatherMs;
    // A job that is not recorded leaves the picture where it is; the frame is good all the same.
    if (const auto queued = jobs.enqueue(transaction, spec); !queued) {
        qCWarning(logRender).noquote() << "frame" << frameId << "is not taken up:" << queued.error().forLog();
    }
}

ResultJob::ResultJob(const library::Services &services, QString folder)
    : m_services(services)
    , m_folder(std::move(folder))
{
}

Result<jobs::Effect> ResultJob::run(const jobs::Job &job, jobs::JobContext &)
{
    const qint64 frameId = job.payload[u"frame"].toInteger();
    const auto found = m_services.database.read([&](Connection &db) -> Result<std::optional<Rendered>> {
        auto frame = findFrame(db, frameId);
        auto task = frame ? findTask(db, frame->taskId) : std::nullopt;
        if (!task || frame->state != FrameState::Completed || frame->outputPath.isEmpty()) {
            return std::optional<Rendered>();
        }
        const library::Owner owner = library::findOwner(db, task->ownerId);
        return Rendered{std::move(*frame), std::move(*task), owner};
    });
    if (!found) {
        return failed(found);
    }
    if (!*found) {
        return jobs::Effect(); // Rendered again meanwhile, or cleaned up.
    }
    const auto &[frame, task, owner] = **found;
    const QString path = WorkFolder(m_folder, task.id).path + u'/' + frame.outputPath;
    library::FileFacts facts;
    facts.fileName = path.mid(path.lastIndexOf(u'/') + 1);
    facts.isBeyondQuota = true; // Hours of rendering are not thrown away for it.
    facts.priority = jobs::priority::background;
    facts.also = [services = m_services, frame = frame, task = task.id, ownerId = task.ownerId](
                     Transaction &transaction, const library::Registered &registered) -> Result<void> {
        const library::MetadataEdit edit{{{u"task_id"_s, QString::number(task)}, {u"frame_number"_s, frame.number}}};
        const auto edited = library::editMetadata(transaction, services, ownerId, registered.uuid, edit);
        if (!edited) {
            return failed(edited);
        }
        transaction.run("UPDATE render_frame SET asset_id = ?2 WHERE id = ?1", frame.id, registered.assetId);
        return {};
    };
    auto stored = library::Importer(m_services).storeCopy(owner, path, std::move(facts));
    if (!stored && (stored.error().code == ErrorCode::FileNotMedia || stored.error().kind() == ErrorKind::BadInput)) {
        qCInfo(logRender).noquote() << "frame" << frame.number << "of task" << task.id
                                    << "stays in its folder:" << stored.error().forLog();
        return jobs::Effect();
    }
    if (!stored) {
        return failed(stored);
    }
    return jobs::Effect([record = std::move(*stored)](Transaction &transaction) -> Result<void> {
        const auto added = record(transaction);
        return added ? Result<void>() : failed(added);
    });
}

} // namespace kinframe::render

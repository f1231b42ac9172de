// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a task: its frames, their files and logs.
#include "render/runners/job_folder.h"
#include "render/tasks.h"
#include "render/work_folder.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

Failure noSuch(const QString &what, qint64 id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, QString::number(id)}});
}

QByteArray typeOf(const QString &path)
{
    return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name().toLatin1();
}

struct Attempt
{
    QUuid chunk;
    qint64 from = 0;
    std::optional<qint64> to;
    bool isGrowing = false;
};

std::vector<Attempt> attemptsAt(Connection &db, qint64 frameId)
{
    Statement rows = db.prepare("SELECT c.uuid, a.log_from, a.log_to, c.state < 2 FROM render_attempt a JOIN "
                                "render_chunk c ON c.id = a.chunk_id "
                                "WHERE a.frame_id = ?1 ORDER BY c.id");
    rows.bindAll(frameId);
    std::vector<Attempt> attempts;
    while (rows.step()) {
        attempts.push_back({rows.uuid(0), rows.int64(1), rows.optionalInt64(2), rows.boolean(3)});
    }
    return attempts;
}

} // namespace

Result<Listed<Frame>> Tasks::frames(const Caller &caller, qint64 id, const FramePart &part)
{
    return m_services.database.read([&](Connection &db) -> Result<Listed<Frame>> {
        const auto task = taskFor(db, caller, id);
        if (!task) {
            return failed(task);
        }
        Statement count =
            db.prepare("SELECT count(*) FROM render_frame WHERE task_id = ?1 AND (?2 IS NULL OR state = ?2)");
        count.bindAll(id, part.state ? std::optional(int(*part.state)) : std::nullopt);
        count.step();
        return Listed<Frame>{listFrames(db, id, part), count.int64(0)};
    });
}

Result<Frame> Tasks::frame(const Caller &caller, qint64 id, int number)
{
    return m_services.database.read([&](Connection &db) -> Result<Frame> {
        const auto task = taskFor(db, caller, id);
        if (!task) {
            return failed(task);
        }
        auto frame = findFrame(db, id, number);
        return frame ? Result<Frame>(*frame) : Result<Frame>(noSuch(u"frame"_s, number));
    });
}

Result<FrameLog> Tasks::log(const Caller &caller, qint64 id, int number, const LogPart &part)
{
    const auto found = frame(caller, id, number);
    if (!found) {
        return failed(found);
    }
    const auto attempts = m_services.database.read(
        [&](Connection &db) -> Result<std::vector<Attempt>> { return attemptsAt(db, found->id); });
    if (!attempts) {
        return failed(attempts);
    }
    FrameLog log;
    log.attempts = int(attempts->size());
    log.attempt = part.attempt == 0 ? log.attempts : part.attempt;
    if (log.attempt < 1 || log.attempt > log.attempts) {
        // Nothing has been tried yet: nothing has been said.
        return part.attempt == 0 ? Result<FrameLog>(log) : Result<FrameLog>(noSuch(u"attempt"_s, part.attempt));
    }
    const Attempt &asked = (*attempts)[size_t(log.attempt) - 1];
    QFile file(JobFolder{WorkFolder(m_setup.folder, id).chunk(asked.chunk)}.log());
    if (!file.open(QIODevice::ReadOnly)) {
        return log;
    }
    const qint64 end = asked.to ? std::min(*asked.to, file.size()) : file.size();
    log.isGrowing = asked.isGrowing && !asked.to;
    log.size = std::max<qint64>(0, end - asked.from);
    log.offset = std::clamp<qint64>(part.offset, 0, log.size);
    if (file.seek(asked.from + log.offset)) {
        log.text = file.read(std::min(part.limit, log.size - log.offset));
    }
    return log;
}

Result<Tasks::Output> Tasks::output(const Caller &caller, qint64 frameId)
{
    return m_services.database.read([&](Connection &db) -> Result<Output> {
        const auto frame = findFrame(db, frameId);
        if (!frame) {
            return noSuch(u"file"_s, frameId);
        }
        const auto task = taskFor(db, caller, frame->taskId);
        if (!task) {
            return failed(task);
        }
        const auto found = outputOf(db, *frame);
        return found ? Result<Output>(*found) : Result<Output>(noSuch(u"file"_s, frameId));
    });
}

std::optional<Tasks::Output> Tasks::outputOf(Connection &db, const Frame &frame) const
{
    if (!frame.outputPath.isEmpty()) {
        const QString path = WorkFolder(m_setup.folder, frame.taskId).path + u'/' + frame.outputPath;
        if (QFileInfo(path).isFile()) {
            return Output{path, QFileInfo(path).fileName(), typeOf(path)};
        }
    }
    Statement asset =
        db.prepare("SELECT b.sha256, a.file_name, a.mime_type FROM asset a JOIN blob b ON b.id = a.blob_id WHERE "
                   "a.id = ?1 AND b.stored = 1");
    asset.bindAll(frame.assetId);
    if (!asset.step()) {
        return std::nullopt;
    }
    return Output{m_services.blobs.pathOf(asset.blob(0)), asset.text(1), asset.text(2).toLatin1()};
}

Result<Tasks::FileList> Tasks::files(const Caller &caller, qint64 id, int limit, qint64 offset, FileOrder order)
{
    return m_services.database.read([&](Connection &db) -> Result<FileList> {
        const auto task = taskFor(db, caller, id);
        if (!task) {
            return failed(task);
        }
        return FileList{listFiles(db, id, limit, offset, order), countFiles(db, id)};
    });
}

} // namespace kinframe::render

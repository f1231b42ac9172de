// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/made_renders.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "render/runners/job_folder.h"
#include "render/task_rows.h"
#include "render/work_folder.h"

#include <QDir>
#include <QFile>

namespace kinframe::test {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

// So late that no renderer comes to it.
constexpr qint64 never = 9'000'000'000'000;

qint64 addScene(Transaction &transaction, qint64 owner, const QString &name)
{
    transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, created_at) "
                    "VALUES (randomblob(32), randomblob(20), randomblob(16), 1, 1000, 1)");
    transaction.run("INSERT INTO render_file(owner_id, blob_id, file_name, created_at, used_at) VALUES (?1, ?2, ?3, 1, "
                    "1)",
                    owner, transaction.db().lastInsertId(), name);
    return transaction.db().lastInsertId();
}

std::optional<QString> textOf(const std::optional<Error> &error)
{
    return error ? std::optional(toJsonText(*error)) : std::nullopt;
}

} // namespace

qint64 addRender(LibraryFixture &fixture, const MadeRender &render)
{
    return *fixture.change([&](Transaction &transaction) -> Result<qint64> {
        kinframe::render::NewTask task;
        task.ownerId = fixture.owner.userId;
        task.request.unionId = u"alex"_s;
        task.request.sceneKey = u"projects/alex/"_s + render.scene;
        task.request.totalFrames = render.frames;
        task.request.testText = render.tests;
        for (const QString &number : render.tests.split(u',', Qt::SkipEmptyParts)) {
            task.request.testFrames += number.toInt();
        }
        task.request.version = u"4.2"_s;
        task.sceneFileId = addScene(transaction, task.ownerId, render.scene);
        task.sceneMd5 = QByteArray(16, 'm');
        task.hardware = kinframe::render::usualHardware().at(1);
        task.runner = u"local"_s;
        const qint64 id = kinframe::render::insertTask(transaction, task);
        transaction.run("UPDATE render_frame SET not_before = ?2, state = CASE WHEN number <= ?3 THEN 2 WHEN number <= "
                        "?3 + ?4 THEN 3 WHEN number <= ?3 + ?4 + ?5 THEN 1 ELSE CASE WHEN ?6 = 6 THEN 4 ELSE 0 END "
                        "END, render_ms = CASE WHEN number <= ?3 THEN ?7 + number * 137 % 5000 END WHERE task_id = ?1",
                        id, never, render.completed, render.failed, render.rendering, int(render.state), render.msEach);
        const bool isPaused = render.state == kinframe::render::TaskState::Paused;
        transaction.run(
            "UPDATE render_task SET state = ?2, resume_state = ?3, error = ?4, notice = ?5, worked_ms = ?6, "
            "created_at = ?7 WHERE id = ?1",
            id, int(render.state), isPaused ? std::optional(2) : std::nullopt, textOf(render.error),
            textOf(render.notice), render.completed * render.msEach, render.createdAt);
        return id;
    });
}

void setFrame(LibraryFixture &fixture, qint64 task, int number, render::FrameState state,
              const std::optional<Error> &error)
{
    (void)fixture.run("UPDATE render_frame SET state = ?3, error = ?4 WHERE task_id = ?1 AND number = ?2", task, number,
                      int(state), textOf(error));
}

void setPicture(LibraryFixture &fixture, qint64 task, int number, qint64 assetId)
{
    (void)fixture.run("UPDATE render_frame SET asset_id = ?3 WHERE task_id = ?1 AND number = ?2", task, number,
                      assetId);
}

void addOutput(LibraryFixture &fixture, const QString &renders, qint64 task, int number, const QByteArray &bytes)
{
    const kinframe::render::WorkFolder folder(renders, task);
    const QString name = u"frame_%1.jpg"_s.arg(number);
    QFile file(folder.frames() + u'/' + name);
    if (!QDir().mkpath(folder.frames()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    (void)fixture.run("UPDATE render_frame SET output_path = ?3, output_size = ?4, completed_at = 1 WHERE task_id = ?1 "
                      "AND number = ?2",
                      task, number, u"frames/"_s + name, bytes.size());
}

QString addLog(LibraryFixture &fixture, const QString &renders, qint64 task, int number, const QByteArray &text,
               bool isOpen)
{
    const QUuid chunk = newUuid();
    const qint64 frame = fixture.number("SELECT id FROM render_frame WHERE task_id = ?1 AND number = ?2", task, number);
    (void)fixture.change([&](Transaction &transaction) -> Result<void> {
        transaction.run("INSERT INTO render_chunk(uuid, task_id, runner, state, frames, created_at) VALUES (?1, ?2, "
                        "'none', ?3, '[]', 1)",
                        chunk, task, isOpen ? 1 : 2);
        transaction.run("INSERT INTO render_attempt(frame_id, chunk_id, state, log_to) VALUES (?1, ?2, 1, ?3)", frame,
                        transaction.db().lastInsertId(), isOpen ? std::nullopt : std::optional(text.size()));
        return {};
    });
    const QString folder = kinframe::render::WorkFolder(renders, task).chunk(chunk);
    QFile file(kinframe::render::JobFolder{folder}.log());
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

void closeLogs(LibraryFixture &fixture, qint64 task)
{
    (void)fixture.run("UPDATE render_chunk SET state = 2 WHERE task_id = ?1", task);
}

} // namespace kinframe::test

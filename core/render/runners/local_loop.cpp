// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/local_loop.h"

#include "base/clock.h"
#include "render/runners/file_lock.h"
#include "render/runners/job_control.h"
#include "render/runners/leftovers.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Where the system tells of changes, this only finds workers that were killed; where it does not, it is how we see.
constexpr int pollMs = 1000;
// A renderer writes many lines at once; they are read together.
constexpr int gatherMs = 50;
// A worker has its lock within a moment, but a computer that is busy enough lets it wait.
constexpr qint64 graceMs = 20'000;

} // namespace

LocalLoop::LocalLoop(LocalRunnerSettings settings, ReportSink sink, std::shared_ptr<LocalBoard> board)
    : m_settings(std::move(settings))
    , m_sink(std::move(sink))
    , m_board(std::move(board))
    , m_poll(this)
{
}

void LocalLoop::post(std::function<void(LocalLoop &)> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_posted.push_back(std::move(task));
    }
    QMetaObject::invokeMethod(this, &LocalLoop::runPosted, Qt::QueuedConnection);
}

void LocalLoop::runPosted()
{
    std::vector<std::function<void(LocalLoop &)>> posted;
    {
        const std::scoped_lock lock(m_mutex);
        posted.swap(m_posted);
    }
    for (const auto &task : posted) {
        task(*this);
    }
}

void LocalLoop::begin()
{
    m_board->setHardware(m_settings.hardware ? *m_settings.hardware : readHardware(), m_settings.reservedCores);
    m_files = new QFileSystemWatcher(this);
    connect(m_files, &QFileSystemWatcher::fileChanged, this, &LocalLoop::changed);
    connect(m_files, &QFileSystemWatcher::directoryChanged, this, &LocalLoop::changed);
    connect(&m_poll, &QTimer::timeout, this, &LocalLoop::lookAtAll);
    m_poll.start(pollMs);
}

void LocalLoop::start(const ChunkStart &chunk)
{
    const JobFolder folder{chunk.folder};
    const Shares::Share share = m_board->shareOf(chunk.chunk);
    WorkerJob job = workerJobFor(chunk, m_settings.logLimitMb);
    job.limits.cpus = share.cpus;
    job.limits.gpus = share.gpus;
    job.limits.isBackground = true;
    if (const auto written = writeJob(chunk, job); !written) {
        return notStarted(chunk.chunk, written.error());
    }
    if (const auto launched = launch(chunk); !launched) {
        return notStarted(chunk.chunk, launched.error());
    }
    ChunkReport taken;
    taken.chunk = chunk.chunk;
    give(std::move(taken));
    watch(chunk.chunk, folder, job);
}

Result<void> LocalLoop::launch(const ChunkStart &chunk)
{
    const QString program = workerProgram(m_settings.worker);
    if (program.isEmpty()) {
        return fail(ErrorCode::FileNotFound, {{u"path"_s, u"kinframe-render-worker"_s}});
    }
    QProcess worker;
    worker.setProgram(program);
    worker.setArguments({chunk.folder});
    worker.setWorkingDirectory(chunk.folder);
    worker.setStandardInputFile(QProcess::nullDevice());
    worker.setStandardOutputFile(QProcess::nullDevice());
    worker.setStandardErrorFile(chunk.folder + u"/worker.err"_s);
    // In a session of its own, so that it does not end with us.
    if (!worker.startDetached()) {
        return fail(ErrorCode::FileUnreadable, {{u"path"_s, program}, {u"reason"_s, worker.errorString()}});
    }
    return {};
}

void LocalLoop::adopt(const QString &chunk, const QString &folder)
{
    const JobFolder itsFolder{folder};
    const auto job = readJob(itsFolder);
    if (!job) {
        // It was never started, and must not be from now on.
        touch(itsFolder.stop());
        ChunkReport lost;
        lost.chunk = chunk;
        lost.state = ChunkState::Lost;
        m_board->remove(chunk);
        return give(std::move(lost));
    }
    m_board->note(chunk, job->limits.cpus, job->limits.gpus.value_or(QList<int>()));
    m_board->setResting(chunk, QFile::exists(itsFolder.pause()));
    watch(chunk, itsFolder, *job);
    look(chunk);
}

void LocalLoop::pause(const QString &chunk)
{
    if (const auto found = m_chunks.find(chunk); found != m_chunks.end()) {
        touch(found->second.watch->folder().pause());
        m_board->setResting(chunk, true);
    }
}

void LocalLoop::resume(const QString &chunk)
{
    if (const auto found = m_chunks.find(chunk); found != m_chunks.end()) {
        QFile::remove(found->second.watch->folder().pause());
        m_board->setResting(chunk, false);
    }
}

void LocalLoop::cancel(const QString &chunk)
{
    if (const auto found = m_chunks.find(chunk); found != m_chunks.end()) {
        touch(found->second.watch->folder().stop());
    }
}

void LocalLoop::watch(const QString &chunk, const JobFolder &folder, const WorkerJob &job)
{
    m_chunks[chunk] = {std::make_unique<JobWatch>(chunk, folder, job), steadyMs(), false};
    m_files->addPath(folder.path);
}

void LocalLoop::changed(const QString &path)
{
    for (const auto &[chunk, watched] : m_chunks) {
        if (path.startsWith(watched.watch->folder().path)) {
            lookSoon(chunk, gatherMs);
        }
    }
}

void LocalLoop::lookSoon(const QString &chunk, int ms)
{
    const auto found = m_chunks.find(chunk);
    if (found == m_chunks.end() || found->second.isLookDue) {
        return;
    }
    found->second.isLookDue = true;
    QTimer::singleShot(ms, this, [this, chunk] { look(chunk); });
}

void LocalLoop::look(const QString &chunk)
{
    const auto found = m_chunks.find(chunk);
    if (found == m_chunks.end()) {
        return;
    }
    found->second.isLookDue = false;
    JobWatch &watch = *found->second.watch;
    for (const QString &file : {watch.folder().log(), watch.folder().events()}) {
        if (!m_files->files().contains(file) && QFileInfo::exists(file)) {
            m_files->addPath(file);
        }
    }
    // Before the events are read: a worker that lives no more has written all that it will.
    const bool isAlive = FileLock::isHeld(watch.folder().lock());
    watch.setAlive(isAlive);
    bool more = false;
    if (auto report = watch.look(&more)) {
        give(std::move(*report));
    }
    if (more) {
        lookSoon(chunk, 0);
        return;
    }
    const bool mayStillCome = !watch.hasStarted() && !watch.hasEnded() && steadyMs() - found->second.since < graceMs;
    if (!isAlive && !mayStillCome) {
        end(chunk);
    } else if (watch.hasEnded()) {
        lookSoon(chunk, gatherMs);
    }
}

void LocalLoop::lookAtAll()
{
    QStringList chunks;
    for (const auto &[chunk, watched] : m_chunks) {
        chunks += chunk;
    }
    for (const QString &chunk : chunks) {
        look(chunk);
    }
}

void LocalLoop::end(const QString &chunk)
{
    const auto found = m_chunks.find(chunk);
    JobWatch &watch = *found->second.watch;
    const JobFolder folder = watch.folder();
    ChunkReport last = watch.last();
    if (last.state == ChunkState::Lost) {
        // Should it only be very late, it must not begin any more.
        touch(folder.stop());
        endLeftovers(folder.path);
    }
    m_files->removePaths({folder.path, folder.log(), folder.events()});
    m_chunks.erase(found);
    m_board->remove(chunk);
    give(std::move(last));
}

void LocalLoop::notStarted(const QString &chunk, const Error &error)
{
    ChunkReport report;
    report.chunk = chunk;
    report.state = ChunkState::Ended;
    report.end = ChunkEnd{EndReason::NotStarted, 0, 0, error.forLog()};
    m_board->remove(chunk);
    give(std::move(report));
}

void LocalLoop::give(ChunkReport report)
{
    report.runnerJob = report.chunk;
    m_sink(std::move(report));
}

} // namespace kinframe::render

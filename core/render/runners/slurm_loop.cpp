// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_loop.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "render/runners/job_control.h"

#include <QFile>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// The folders lie on a file server, as a rule, where no system tells of changes.
constexpr int lookMs = 500;
constexpr int soonMs = 50;
// Chunks of a task begin one after the other; those of so long a time become one array.
constexpr int gatherMs = 200;
constexpr int jobsMs = 2000;
constexpr int longestRestMs = 30'000;
constexpr int nodesMs = 60'000;
// Nodes that are away for a moment, as all are when the controller has just begun, are soon waited for again.
constexpr int lackingNodesMs = 5000;
// A controller takes some ten jobs a second; several wait for it without being in each other's way.
constexpr int ordersAtOnce = 4;
constexpr qsizetype mostOutput = 500;

QString tailOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - mostOutput))) {
        return {};
    }
    return QString::fromUtf8(file.read(mostOutput)).trimmed();
}

QString keyOf(const SlurmJob &job)
{
    const QString chunk = chunkOfJobName(job.name);
    return job.id.contains(u'_') ? chunk + u'_' + job.id.section(u'_', 1) : chunk;
}

} // namespace

SlurmLoop::SlurmLoop(SlurmSettings settings, ReportSink sink, std::shared_ptr<SlurmBoard> board)
    : m_settings(std::move(settings))
    , m_sink(std::move(sink))
    , m_board(std::move(board))
    , m_questions(m_settings, 1, this)
    , m_orders(m_settings, ordersAtOnce, this)
    , m_submitTimer(this)
    , m_lookTimer(this)
    , m_jobsTimer(this)
    , m_nodesTimer(this)
{
}

void SlurmLoop::post(std::function<void(SlurmLoop &)> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_posted.push_back(std::move(task));
    }
    QMetaObject::invokeMethod(this, &SlurmLoop::runPosted, Qt::QueuedConnection);
}

void SlurmLoop::runPosted()
{
    std::vector<std::function<void(SlurmLoop &)>> posted;
    {
        const std::scoped_lock lock(m_mutex);
        posted.swap(m_posted);
    }
    for (const auto &task : posted) {
        task(*this);
    }
}

void SlurmLoop::begin()
{
    m_submitTimer.setSingleShot(true);
    connect(&m_submitTimer, &QTimer::timeout, this, &SlurmLoop::submitMore);
    connect(&m_lookTimer, &QTimer::timeout, this, &SlurmLoop::lookAtAll);
    connect(&m_jobsTimer, &QTimer::timeout, this, &SlurmLoop::askJobs);
    connect(&m_nodesTimer, &QTimer::timeout, this, &SlurmLoop::askNodes);
    m_lookTimer.start(lookMs);
    m_jobsTimer.start(jobsMs);
    askNodes();
}

void SlurmLoop::start(const ChunkStart &chunk)
{
    const WorkerJob job = workerJobFor(chunk, m_settings.logLimitMb);
    auto written = writeJob(chunk, job);
    written = written ? replaceFile(batchScriptPath(chunk.folder), batchScript()) : written;
    if (!written) {
        return notStarted(chunk.chunk, written.error().forLog());
    }
    add(chunk, job);
    if (!m_submitTimer.isActive()) {
        m_submitTimer.start(gatherMs);
    }
}

void SlurmLoop::adopt(const QString &chunk, const QString &folder, const QString &runnerJob)
{
    ChunkStart start;
    start.chunk = chunk;
    start.folder = folder;
    const auto job = readJob({folder});
    if (!job) {
        // It was never started, and must not be from now on.
        touch(JobFolder{folder}.stop());
        ChunkReport lost;
        lost.chunk = chunk;
        lost.state = ChunkState::Lost;
        m_board->remove(chunk);
        return m_sink(std::move(lost));
    }
    add(std::move(start), *job);
    if (runnerJob.isEmpty()) {
        find(chunk)->moveTo(SlurmChunk::Place::Unsure, steadyMs());
    } else {
        find(chunk)->taken(runnerJob, steadyMs());
    }
    look(chunk);
    askJobs();
}

void SlurmLoop::add(ChunkStart chunk, const WorkerJob &job)
{
    const QString name = chunk.chunk;
    auto &added = m_chunks[name] = std::make_unique<SlurmChunk>(std::move(chunk), job, steadyMs());
    ChunkReport report;
    report.chunk = name;
    give(*added, std::move(report));
}

void SlurmLoop::pause(const QString &chunk)
{
    if (SlurmChunk *its = find(chunk)) {
        touch(its->watch().folder().pause());
        its->askPause(true);
        giveOrder(*its);
    }
}

void SlurmLoop::resume(const QString &chunk)
{
    if (SlurmChunk *its = find(chunk)) {
        QFile::remove(its->watch().folder().pause());
        its->askPause(false);
        giveOrder(*its);
    }
}

void SlurmLoop::cancel(const QString &chunk)
{
    SlurmChunk *its = find(chunk);
    if (its == nullptr) {
        return;
    }
    touch(its->watch().folder().stop());
    its->askStop(steadyMs());
    giveOrder(*its);
    submitMore();
}

SlurmChunk *SlurmLoop::find(const QString &chunk)
{
    const auto found = m_chunks.find(chunk);
    return found == m_chunks.end() ? nullptr : found->second.get();
}

void SlurmLoop::askNodes()
{
    m_nodesTimer.start(nodesMs);
    m_questions.run(nodesCall(m_settings), [this](const SlurmAnswer &answer) {
        const auto nodes = inPartition(nodesFrom(answer.output), m_settings.partition);
        if (answer.isDone && !nodes.empty()) {
            m_board->setCluster(capacityOf(nodes));
            m_board->setTrouble({});
            const bool isWhole =
                std::all_of(nodes.begin(), nodes.end(), [](const SlurmNode &node) { return node.isUsable; });
            m_nodesTimer.start(isWhole ? nodesMs : lackingNodesMs);
            return;
        }
        if (!m_board->capacity()) {
            const QString why = answer.error.isEmpty() ? u"no nodes"_s : answer.error;
            if (std::exchange(m_nodesError, why) != why) {
                qCWarning(logRender).noquote() << "the cluster does not say what it has:" << why;
            }
            m_board->setTrouble(clusterAway(why));
            m_nodesTimer.start(jobsMs);
        }
    });
}

void SlurmLoop::askJobs()
{
    if (m_chunks.empty() || !m_questions.isIdle()) {
        return;
    }
    m_questions.run(jobsCall(),
                    [this, askedAt = steadyMs()](const SlurmAnswer &answer) { jobsHeard(answer, askedAt); });
}

void SlurmLoop::jobsHeard(const SlurmAnswer &answer, qint64 askedAt)
{
    if (!answer.isDone) {
        return controllerAway(answer.error);
    }
    if (std::exchange(m_isAway, false)) {
        qCInfo(logRender) << "the cluster answers again";
        m_board->setTrouble({});
    }
    m_restMs = jobsMs;
    m_jobsTimer.start(m_restMs);
    std::map<QString, QString> names; // by key
    for (const auto &[name, chunk] : m_chunks) {
        names[chunk->key()] = name;
    }
    std::map<QString, SlurmJob> jobs;
    for (SlurmJob &job : jobsFrom(answer.output)) {
        const auto named = names.find(keyOf(job));
        if (named == names.end()) {
            continue;
        }
        const SlurmChunk &chunk = *find(named->second);
        const auto known = jobs.find(named->second);
        // Should there be two, the one that we know, or else the one that lives.
        if (known == jobs.end() || job.id == chunk.id() ||
            (known->second.id != chunk.id() && isOver(known->second.state))) {
            jobs.insert_or_assign(named->second, std::move(job));
        }
    }
    for (const auto &[name, chunk] : m_chunks) {
        const auto job = jobs.find(name);
        chunk->heard(job == jobs.end() ? nullptr : &job->second, askedAt, steadyMs());
        giveOrder(*chunk);
        if (auto news = chunk->news()) {
            m_sink(std::move(*news));
        }
    }
    submitMore();
}

void SlurmLoop::controllerAway(const QString &error)
{
    if (!std::exchange(m_isAway, true)) {
        qCWarning(logRender).noquote() << "the cluster does not answer:" << error;
        m_board->setTrouble(clusterAway(error));
    }
    m_restMs = std::clamp(m_restMs * 2, jobsMs, longestRestMs);
    m_jobsTimer.start(m_restMs);
}

void SlurmLoop::giveOrder(SlurmChunk &chunk)
{
    const auto order = m_isAway ? std::nullopt : chunk.order(steadyMs());
    if (!order) {
        return;
    }
    const SlurmCall call = *order == SlurmChunk::Order::Hold      ? holdCall(chunk.id())
                           : *order == SlurmChunk::Order::Release ? releaseCall(chunk.id())
                                                                  : cancelCall(chunk.id());
    m_orders.run(call, [this, name = chunk.start().chunk, order = *order](const SlurmAnswer &answer) {
        SlurmChunk *its = find(name);
        if (its == nullptr) {
            return;
        }
        its->orderDone(order, answer.isDone);
        if (!answer.isDone) {
            qCWarning(logRender).noquote() << "the cluster did not do what was asked:" << answer.error;
        }
        if (auto news = its->news()) {
            m_sink(std::move(*news));
        }
    });
}

void SlurmLoop::lookAtAll()
{
    QStringList chunks;
    for (const auto &[name, chunk] : m_chunks) {
        chunks += name;
    }
    for (const QString &name : chunks) {
        look(name);
    }
}

void SlurmLoop::look(const QString &name)
{
    SlurmChunk *chunk = find(name);
    if (chunk == nullptr) {
        return;
    }
    bool more = false;
    auto report = chunk->watch().look(&more);
    const bool isNews = report.has_value();
    if (isNews) {
        give(*chunk, std::move(*report));
    }
    if (more || (isNews && chunk->watch().hasEnded())) {
        QTimer::singleShot(more ? 0 : soonMs, this, [this, name] { look(name); });
        return;
    }
    if (chunk->watch().hasEnded()) {
        end(name, chunk->watch().last());
    } else if (chunk->isGone(steadyMs())) {
        const JobFolder folder = chunk->watch().folder();
        // A node that only went away from the controller may render on: its worker ends when it sees that.
        touch(folder.stop());
        end(name, chunk->lastWithoutWorker(tailOf(batchOutputPath(folder.path))));
    }
}

void SlurmLoop::end(const QString &name, ChunkReport last)
{
    const auto found = m_chunks.find(name);
    last.chunk = name;
    last.runnerJob = found->second->id();
    m_chunks.erase(found);
    m_board->remove(name);
    m_sink(std::move(last));
}

void SlurmLoop::give(SlurmChunk &chunk, ChunkReport report)
{
    m_sink(chunk.shown(std::move(report)));
}

// The name by value: it may be the chunk's own, which goes here.
void SlurmLoop::notStarted(QString chunk, const QString &why)
{
    m_chunks.erase(chunk);
    m_board->remove(chunk);
    ChunkReport report;
    report.chunk = std::move(chunk);
    report.state = ChunkState::Ended;
    report.end = ChunkEnd{EndReason::NotStarted, 0, 0, why};
    m_sink(std::move(report));
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_chunk.h"

#include "base/files.h"
#include "render/runners/job_control.h"

#include <QFile>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// What a node wrote last may take that long to be seen through a file server.
constexpr qint64 fileServerMs = 10'000;
// A worker ends what renders within two seconds, and tells it; then it is Slurm's turn.
constexpr qint64 politeMs = 10'000;
// sbatch of a program that has ended since may still have been at work.
constexpr qint64 sbatchMs = 20'000;

} // namespace

SlurmChunk::SlurmChunk(ChunkStart start, const WorkerJob &job, qint64 now)
    : m_start(std::move(start))
    , m_watch(std::make_unique<JobWatch>(m_start.chunk, JobFolder{m_start.folder}, job))
    , m_since(now)
{
    const JobFolder folder = m_watch->folder();
    m_last.chunk = m_start.chunk;
    QFile kept(keyFile());
    m_key = kept.open(QIODevice::ReadOnly) ? QString::fromUtf8(kept.readAll()) : m_start.chunk;
    m_isHeld = QFileInfo::exists(heldMark());
    m_wantsPause = QFileInfo::exists(folder.pause());
    if (QFileInfo::exists(folder.stop())) {
        m_stopAt = now;
    }
    // Of one that was started before, Slurm knows whether it lives.
    m_watch->setAlive(!m_start.commands.commands.empty());
}

Result<void> SlurmChunk::setKey(const QString &key)
{
    if (key != m_key) {
        if (auto written = replaceFile(keyFile(), key.toUtf8()); !written) {
            return written;
        }
        m_key = key;
    }
    return {};
}

void SlurmChunk::moveTo(Place place, qint64 now)
{
    m_place = place;
    m_since = now;
}

void SlurmChunk::taken(const QString &job, qint64 now)
{
    m_id = job;
    moveTo(Place::Taken, now);
}

void SlurmChunk::askStop(qint64 now)
{
    if (!m_stopAt) {
        m_stopAt = now;
    }
}

void SlurmChunk::heard(const SlurmJob *job, qint64 askedAt, qint64 now)
{
    // An answer to a question from before says nothing.
    const bool isOld = askedAt < m_since;
    if (m_place == Place::Waiting || m_place == Place::Submitting || (job == nullptr && isOld)) {
        return;
    }
    if (job != nullptr) {
        if (m_place == Place::Unsure) {
            taken(job->id, now);
        }
        m_slurm = job->state;
        m_node = job->node;
        m_overAt = !isOver(job->state) ? std::nullopt : m_overAt ? m_overAt : std::optional(now);
    } else if (m_place == Place::Taken) {
        m_slurm = std::nullopt; // It ended longer ago than Slurm remembers.
        m_overAt = m_overAt ? m_overAt : std::optional(now);
    } else if (!m_start.commands.commands.empty()) {
        moveTo(Place::Waiting, now); // It was not taken: once more.
    } else if (now - m_since > sbatchMs) {
        m_overAt = m_overAt ? m_overAt : std::optional(now);
    }
    m_watch->setAlive(m_slurm && !isOver(*m_slurm) && *m_slurm != SlurmState::Suspended);
}

// Pausing what runs is the worker's, by its file: scontrol suspend is for operators of a cluster alone, stops the
// worker too, so that it could neither end what it pauses nor stop its clock, and gives the memory to nobody either.
// What waits is held, so that it takes no node only to pause there.
std::optional<SlurmChunk::Order> SlurmChunk::order(qint64 now)
{
    if (m_place != Place::Taken || m_isOrdered || !m_slurm || isOver(*m_slurm)) {
        return std::nullopt;
    }
    std::optional<Order> order;
    if (m_stopAt) {
        const bool isWorkersTurn = m_watch->hasStarted() && now - *m_stopAt < politeMs;
        order = m_isCancelled || isWorkersTurn ? std::nullopt : std::optional(Order::Cancel);
    } else if (m_slurm == SlurmState::Pending && m_wantsPause && !m_isHeld) {
        order = Order::Hold;
    } else if (m_slurm == SlurmState::Pending && !m_wantsPause && m_isHeld) {
        order = Order::Release;
    }
    m_isOrdered = order.has_value();
    return order;
}

void SlurmChunk::orderDone(Order order, bool isDone)
{
    m_isOrdered = false;
    if (!isDone) {
        return;
    }
    switch (order) {
    case Order::Hold:
        m_isHeld = true;
        // Written down, because what somebody else holds is not ours to release.
        touch(heldMark());
        break;
    case Order::Release:
        m_isHeld = false;
        QFile::remove(heldMark());
        break;
    case Order::Cancel:
        m_isCancelled = true;
        break;
    }
}

ChunkReport SlurmChunk::shown(ChunkReport report)
{
    report.runnerJob = m_id;
    report.state = stateOf(report.state);
    m_last = report;
    m_last.events.clear();
    return report;
}

std::optional<ChunkReport> SlurmChunk::news()
{
    ChunkReport report = m_last;
    report.state = stateOf(m_watch->state());
    report.runnerJob = m_id;
    m_watch->stamp(report);
    if (report.state == m_last.state && report.runnerJob == m_last.runnerJob && report.isLive == m_last.isLive) {
        return std::nullopt;
    }
    m_last = report;
    return report;
}

bool SlurmChunk::isGone(qint64 now) const
{
    // One that never began has nothing to say.
    const bool hasNoWord = m_stopAt && m_slurm == SlurmState::Cancelled && !m_watch->hasStarted();
    return m_overAt && (hasNoWord || now - *m_overAt > fileServerMs);
}

ChunkReport SlurmChunk::lastWithoutWorker(const QString &output)
{
    ChunkReport report = m_watch->last();
    report.runnerJob = m_id;
    if (report.node.isEmpty()) {
        report.node = m_node;
    }
    if (report.state == ChunkState::Ended) {
        return report;
    }
    std::optional<ChunkEnd> end;
    if (m_stopAt && (!m_slurm || m_slurm == SlurmState::Cancelled)) {
        end = ChunkEnd{EndReason::Stopped, 0, 0, {}};
    } else if (m_slurm == SlurmState::Timeout) {
        end = ChunkEnd{EndReason::Time, 0, 0, {}};
    } else if (m_slurm == SlurmState::OutOfMemory) {
        end = ChunkEnd{EndReason::Memory, 0, 0, {}};
    } else if (m_slurm == SlurmState::Failed && !m_watch->hasStarted()) {
        end = ChunkEnd{EndReason::NotStarted, 0, 0, output.isEmpty() ? u"the cluster could not start it"_s : output};
    }
    report.state = end ? ChunkState::Ended : ChunkState::Lost;
    report.end = end;
    return report;
}

ChunkState SlurmChunk::stateOf(ChunkState worker) const
{
    if (worker == ChunkState::Waiting && m_isHeld && m_wantsPause) {
        return ChunkState::Paused;
    }
    if (worker == ChunkState::Running && m_slurm == SlurmState::Suspended) {
        return ChunkState::Paused;
    }
    return worker;
}

QString SlurmChunk::heldMark() const
{
    return m_start.folder + u"/held"_s;
}

QString SlurmChunk::keyFile() const
{
    return m_start.folder + u"/array"_s;
}

} // namespace kinframe::render

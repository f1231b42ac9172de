// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How chunks become jobs of the cluster.
#include "base/clock.h"
#include "base/log.h"
#include "render/runners/job_control.h"
#include "render/runners/slurm_loop.h"

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Fewer than what Slurm takes at most unless it is set up otherwise, 1000.
constexpr qsizetype mostParts = 500;
constexpr qsizetype mostError = 500;

} // namespace

void SlurmLoop::submitMore()
{
    QStringList waiting;
    for (const auto &[name, chunk] : m_chunks) {
        if (chunk->place() == SlurmChunk::Place::Waiting) {
            waiting += name;
        }
    }
    std::vector<std::pair<QStringList, Submit>> groups;
    for (const QString &name : waiting) {
        SlurmChunk &chunk = *find(name);
        if (chunk.wantsStop()) {
            ChunkReport report;
            report.state = ChunkState::Ended;
            report.end = ChunkEnd{EndReason::Stopped, 0, 0, {}};
            end(name, std::move(report));
            continue;
        }
        const Submit how = chunk.wantsPause() ? Submit::Held : Submit::Ready;
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &each) {
            return m_takesArrays && each.second == how && each.first.size() < mostParts &&
                   goTogether(find(each.first.first())->start(), chunk.start());
        });
        if (group == groups.end()) {
            groups.push_back({{name}, how});
        } else {
            group->first += name;
        }
    }
    for (const auto &[names, how] : groups) {
        if (!m_isAway) {
            submit(names, how);
        }
    }
}

void SlurmLoop::submit(const QStringList &names, Submit how)
{
    const QString worker = workerProgram(m_settings.worker);
    std::vector<std::pair<QString, QString>> failed; // and why
    std::vector<ChunkStart> starts;
    for (const QString &name : names) {
        SlurmChunk &chunk = *find(name);
        const auto kept = chunk.setKey(names.size() == 1 ? name : partOf(names.first(), starts.size()));
        if (worker.isEmpty() || !kept) {
            failed.emplace_back(name,
                                worker.isEmpty() ? u"there is no kinframe-render-worker"_s : kept.error().forLog());
        }
        starts.push_back(chunk.start());
    }
    for (const auto &[name, why] : failed) {
        notStarted(name, why);
    }
    if (!failed.empty()) {
        return; // The others wait for the next time, when they are parts of another array.
    }
    for (const QString &name : names) {
        find(name)->moveTo(SlurmChunk::Place::Submitting, steadyMs());
    }
    m_orders.run(submitCall(m_settings, starts, worker, how),
                 [this, how, names](const SlurmAnswer &answer) { submitted(names, how, answer); });
}

void SlurmLoop::submitted(const QStringList &names, Submit how, const SlurmAnswer &answer)
{
    const QString job = answer.isDone ? submittedJob(answer.output) : QString();
    if (job.isEmpty() && (answer.isAway || answer.isDone)) {
        // The cluster may have taken it all the same: before it is tried again, squeue is asked.
        for (const QString &name : names) {
            if (SlurmChunk *chunk = find(name)) {
                chunk->moveTo(SlurmChunk::Place::Unsure, steadyMs());
            }
        }
        return controllerAway(answer.error);
    }
    if (job.isEmpty() && names.size() > 1 && saysNoArrays(answer.error)) {
        qCInfo(logRender).noquote() << "the cluster takes no arrays, so each chunk is a job:" << answer.error;
        m_takesArrays = false;
        for (const QString &name : names) {
            if (SlurmChunk *chunk = find(name)) {
                chunk->moveTo(SlurmChunk::Place::Waiting, steadyMs());
            }
        }
        return submitMore();
    }
    for (qsizetype part = 0; part < names.size(); ++part) {
        if (!job.isEmpty()) {
            submittedAs(names[part], names.size() == 1 ? job : partOf(job, std::size_t(part)), how);
        } else if (find(names[part]) != nullptr) {
            notStarted(names[part], answer.error.right(mostError));
        }
    }
}

void SlurmLoop::submittedAs(const QString &name, const QString &job, Submit how)
{
    SlurmChunk *chunk = find(name);
    if (chunk == nullptr) {
        return;
    }
    chunk->taken(job, steadyMs());
    if (how == Submit::Held) {
        chunk->orderDone(SlurmChunk::Order::Hold, true);
    }
    if (auto news = chunk->news()) {
        m_sink(std::move(*news));
    }
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/job_watch.h"
#include "render/runners/slurm_answers.h"

#include <memory>
#include <optional>

namespace kinframe::render {

/// What is known of a chunk that is rendered by the cluster, from its folder and from Slurm, and what is to be done
/// about it. The worker's word counts where there is one; Slurm's is for what a worker cannot say. Times are of
/// steadyMs(). For one thread.
class SlurmChunk
{
public:
    enum class Place {
        Waiting,    ///< for its turn at sbatch
        Submitting, ///< sbatch runs
        Unsure,     ///< the cluster may have a job of it, or not: squeue knows
        Taken       ///< there is a job, which id() names
    };
    enum class Order { Hold, Release, Cancel };

    /// `commands` empty: it was started before this program was.
    SlurmChunk(ChunkStart start, const WorkerJob &job, qint64 now);

    [[nodiscard]] const ChunkStart &start() const { return m_start; }
    [[nodiscard]] JobWatch &watch() { return *m_watch; }
    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] const QString &id() const { return m_id; }
    /// By which its job is known where the number is not: its name, or as a part of an array partOf() the first's.
    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] bool wantsStop() const { return m_stopAt.has_value(); }
    [[nodiscard]] bool wantsPause() const { return m_wantsPause; }

    /// Before it is submitted under another key than the last time; kept in its folder.
    [[nodiscard]] Result<void> setKey(const QString &key);
    void moveTo(Place place, qint64 now);
    void taken(const QString &job, qint64 now);
    void askStop(qint64 now);
    void askPause(bool isWanted) { m_wantsPause = isWanted; }

    /// What squeue said when it was asked at that time; `job` nullptr: nothing of this chunk.
    void heard(const SlurmJob *job, qint64 askedAt, qint64 now);
    /// What to have Slurm do now; none while the last of them runs.
    [[nodiscard]] std::optional<Order> order(qint64 now);
    void orderDone(Order order, bool isDone);

    /// What is to be shown of a report: of one that is held or suspended, that.
    [[nodiscard]] ChunkReport shown(ChunkReport report);
    /// A report where Slurm's word has changed what is to be shown, though the worker has said nothing new.
    [[nodiscard]] std::optional<ChunkReport> news();

    /// Whether Slurm says that it is over, and the worker has had time to have its own word arrive.
    [[nodiscard]] bool isGone(qint64 now) const;
    /// The last report then, of what the worker did not tell. `output` is what the job wrote for itself.
    [[nodiscard]] ChunkReport lastWithoutWorker(const QString &output);

private:
    [[nodiscard]] ChunkState stateOf(ChunkState worker) const;
    [[nodiscard]] QString heldMark() const;
    [[nodiscard]] QString keyFile() const;

    ChunkStart m_start;
    std::unique_ptr<JobWatch> m_watch;
    Place m_place = Place::Waiting;
    QString m_id;
    QString m_key;
    qint64 m_since = 0; ///< it is at this place
    std::optional<SlurmState> m_slurm;
    QString m_node;
    std::optional<qint64> m_overAt;
    std::optional<qint64> m_stopAt;
    bool m_wantsPause = false;
    bool m_isHeld = false; ///< by us
    bool m_isOrdered = false;
    bool m_isCancelled = false; ///< scancel was told
    ChunkReport m_last;
};

} // namespace kinframe::render

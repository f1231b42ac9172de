// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "render/runners/capacity.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kinframe::render {

// What the commands of Slurm answer.

enum class SlurmState {
    Pending,
    Running, ///< also while it is being set up or cleared away
    Suspended,
    Completed,
    Failed,
    Cancelled,
    Timeout,
    OutOfMemory,
    NodeFailed, ///< also taken away from it in another way
    Unknown
};

[[nodiscard]] SlurmState slurmStateOf(const QString &name);
/// Whether nothing comes after it.
[[nodiscard]] bool isOver(SlurmState state);

struct SlurmJob
{
    QString id; ///< `12`, of a part of an array `12_3`
    SlurmState state = SlurmState::Unknown;
    QString reason; ///< why it waits or has ended, in Slurm's word: `Resources`, `JobHeldUser`
    QString node;
    QString name;
};

/// Of jobsCall().
[[nodiscard]] std::vector<SlurmJob> jobsFrom(const QByteArray &output);
/// The number of a job that sbatch has taken; empty where it is none.
[[nodiscard]] QString submittedJob(const QByteArray &output);

struct SlurmNode
{
    QString name;
    QString partition;
    bool isUsualPartition = false;
    Needs has;
    bool isUsable = false; ///< up, and taking jobs
};

/// Of nodesCall(): a node comes once for each of its partitions.
[[nodiscard]] std::vector<SlurmNode> nodesFrom(const QByteArray &output);
/// Those of that partition; of an empty name: of the usual one, or where there is none, all.
[[nodiscard]] std::vector<SlurmNode> inPartition(const std::vector<SlurmNode> &nodes, const QString &partition);
/// What all of them have that are up, and the largest also of those that are not: what fits there can wait for it.
[[nodiscard]] Capacity capacityOf(const std::vector<SlurmNode> &nodes);

/// Whether a command failed because the cluster's controller did not answer: then nothing is known of what it was asked
/// to do, and it is worth to ask again.
[[nodiscard]] bool saysControllerAway(const QString &error);
/// Whether sbatch refused an array for being one.
[[nodiscard]] bool saysNoArrays(const QString &error);
/// That the controller is away, for people.
[[nodiscard]] Error clusterAway(const QString &error);

} // namespace kinframe::render

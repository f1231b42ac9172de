// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/runner.h"
#include "render/runners/slurm_settings.h"

#include <QByteArray>

namespace kinframe::render {

/// One run of a command of Slurm. No shell ever sees it.
struct SlurmCall
{
    QString program; ///< its name alone
    QStringList arguments;

    friend bool operator==(const SlurmCall &, const SlurmCall &) = default;
};

/// What sbatch hands on to the node, always the same: the worker and its folder are its arguments.
[[nodiscard]] QByteArray batchScript();
[[nodiscard]] QString batchScriptPath(const QString &folder);
/// Where the job's own output goes: why a worker did not begin.
[[nodiscard]] QString batchOutputPath(const QString &folder);

/// By this name a job is found again where its number is not known: it ends with the chunk's.
[[nodiscard]] QString jobNameFor(const QString &title, const QString &chunk);
/// The chunk that a job of that name renders; empty where it is none of ours.
[[nodiscard]] QString chunkOfJobName(const QString &name);

enum class Submit { Ready, Held };
[[nodiscard]] SlurmCall submitCall(const SlurmSettings &settings, const ChunkStart &chunk, const QString &worker,
                                   Submit how);
/// All jobs of this user, also those that have ended of late; for jobsFrom().
[[nodiscard]] SlurmCall jobsCall();
/// For nodesFrom().
[[nodiscard]] SlurmCall nodesCall(const SlurmSettings &settings);
[[nodiscard]] SlurmCall versionCall();
[[nodiscard]] SlurmCall holdCall(const QString &job);
[[nodiscard]] SlurmCall releaseCall(const QString &job);
[[nodiscard]] SlurmCall cancelCall(const QString &job);

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/runner.h"
#include "render/runners/slurm_settings.h"

#include <QByteArray>

#include <span>

namespace kinframe::render {

/// One run of a command of Slurm. No shell ever sees it.
struct SlurmCall
{
    QString program; ///< its name alone
    QStringList arguments;

    friend bool operator==(const SlurmCall &, const SlurmCall &) = default;
};

/// What sbatch hands on to the node, always the same: the worker and the folders are its arguments, of which a part of
/// an array takes the one of its number.
[[nodiscard]] QByteArray batchScript();
[[nodiscard]] QString batchScriptPath(const QString &folder);
/// Where the job's own output goes: why a worker did not begin.
[[nodiscard]] QString batchOutputPath(const QString &folder);

/// By this name a job is found again where its number is not known: it ends with the chunk's, or the first one's of an
/// array.
[[nodiscard]] QString jobNameFor(const QString &title, const QString &chunk);
/// The chunk that a job of that name ends with; empty where it is none of ours.
[[nodiscard]] QString chunkOfJobName(const QString &name);
/// Of the number of an array, or the name of its first chunk: what stands for one of its parts, `12_3`.
[[nodiscard]] QString partOf(const QString &array, std::size_t part);

enum class Submit { Ready, Held };
/// Whether they can be parts of one array: all that is told of them is the same.
[[nodiscard]] bool goTogether(const ChunkStart &one, const ChunkStart &other);
/// One chunk as a job, or several that go together as an array of jobs, which the controller takes at one go and lets
/// people handle as one.
[[nodiscard]] SlurmCall submitCall(const SlurmSettings &settings, std::span<const ChunkStart> chunks,
                                   const QString &worker, Submit how);
/// All jobs of this user, those of arrays one by one, also those that have ended of late; for jobsFrom().
[[nodiscard]] SlurmCall jobsCall();
/// For nodesFrom().
[[nodiscard]] SlurmCall nodesCall(const SlurmSettings &settings);
[[nodiscard]] SlurmCall versionCall();
[[nodiscard]] SlurmCall holdCall(const QString &job);
[[nodiscard]] SlurmCall releaseCall(const QString &job);
[[nodiscard]] SlurmCall cancelCall(const QString &job);

} // namespace kinframe::render

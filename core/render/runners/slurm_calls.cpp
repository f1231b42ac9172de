// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_calls.h"

#include <QFileInfo>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int highestPriority = 10;
// Under the plainest of Slurm's priorities a job that is submitted later has one less: a step of ours is more than the
// jobs that usually wait.
constexpr int nicePerStep = 100;
constexpr qint64 secondsPerMinute = 60;
// The worker keeps the limit itself and says so; Slurm's is for when it cannot. Pauses count for Slurm.
constexpr qint64 spareMinutes = 30;

// In a name of a file, sbatch would put something else for it.
QString withoutPatterns(QString path)
{
    return path.replace(u'%', u"%%"_s);
}

// 0: one of them has no limit.
qint64 longestOf(std::span<const ChunkStart> chunks)
{
    qint64 longest = 0;
    for (const ChunkStart &chunk : chunks) {
        if (chunk.totalSeconds <= 0) {
            return 0;
        }
        longest = std::max(longest, chunk.totalSeconds);
    }
    return longest;
}

} // namespace

QByteArray batchScript()
{
    return R"(#!/bin/sh
worker=$1
shift
if [ -n "$SLURM_ARRAY_TASK_ID" ]; then
    shift "$SLURM_ARRAY_TASK_ID"
    exec "$worker" "$1" >"$1/worker.err" 2>&1
fi
exec "$worker" "$1"
)";
}

QString batchScriptPath(const QString &folder)
{
    return folder + u"/batch.sh"_s;
}

QString batchOutputPath(const QString &folder)
{
    return folder + u"/worker.err"_s;
}

QString jobNameFor(const QString &title, const QString &chunk)
{
    return title + u'.' + chunk;
}

QString chunkOfJobName(const QString &name)
{
    return name.startsWith(u"kinframe") && name.contains(u'.') ? name.section(u'.', -1) : QString();
}

QString partOf(const QString &array, std::size_t part)
{
    return array + u'_' + QString::number(part);
}

bool goTogether(const ChunkStart &one, const ChunkStart &other)
{
    return one.title == other.title && one.needs == other.needs && one.priority == other.priority &&
           QFileInfo(one.folder).path() == QFileInfo(other.folder).path();
}

SlurmCall submitCall(const SlurmSettings &settings, std::span<const ChunkStart> chunks, const QString &worker,
                     Submit how)
{
    const ChunkStart &chunk = chunks.front();
    const bool isArray = chunks.size() > 1;
    // An array outlives the folder of each part of it, and its parts write into their own.
    const QString folder = isArray ? QFileInfo(chunk.folder).path() : chunk.folder;
    QStringList arguments{u"--parsable"_s,
                          u"--no-requeue"_s, // A frame is tried again by whoever started the chunk, under a new name.
                          u"--job-name="_s + jobNameFor(chunk.title, chunk.chunk),
                          u"--comment="_s + chunk.title,
                          u"--chdir="_s + folder,
                          u"--output="_s + (isArray ? u"/dev/null"_s : withoutPatterns(batchOutputPath(chunk.folder))),
                          u"--nodes=1"_s,
                          u"--ntasks=1"_s,
                          u"--cpus-per-task=%1"_s.arg(std::max(1, chunk.needs.cores)),
                          u"--nice=%1"_s.arg((highestPriority - chunk.priority) * nicePerStep)};
    if (isArray) {
        arguments += u"--array=0-%1"_s.arg(chunks.size() - 1);
    }
    if (chunk.needs.memoryMb > 0) {
        arguments += u"--mem=%1M"_s.arg(chunk.needs.memoryMb);
    }
    if (chunk.needs.gpus > 0) {
        arguments += u"--gres=gpu:%1"_s.arg(chunk.needs.gpus);
    }
    if (const qint64 longest = longestOf(chunks); longest > 0) {
        arguments += u"--time=%1"_s.arg(longest / secondsPerMinute + 1 + spareMinutes);
    }
    if (how == Submit::Held) {
        arguments += u"--hold"_s;
    }
    if (!settings.partition.isEmpty()) {
        arguments += u"--partition="_s + settings.partition;
    }
    if (!settings.account.isEmpty()) {
        arguments += u"--account="_s + settings.account;
    }
    arguments += settings.extraArguments;
    arguments += {batchScriptPath(chunk.folder), worker};
    for (const ChunkStart &part : chunks) {
        arguments += part.folder;
    }
    return {u"sbatch"_s, arguments};
}

// Not as JSON: that of 22.05 gives everybody's jobs whatever it is asked for, and its fields are others in each
// version.
SlurmCall jobsCall()
{
    return {u"squeue"_s, {u"--me"_s, u"--array"_s, u"--states=all"_s, u"--noheader"_s, u"--format=%i|%T|%r|%N|%j"_s}};
}

SlurmCall nodesCall(const SlurmSettings &settings)
{
    QStringList arguments{u"--Node"_s, u"--noheader"_s, u"--format=%N|%P|%c|%m|%G|%T"_s};
    if (!settings.partition.isEmpty()) {
        arguments += u"--partition="_s + settings.partition;
    }
    return {u"sinfo"_s, arguments};
}

SlurmCall versionCall()
{
    return {u"sbatch"_s, {u"--version"_s}};
}

SlurmCall holdCall(const QString &job)
{
    return {u"scontrol"_s, {u"hold"_s, job}};
}

SlurmCall releaseCall(const QString &job)
{
    return {u"scontrol"_s, {u"release"_s, job}};
}

SlurmCall cancelCall(const QString &job)
{
    return {u"scancel"_s, {job}};
}

} // namespace kinframe::render

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_calls.h"

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

} // namespace

QByteArray batchScript()
{
    return "#!/bin/sh\nexec \"$1\" \"$2\"\n";
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

SlurmCall submitCall(const SlurmSettings &settings, const ChunkStart &chunk, const QString &worker, Submit how)
{
    QStringList arguments{u"--parsable"_s,
                          u"--no-requeue"_s, // A frame is tried again by whoever started the chunk, under a new name.
                          u"--job-name="_s + jobNameFor(chunk.title, chunk.chunk),
                          u"--comment="_s + chunk.title,
                          u"--chdir="_s + chunk.folder,
                          u"--output="_s + withoutPatterns(batchOutputPath(chunk.folder)),
                          u"--nodes=1"_s,
                          u"--ntasks=1"_s,
                          u"--cpus-per-task=%1"_s.arg(std::max(1, chunk.needs.cores)),
                          u"--nice=%1"_s.arg((highestPriority - chunk.priority) * nicePerStep)};
    if (chunk.needs.memoryMb > 0) {
        arguments += u"--mem=%1M"_s.arg(chunk.needs.memoryMb);
    }
    if (chunk.needs.gpus > 0) {
        arguments += u"--gres=gpu:%1"_s.arg(chunk.needs.gpus);
    }
    if (chunk.totalSeconds > 0) {
        arguments += u"--time=%1"_s.arg(chunk.totalSeconds / secondsPerMinute + 1 + spareMinutes);
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
    arguments += {batchScriptPath(chunk.folder), worker, chunk.folder};
    return {u"sbatch"_s, arguments};
}

// Not as JSON: that of 22.05 gives everybody's jobs whatever it is asked for, and its fields are others in each
// version.
SlurmCall jobsCall()
{
    return {u"squeue"_s, {u"--me"_s, u"--states=all"_s, u"--noheader"_s, u"--format=%i|%T|%r|%N|%j"_s}};
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

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/job_control.h"

#include "base/files.h"
#include "base/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestJob = 64 * 1024 * 1024;
constexpr qint64 bytesPerMb = 1024 * 1024;

} // namespace

QString workerProgram(const QString &configured)
{
    if (!configured.isEmpty()) {
        return configured;
    }
    const QString name = u"kinframe-render-worker"_s;
    const QString own = QCoreApplication::applicationDirPath();
    const QString found = QStandardPaths::findExecutable(name, {own, own + u"/../bin"_s});
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

WorkerJob workerJobFor(const ChunkStart &chunk, qint64 logLimitMb)
{
    WorkerJob job{chunk.commands.engine, chunk.commands.commands, chunk.commands.atOnce, {}};
    job.limits.memoryMb = chunk.needs.memoryMb;
    job.limits.seconds = chunk.totalSeconds;
    job.limits.logBytes = logLimitMb * bytesPerMb;
    return job;
}

Result<void> writeJob(const ChunkStart &chunk, const WorkerJob &job)
{
    for (const FileToWrite &file : chunk.commands.files) {
        if (auto written = replaceFile(file.path, file.bytes); !written) {
            return written;
        }
    }
    return replaceFile(JobFolder{chunk.folder}.job(), toJson(job));
}

Result<WorkerJob> readJob(const JobFolder &folder)
{
    const auto json = readSmallFile(folder.job(), largestJob);
    return json ? workerJobFrom(*json, folder.job()) : Result<WorkerJob>(failed(json));
}

void touch(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        qCWarning(logApp, "%s cannot be made: %s", qPrintable(path), qPrintable(file.errorString()));
    }
}

} // namespace kinframe::render

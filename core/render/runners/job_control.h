// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/job_folder.h"
#include "render/runners/runner.h"
#include "render/runners/worker_job.h"

namespace kinframe::render {

// What every runner does before and while a worker works. From any thread.

/// `configured`, or where that is empty: beside this program, else in the folder above's `bin`, else in PATH. Empty
/// where there is none.
[[nodiscard]] QString workerProgram(const QString &configured);
/// What a worker is told of a chunk, with the limits that are the same everywhere.
[[nodiscard]] WorkerJob workerJobFor(const ChunkStart &chunk, qint64 logLimitMb);
/// Writes the files of the chunk and what its worker is told. What replaceFile() fails with.
[[nodiscard]] Result<void> writeJob(const ChunkStart &chunk, const WorkerJob &job);
/// What was written by writeJob(). What readSmallFile() fails with, and FileDamaged.
[[nodiscard]] Result<WorkerJob> readJob(const JobFolder &folder);
/// Makes an empty file where there is none, such as those that ask to pause or to stop.
void touch(const QString &path);

} // namespace kinframe::render

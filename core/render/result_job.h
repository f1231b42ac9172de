// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "library/services.h"

namespace kinframe::render {

/// The kind of job that makes an image of the library of a rendered frame.
inline constexpr char16_t resultKind[] = u"render_result";

/// Has the job below do that for a frame that is good since `at` (ms since 1970). Throws SqlError.
void enqueueResult(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 taskId, qint64 frameId,
                   qint64 ownerId, qint64 at);

/// Takes the picture of a frame into its owner's library, with the task and the number in its metadata. Pictures in
/// forms that the library does not know stay in the work space only.
class ResultJob
{
public:
    /// `folder`: of all work spaces.
    ResultJob(const library::Services &services, QString folder);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    library::Services m_services;
    QString m_folder;
};

} // namespace kinframe::render

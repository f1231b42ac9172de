// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_row.h"

#include "base/error_json.h"

#include <QJsonDocument>

#include <tuple>

namespace kinframe::jobs {

Job jobOfRow(const storage::Statement &row)
{
    Job job;
    job.id = row.int64(0);
    job.kind = row.text(1);
    job.payload = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    job.userId = row.optionalInt64(3);
    job.subject = row.isNull(4) ? QUuid() : row.uuid(4);
    job.priority = row.integer(5);
    job.state = JobState(row.integer(6));
    job.attempts = row.integer(7);
    job.timeouts = row.integer(8);
    job.crashes = row.integer(9);
    job.runAt = row.int64(10);
    if (!row.isNull(11)) {
        job.error = errorFromJson(QJsonDocument::fromJson(row.text(11).toUtf8()).object());
    }
    job.createdAt = row.int64(12);
    job.updatedAt = row.int64(13);
    return job;
}

bool runsBefore(const Job &left, const Job &right)
{
    return std::tuple(-qint64(left.priority), left.runAt, left.id) <
           std::tuple(-qint64(right.priority), right.runAt, right.id);
}

} // namespace kinframe::jobs

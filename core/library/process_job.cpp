// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/process_job.h"

#include "base/ids.h"

namespace kinframe::library {

Result<qint64> enqueueProcessing(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId,
                                 const QUuid &asset, int priority)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(processKind);
    spec.userId = userId;
    spec.subject = asset;
    spec.priority = priority;
    spec.dedupeKey = QString::number(userId) + u':' + toText(asset);
    return jobs.enqueue(transaction, spec);
}

} // namespace kinframe::library

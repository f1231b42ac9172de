// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job_queue.h"
#include "storage/transaction.h"

#include <QUuid>

namespace kinframe::library {

/// The kind of job that reads an asset's file: metadata, thumbnails, and what the analyser finds in it.
inline constexpr char16_t processKind[] = u"process";

[[nodiscard]] Result<qint64> enqueueProcessing(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId,
                                               const QUuid &asset, int priority);

} // namespace kinframe::library

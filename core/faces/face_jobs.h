// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job_queue.h"
#include "storage/transaction.h"

#include <QUuid>

namespace kinframe::faces {

/// Looks for the faces of one asset: when its models have come, or to do it again.
inline constexpr char16_t facesKind[] = u"faces";
/// Sorts all faces of a user into people anew.
inline constexpr char16_t clusterKind[] = u"cluster";

[[nodiscard]] Result<qint64> enqueueFaces(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId,
                                          const QUuid &asset);
/// Soon, and once for all faces that come until then; the more faces there are, the longer it waits for others.
[[nodiscard]] Result<qint64> enqueueClustering(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId,
                                               size_t faces);
/// How many faces there can be at most, of all users; costs nothing. Throws SqlError.
[[nodiscard]] size_t facesAtMost(storage::Connection &db);

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face_jobs.h"

#include "base/clock.h"
#include "base/ids.h"

namespace kinframe::faces {
namespace {

// An import brings faces all the time; sorting them after each would do nothing else.
// A millisecond more for each face keeps the share of the time that sorting takes about the same.
constexpr qint64 gatherMs = 2000;

} // namespace

Result<qint64> enqueueFaces(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId, const QUuid &asset)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(facesKind);
    spec.userId = userId;
    spec.subject = asset;
    spec.dedupeKey = QString::number(userId) + u':' + toText(asset);
    return jobs.enqueue(transaction, spec);
}

Result<qint64> enqueueClustering(storage::Transaction &transaction, jobs::JobQueue &jobs, qint64 userId, size_t faces)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(clusterKind);
    spec.userId = userId;
    spec.priority = jobs::priority::background;
    spec.dedupeKey = QString::number(userId);
    spec.notBefore = wallMs() + gatherMs + qint64(faces);
    return jobs.enqueue(transaction, spec);
}

size_t facesAtMost(storage::Connection &db)
{
    storage::Statement statement = db.prepare("SELECT coalesce(max(id), 0) FROM face");
    return statement.step() ? size_t(statement.int64(0)) : 0;
}

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sync/mark.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::sync {

constexpr int largestPage = 10'000;

/// What a client asks for when it walks through all of a user's assets.
struct FullSync
{
    qint64 ownerId = 0;
    std::optional<QUuid> lastId; ///< the last one that it has; nothing: from the first
    qint64 updatedUntil = 0;     ///< ms; leaves out what changed later
    int limit = largestPage;     ///< 1 to largestPage
};

struct FullPage
{
    Mark mark;
    qint64 nextUpdatedAfter = 0; ///< what to ask a delta sync for after the walk, of its first page
    std::vector<qint64> assets;  ///< row ids in the order of the import sequence
};

/// The next page, fewer than `limit` only at the end. Archived and trashed assets are in it; the hidden halves of live
/// photos are not. `wallNow` is the server's wall clock. In one snapshot. InvalidArgument (field `lastId`) where the
/// user has never had that asset. Throws SqlError.
[[nodiscard]] Result<FullPage> fullSync(storage::Connection &db, const FullSync &asked, qint64 wallNow);

} // namespace kinframe::sync

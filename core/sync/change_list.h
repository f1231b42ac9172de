// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/checkpoint.h"
#include "sync/mark.h"

#include <vector>

namespace kinframe::sync {

/// One change of an asset: that it is new or another, or that it was deleted for good.
struct Change
{
    Cursor at; ///< `row` is the asset's row id
    QUuid asset;
};

// The next changes of a user's assets behind a cursor, up to a stamp; fewer than `most` only at the end. Each call may
// see another snapshot: what changes meanwhile gets a stamp behind all of these. Hidden halves of live photos are among
// them. All throw SqlError.

[[nodiscard]] std::vector<Change> changedAfter(storage::Connection &db, qint64 ownerId, const Cursor &after,
                                               qint64 upTo, int most);
[[nodiscard]] std::vector<Change> deletedAfter(storage::Connection &db, qint64 ownerId, const Cursor &after,
                                               qint64 upTo, int most);

/// What a client has had of assets, as its acks say.
struct AssetProgress
{
    Cursor changed;  ///< of what is new or another; stamp 0: none yet
    Cursor deleted;  ///< of deletions
    Cursor complete; ///< up to there it has had everything
    /// From where deletions must be told.
    [[nodiscard]] const Cursor &deletionsFrom() const { return std::max(deleted, complete); }
};

/// Whether deletions are forgotten that the client has not heard of: then it begins anew.
[[nodiscard]] bool mustBeginAnew(const AssetProgress &progress, const Mark &mark);

} // namespace kinframe::sync

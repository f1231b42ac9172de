// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::library {

class ChangeFeed;
struct Asset;

/// Photos of one user that are one to look at, two at least. A value as it was read.
struct Stack
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    QUuid primary;              ///< the photo that is shown for all of them
    std::vector<qint64> assets; ///< row ids, that one first
};

// Each of these throws SqlError.

/// In the order in which they were made; with `primary` the one alone that this photo is shown for.
[[nodiscard]] std::vector<Stack> stacksOf(storage::Connection &db, qint64 ownerId,
                                          const std::optional<QUuid> &primary = {});
/// NotFound where the user has no such stack.
[[nodiscard]] Result<Stack> findStack(storage::Connection &db, qint64 ownerId, const QUuid &uuid);

// Called inside a write. Every photo whose stack changes gets a change stamp.

/// The first becomes the primary one. A photo leaves the stack that it was in, and where it was the primary one there,
/// the others come along. InvalidArgument for fewer than two photos, NotFound for one that the user does not have.
[[nodiscard]] Result<Stack> createStack(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                                        std::span<const QUuid> assets);
/// A photo comes into the stack of another one, and is shown instead of it where that is the primary one. Nothing
/// happens where there is no such stack. NotFound for a photo that the user does not have.
[[nodiscard]] Result<void> joinStackOf(storage::Transaction &transaction, const Services &services, const Asset &member,
                                       const QUuid &joined);
/// NotFound also for a photo that is not in it.
[[nodiscard]] Result<Stack> setPrimary(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                                       const QUuid &stack, const QUuid &asset);
/// Conflict for the primary one. A stack of one photo is none any more.
[[nodiscard]] Result<void> removeFromStack(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                                           const QUuid &stack, const QUuid &asset);
/// The photos stay.
[[nodiscard]] Result<void> deleteStack(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                                       const QUuid &stack);
/// Where a photo goes for good: another one is shown for those that are left. Its own stamp stays.
void leaveStack(storage::Transaction &transaction, ChangeFeed &changes, qint64 assetId);

} // namespace kinframe::library

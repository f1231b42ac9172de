// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "base/result.h"
#include "library/owner.h"
#include "storage/transaction.h"

#include <QDate>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::albums {

/// What was taken on one day of a year, to be looked at again. A value as it was read; times in ms.
struct Memory
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    int year = 0;
    qint64 memoryAt = 0;
    std::optional<qint64> showAt; ///< from when to when it is shown; none: always
    std::optional<qint64> hideAt;
    std::optional<qint64> seenAt;
    bool isSaved = false;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> deletedAt;
    std::vector<qint64> assets; ///< row ids in the order of their times; none of the trash, archived or hidden
};

/// What is absent does not matter.
struct MemoryFilter
{
    std::optional<QUuid> uuid = {};
    std::optional<qint64> shownAt = {};
    std::optional<bool> isSaved = {};
    bool isDeleted = false;
};

/// What is absent stays, or is not there.
struct MemoryEdit
{
    std::optional<int> year = {};
    std::optional<qint64> memoryAt = {};
    std::optional<qint64> showAt = {};
    std::optional<qint64> hideAt = {};
    std::optional<qint64> seenAt = {};
    std::optional<bool> isSaved = {};
};

// Each of these throws SqlError.

/// The latest year first.
[[nodiscard]] std::vector<Memory> memoriesOf(storage::Connection &db, qint64 ownerId, const MemoryFilter &filter);
/// NotFound where the user has no such memory, or has deleted it.
[[nodiscard]] Result<Memory> findMemory(storage::Connection &db, qint64 ownerId, const QUuid &uuid);

/// Photos that were taken on this day of a former year, which no memory has been made of yet.
struct FormerDay
{
    int year = 0;
    std::vector<qint64> assets; ///< row ids; at most twenty
};
[[nodiscard]] std::vector<FormerDay> unremembered(storage::Connection &db, const library::Owner &owner,
                                                  const QDate &day);

// Called inside a write.

/// Makes a memory of each, shown on that day. What is deleted of them later does not come back.
void remember(storage::Transaction &transaction, const library::Owner &owner, const QDate &day,
              const std::vector<FormerDay> &former);
/// NotFound for a photo that the user does not have.
[[nodiscard]] Result<Memory> createMemory(storage::Transaction &transaction, qint64 ownerId, const MemoryEdit &edit,
                                          std::span<const QUuid> assets);
[[nodiscard]] Result<Memory> editMemory(storage::Transaction &transaction, qint64 ownerId, const QUuid &uuid,
                                        const MemoryEdit &edit);
[[nodiscard]] Result<void> deleteMemory(storage::Transaction &transaction, qint64 ownerId, const QUuid &uuid);
/// As albums do it.
[[nodiscard]] std::vector<ItemOutcome> addToMemory(storage::Transaction &transaction, qint64 ownerId,
                                                   const Memory &memory, std::span<const QUuid> assets);
[[nodiscard]] std::vector<ItemOutcome> removeFromMemory(storage::Transaction &transaction, qint64 ownerId,
                                                        const Memory &memory, std::span<const QUuid> assets);

} // namespace kinframe::albums

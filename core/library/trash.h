// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QUuid>

namespace kinframe::library {

/// Deletion in two steps: to the trash, which is a change and can be undone, and for good, which leaves a tombstone and
/// frees the bytes that nobody else refers to. Called inside a write.
class Trash
{
public:
    explicit Trash(const Services &services);

    /// The hidden half of a live photo goes and comes with the visible one. NotFound where the user has no such asset.
    [[nodiscard]] Result<void> moveToTrash(storage::Transaction &transaction, qint64 ownerId, const QUuid &asset);
    [[nodiscard]] Result<void> restore(storage::Transaction &transaction, qint64 ownerId, const QUuid &asset);
    /// Files indexed in place stay where they are.
    [[nodiscard]] Result<void> deleteForGood(storage::Transaction &transaction, qint64 ownerId, const QUuid &asset);

private:
    void deleteRow(storage::Transaction &transaction, const Asset &asset);

    Services m_services;
};

} // namespace kinframe::library

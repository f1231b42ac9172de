// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QUuid>

#include <vector>

namespace kinframe::library {

/// A query over images that a user keeps under a name, as it was written.
struct SavedSearch
{
    QUuid id;
    QString name;   ///< of each user there is one of a name
    QString filter; ///< OData or the short form
    QString words;  ///< that are searched for
    QString order;  ///< empty: the newest first
};

/// In the order of their names. Throws SqlError.
[[nodiscard]] std::vector<SavedSearch> savedSearches(storage::Connection &db, qint64 ownerId);

// Each within a write. MissingField without a name, TooLarge for a name or a query of a book's length, Conflict where
// the user has one of that name, NotFound.

/// Keeps it under its id.
[[nodiscard]] Result<void> saveSearch(storage::Transaction &transaction, qint64 ownerId, const SavedSearch &search);
[[nodiscard]] Result<void> renameSearch(storage::Transaction &transaction, qint64 ownerId, const QUuid &id,
                                        const QString &name);
[[nodiscard]] Result<void> removeSearch(storage::Transaction &transaction, qint64 ownerId, const QUuid &id);

} // namespace kinframe::library

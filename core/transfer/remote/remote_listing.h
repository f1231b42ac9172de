// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/servers.h"

#include <span>

namespace kinframe::storage {
class Connection;
} // namespace kinframe::storage

namespace kinframe::transfer {

/// Whose view of which server's list.
struct ListingView
{
    qint64 serverId = 0;
    qint64 userId = 0; ///< in whose library things are here
    RemoteFilter filter;
};

// Throw SqlError.

/// InvalidArgument (`cursor`).
[[nodiscard]] Result<RemotePage> readPage(storage::Connection &db, const ListingView &view, int limit,
                                          const QString &cursor);
[[nodiscard]] qint64 countOf(storage::Connection &db, const ListingView &view);

/// Which assets a pick means.
struct PickedRows
{
    qint64 serverId = 0;
    std::vector<QUuid> assets;
    std::vector<QUuid> groups; ///< albums and people, as they were last looked into
    bool all = false;
};
/// Their rows, each once.
[[nodiscard]] std::vector<qint64> pickedRows(storage::Connection &db, const PickedRows &wanted);
/// How many of these assets the list does not have.
[[nodiscard]] qint64 countUnknown(storage::Connection &db, qint64 serverId, std::span<const QUuid> assets);
/// The assets of some rows, and which of them are here; those in the server's trash are left out.
[[nodiscard]] std::vector<RemoteAsset> readRows(storage::Connection &db, qint64 userId, std::span<const qint64> rowIds);

} // namespace kinframe::transfer

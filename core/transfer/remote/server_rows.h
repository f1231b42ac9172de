// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/remote/remote_server.h"

#include <optional>
#include <vector>

namespace kinframe::storage {
class Connection;
class Transaction;
} // namespace kinframe::storage

namespace kinframe::transfer::rows {

/// A server with what only this module knows of it.
struct ServerRow
{
    RemoteServer server;
    QString secret; ///< the name of its key or token in the store
};

/// How far the mirror of a server is.
struct MirrorRow
{
    qint64 generation = 0;
    bool isWhole = false;
    std::optional<QString> walkAfter; ///< a walk runs: what follows it
    QUuid walkLast;                   ///< where it goes on; null: at the beginning
    QString walkLastCreated;
    std::optional<QString> updatedAfter;
    QString epoch;
};

// All throw SqlError.

[[nodiscard]] std::vector<ServerRow> allServers(storage::Connection &db);
/// By a name it has or had.
[[nodiscard]] std::optional<ServerRow> serverNamed(storage::Connection &db, const QString &name);
[[nodiscard]] std::optional<ServerRow> serverWithId(storage::Connection &db, qint64 id);
/// Those whose sync was asked for and has not ended.
[[nodiscard]] std::vector<ServerRow> wantedServers(storage::Connection &db);

/// Gives its id. Conflict where another has that name now.
[[nodiscard]] Result<qint64> insertServer(storage::Transaction &transaction, const ServerRow &row);
/// As insertServer, for one that is there: all but the mirror.
[[nodiscard]] Result<void> updateServer(storage::Transaction &transaction, const ServerRow &row);
void setNeedsSignIn(storage::Transaction &transaction, qint64 serverId, bool needed);

[[nodiscard]] MirrorRow mirrorOf(storage::Connection &db, qint64 serverId);
void writeMirror(storage::Transaction &transaction, qint64 serverId, const MirrorRow &row);
void setWanted(storage::Transaction &transaction, qint64 serverId, bool wanted);
/// The sync has ended, well or not.
void writeSyncEnd(storage::Transaction &transaction, qint64 serverId, qint64 now, const std::optional<Error> &error);

} // namespace kinframe::transfer::rows

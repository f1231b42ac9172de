// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/server_calls.h"
#include "transfer/remote/servers.h"

namespace kinframe::transfer {

// Albums and people of a server, on the thread that waits. Servers without albums have none.

/// One's own and those that others share.
[[nodiscard]] Result<std::vector<RemoteGroup>> askAlbums(const ServerCalls &calls, const std::stop_token &stop);
/// Those that are not hidden.
[[nodiscard]] Result<std::vector<RemoteGroup>> askPeople(const ServerCalls &calls, const std::stop_token &stop);

enum class GroupKind { Album, Person };

/// Looks who is in it, and keeps that beside the mirror.
[[nodiscard]] Result<void> refreshGroup(storage::Database &database, const ServerCalls &calls, qint64 serverId,
                                        GroupKind kind, const QUuid &group, const std::stop_token &stop);

} // namespace kinframe::transfer

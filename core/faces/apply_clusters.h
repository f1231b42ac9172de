// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/clusterer.h"
#include "library/change_feed.h"
#include "storage/transaction.h"

namespace kinframe::faces {

/// Writes what the clusterer found: faces to their people, new people, who may be the same, and takes away the groups
/// that are left without a face. A face that somebody changed meanwhile stays as it is. Gives the number of faces that
/// changed. On the writer thread; throws SqlError.
[[nodiscard]] qint64 applyClusters(storage::Transaction &transaction, library::ChangeFeed &changes, qint64 ownerId,
                                   const ClusterInput &input, const ClusterResult &result);

/// Removes people whom nobody has named or otherwise singled out and who have no face. Throws SqlError.
void removeEmptyGroups(storage::Transaction &transaction, qint64 ownerId);

} // namespace kinframe::faces

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/asset.h"
#include "library/register_asset.h"

#include <optional>

namespace kinframe::library {

// Files indexed in place change under their assets. All throw SqlError.

/// The owner's asset whose bytes lay at that path until they were changed to these. A file that was gone and whose name
/// is used again, as cameras do, is another one.
[[nodiscard]] std::optional<Asset> assetBeforeChange(storage::Transaction &transaction, qint64 ownerId,
                                                     const QString &path, const QByteArray &sha256);
/// Whether the asset's bytes are anywhere but in the file at that path.
[[nodiscard]] bool isKeptElsewhere(storage::Transaction &transaction, const Asset &asset, const QString &path);
/// The file at that path is not the asset's any more. Where it was the only one, the asset says that it is missing.
void leaveFile(storage::Transaction &transaction, ChangeFeed &changes, const Asset &asset, const QString &path);
/// The asset keeps its id and all that people said about it, gets the blob of the changed file and its stamp, and is
/// found by its former hash too.
void replaceBytes(storage::Transaction &transaction, const Services &services, const Asset &asset, qint64 blobId,
                  const NewAsset &changed);

} // namespace kinframe::library

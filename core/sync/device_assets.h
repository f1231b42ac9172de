// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArray>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::sync {

// What clients ask before they upload. In the caller's snapshot. All throw SqlError.

/// An asset whose bytes were recorded as lying in the blob store.
struct StoredAsset
{
    QUuid uuid;
    QByteArray sha256;
    qint64 size = 0; ///< bytes
};

/// For each SHA-1 (20 bytes) the user's asset that has those bytes in the blob store; nothing for what lies in the
/// trash or only in files indexed in place, for a client may delete its own file after it. Some microseconds each.
[[nodiscard]] std::vector<std::optional<StoredAsset>> storedAssets(storage::Connection &db, qint64 ownerId,
                                                                   std::span<const QByteArray> sha1s);

/// Those of the device's own names under which the user has an asset; also of what lies in the trash, which is not to
/// come back with the next upload.
[[nodiscard]] QStringList namesKnown(storage::Connection &db, qint64 ownerId, const QString &device,
                                     const QStringList &names);
/// All of the device's own names.
[[nodiscard]] QStringList namesOf(storage::Connection &db, qint64 ownerId, const QString &device);

/// What is counted; nothing: either way.
struct Counted
{
    std::optional<bool> isFavorite;
    std::optional<bool> isArchived;
    bool isTrashed = false;
    bool isHidden = false; ///< the hidden halves of live photos instead of all others
};

struct AssetCounts
{
    qint64 images = 0;
    qint64 videos = 0;
};

[[nodiscard]] AssetCounts countAssets(storage::Connection &db, qint64 ownerId, const Counted &counted);

} // namespace kinframe::sync

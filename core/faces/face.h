// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/geometry.h"
#include "storage/connection.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::faces {

/// One face in one asset of a user. A value as it was read.
struct Face
{
    qint64 id = 0;
    QUuid uuid;
    qint64 ownerId = 0;
    qint64 assetId = 0;
    QUuid assetUuid;
    qint64 detectionId = 0;
    std::optional<qint64> personId;
    std::optional<QUuid> personUuid;
    bool isConfirmed = false;
    bool isDismissed = false;
    std::optional<double> similarity;
    Box box; ///< in the asset as it is shown
    double score = 0;
    double sizePixels = 0;
    double quality = 0;
    bool isDrawn = false; ///< by hand, or named in the file
    std::optional<qint64> frameMs;
    qint64 imageWidth = 0; ///< of the asset, as it is shown
    qint64 imageHeight = 0;
};

// All throw SqlError. Dismissed faces are in none of the lists.

[[nodiscard]] std::optional<Face> findFace(storage::Connection &db, qint64 ownerId, const QUuid &uuid);
/// From left to right.
[[nodiscard]] std::vector<Face> facesOfAsset(storage::Connection &db, qint64 assetId);
/// Of many assets at once: in the order of their row ids, each one's from left to right. `assetIds` is a JSON array.
[[nodiscard]] std::vector<Face> facesOfAssets(storage::Connection &db, const QString &assetIds);
/// The best first; `after` pages by place.
[[nodiscard]] std::vector<Face> facesOfPerson(storage::Connection &db, qint64 personId, int limit, int offset);
/// The face that stands for a person: the chosen one, else the best of those that are not in the trash.
[[nodiscard]] std::optional<Face> coverOf(storage::Connection &db, qint64 personId);

} // namespace kinframe::faces

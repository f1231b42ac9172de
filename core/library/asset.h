// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::library {

enum class AssetState { Processing = 0, Done = 1, Failed = 2 };

/// One row of a user's library. A value as it was read.
struct Asset
{
    qint64 id = 0; ///< row id: its place in the import sequence
    QUuid uuid;
    qint64 ownerId = 0;
    qint64 blobId = 0;
    QByteArray sha256; ///< 32 bytes
    QByteArray sha1;   ///< 20 bytes
    QString format;
    bool isVideo = false;
    QString mimeType;
    QString fileName;
    qint64 size = 0;
    std::optional<qint64> width; ///< pixels, as it is shown
    std::optional<qint64> height;
    int orientation = 1; ///< EXIF, as the file says
    int turn = 0;        ///< quarter turns to the right that a person gave it on top of that
    std::optional<qint64> durationMs;
    qint64 createdAt = 0;                ///< capture time, ms UTC
    std::optional<qint64> createdOffset; ///< minutes east of UTC
    std::optional<qint64> fileCreatedAt;
    std::optional<qint64> fileModifiedAt;
    qint64 importedAt = 0;
    qint64 updatedAt = 0; ///< change stamp
    AssetState state = AssetState::Processing;
    bool isReady = false; ///< metadata and thumbnails are there
    QString error;        ///< JSON of why it failed; see base/error_json.h
    std::optional<double> rating;
    bool isFavorite = false;
    bool isArchived = false;
    bool isHidden = false;
    std::optional<qint64> trashedAt;
    std::optional<qint64> liveVideoId;
    std::optional<QUuid> liveVideoUuid;
    QString deviceAssetId;
    QString deviceId;
};

/// The columns that `assetFrom` reads, for queries over `asset a JOIN blob b ON b.id = a.blob_id`.
[[nodiscard]] const char *assetColumns();
/// The asset in the statement's current row; `first` is the column where assetColumns begin. Throws SqlError.
[[nodiscard]] Asset assetFrom(const storage::Statement &row, int first = 0);

/// Also what lies in the trash. Throw SqlError.
[[nodiscard]] std::optional<Asset> findAsset(storage::Connection &db, qint64 ownerId, const QUuid &uuid);
[[nodiscard]] std::optional<Asset> findAssetById(storage::Connection &db, qint64 id);
/// The asset that has these bytes now.
[[nodiscard]] std::optional<Asset> findAssetWithBytes(storage::Connection &db, qint64 ownerId,
                                                      const QByteArray &sha256);
/// Also by a hash that it had before its file was changed in place.
[[nodiscard]] std::optional<Asset> findAssetBySha256(storage::Connection &db, qint64 ownerId, const QByteArray &sha256);

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace kinframe::transfer {

/// A photo or video of another server, as its list describes it. A value.
struct RemoteAsset
{
    QUuid id;
    bool isVideo = false;
    QString fileName;
    QByteArray sha1; ///< of the bytes; empty where the server did not say
    std::optional<qint64> size;
    qint64 takenAt = 0; ///< ms since 1970, UTC
    std::optional<int> width;
    std::optional<int> height;
    std::optional<qint64> durationMs;
    QUuid liveVideo; ///< the other half of a live photo; null: it is none
    bool isFavorite = false;
    bool isArchived = false;
    bool isTrashed = false;
    bool isHidden = false; ///< the video half of a live photo, or locked away
    QString description;
    QString place; ///< city, state, country

    bool isHere = false; ///< these bytes are in the local library of who asks; only in listings
};

/// Reads an Immich AssetResponseDto of any version. RemoteInvalid, without a host, where it has no id.
[[nodiscard]] Result<RemoteAsset> remoteAssetFrom(const QJsonObject &json);

} // namespace kinframe::transfer

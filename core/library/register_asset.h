// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "library/owner.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace kinframe::library {

/// A file that stays where it lies.
struct InPlaceFile
{
    QString path; ///< absolute
    qint64 size = 0;
    qint64 modifiedNs = 0;
    std::optional<qint64> folderId;
};

/// Bytes that lie in the blob store, or in a file of the person, and are to become an asset.
struct NewAsset
{
    Owner owner;
    Digests digests;
    QString format;
    bool isVideo = false;
    QString mimeType;
    QString fileName; ///< for people; never used as a path
    std::optional<qint64> fileCreatedAt;
    std::optional<qint64> fileModifiedAt;
    bool isFavorite = false;
    QString deviceAssetId;
    QString deviceId;
    std::optional<InPlaceFile> inPlace; ///< absent: the bytes are in the blob store
    QString sidecar;                    ///< XMP that lay beside the file
    int priority = 0;                   ///< of the processing job
    /// Counted, but never refused for the owner's quota: what is made from what they have.
    bool isBeyondQuota = false;
};

struct Registered
{
    QUuid uuid;
    qint64 assetId = 0;
    bool isDuplicate = false;
    bool wasTrashed = false; ///< it was in the trash and is back
    bool wasChanged = false; ///< its file in place has other bytes now
    qint64 importedAt = 0;   ///< of a duplicate: since when it has been there
};

/// Records the asset and the job that processes it, in the caller's transaction. Bytes that the user has already give
/// the asset they have; what lies in the trash comes back; an id that was deleted for good gets its old place.
/// A file in place that has other bytes than before stays the same asset, unless its former bytes are kept elsewhere.
/// QuotaExceeded where the library is to keep bytes that the owner has no room for.
/// FileVanished where the blob store has lost the bytes meanwhile: store them again and call again.
[[nodiscard]] Result<Registered> registerAsset(storage::Transaction &transaction, const Services &services,
                                               const NewAsset &asset);

} // namespace kinframe::library

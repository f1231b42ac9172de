// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/owner.h"
#include "storage/blob_store.h"
#include "storage/transaction.h"

#include <QString>

#include <stop_token>

namespace kinframe::library {

// XMP sidecars: where they lie and what is in them. From any thread.

/// The sidecar beside a picture: `IMG_1.jpg.xmp`, else `IMG_1.xmp`; empty where there is none.
[[nodiscard]] QString findSidecar(const QString &picture);
/// The one to write: the one that is there, unless other pictures of the same name share it; else `IMG_1.jpg.xmp`.
[[nodiscard]] QString sidecarToWrite(const QString &picture);
/// Its text; empty where there is none, also for an empty name. TooLarge where it is larger than any program makes one;
/// what reading may fail with.
[[nodiscard]] Result<QString> sidecarText(const QString &sidecar);
/// Whether a sidecar of that name may be the picture's.
[[nodiscard]] bool isSidecarOf(const QString &sidecar, const QString &picture);

/// The folder of the sidecars of photos whose bytes lie in the store, beside that of the bytes.
[[nodiscard]] QString keptSidecarFolder(const storage::BlobStore &blobs);
/// `sidecars/ab/cd/<sha256>.xmp`. Users who share bytes share no words about them: those of others than the owner of
/// the computer's library lie below `sidecars/users/<id>`.
[[nodiscard]] QString keptSidecar(const storage::BlobStore &blobs, const Asset &asset, const Owner &owner);

/// Takes it away once the asset, which goes for good in this write, is gone. For ChangeFeed::onDeletion.
void dropKeptSidecar(storage::Transaction &transaction, const storage::BlobStore &blobs, const Asset &asset);

/// Copies all kept sidecars that differ into another folder of the same kind, for a backup or out of one. Nothing
/// happens where there are none. Canceled, and what writing may fail with.
[[nodiscard]] Result<void> copyKeptSidecars(const QString &from, const QString &to, const std::stop_token &stop);

} // namespace kinframe::library

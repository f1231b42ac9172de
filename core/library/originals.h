// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "storage/blob_store.h"

#include <QString>

namespace kinframe::library {

/// Where the bytes of a blob can be read now: in the blob store, else in a file indexed in place that still has the
/// size and time it was hashed with. FileNotFound names the last place where it was.
[[nodiscard]] Result<QString> locateBlob(storage::Connection &db, const storage::BlobStore &blobs, qint64 blobId);

/// A file's modification time as it is compared: nanoseconds since 1970 where the file system tells.
[[nodiscard]] qint64 modifiedNs(const QString &path);

} // namespace kinframe::library

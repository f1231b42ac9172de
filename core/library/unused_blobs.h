// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/services.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// Whether anything may refer to these bytes. Throws SqlError.
[[nodiscard]] bool isRecorded(storage::Connection &db, const QByteArray &sha256);

/// Removes a blob that no asset refers to and in which no asset's faces were found; its file and thumbnails go once
/// that is committed, unless the same bytes were recorded again until then. Throws SqlError.
void dropUnusedBlob(storage::Transaction &transaction, const Services &services, qint64 blobId);

/// Takes bytes out of the store that were refused, unless the store keeps them for another reason. Waits for the disk;
/// what fails is left to the next sweep.
void dropUnrecorded(const Services &services, const QByteArray &sha256);

} // namespace kinframe::library

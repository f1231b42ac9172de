// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/asset.h"
#include "media/metadata.h"
#include "storage/transaction.h"

#include <QJsonObject>

namespace kinframe::library {

/// Grows when more is read of files than before: assets that were read by an older one are read again.
constexpr int metadataReader = 1;

/// What a file says of itself as keys of the open metadata without a column; null for those that files can say and this
/// one does not.
[[nodiscard]] QJsonObject fileProperties(const media::Metadata &metadata);

/// Writes them, and how the picture was made, into the asset's record. What a person has set or taken away stays as it
/// is. False where nothing has changed. Throws SqlError.
bool storeFileProperties(storage::Transaction &transaction, qint64 assetId, const media::Metadata &metadata);

} // namespace kinframe::library

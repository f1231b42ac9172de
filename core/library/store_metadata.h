// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/asset.h"
#include "media/metadata.h"
#include "storage/transaction.h"

#include <QJsonObject>

namespace kinframe::library {

/// The metadata as clients of the sync door read it (`exifInfo`).
[[nodiscard]] QJsonObject exifJson(const Asset &asset, const media::Metadata &metadata);

/// Writes what the file says about itself into the asset's row and its tables. What a person has set stays.
/// Throws SqlError.
void storeMetadata(storage::Transaction &transaction, const Asset &asset, const media::Metadata &metadata);

} // namespace kinframe::library

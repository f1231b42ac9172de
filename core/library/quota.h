// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/register_asset.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// Whether the owner may have the library keep these bytes too; QuotaExceeded, with how much it would be. What stays
/// where it lies takes no room. What lies in the trash does, until it is deleted for good.
[[nodiscard]] Result<void> checkRoom(storage::Transaction &transaction, const NewAsset &asset);

} // namespace kinframe::library

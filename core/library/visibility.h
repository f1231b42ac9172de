// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// Where a photo is shown.
enum class Visibility {
    Timeline,
    Archive, ///< in albums, searches and among archived photos, but not in the timeline
    Hidden,  ///< nowhere, as the video half of a live photo; clients that keep a copy let go of it
};

/// Changes it, with a change stamp; nothing happens where it is that already. Conflict for the half of a live photo,
/// which is hidden as long as it is one. Called inside a write. Throws SqlError.
[[nodiscard]] Result<void> setVisibility(storage::Transaction &transaction, const Services &services,
                                         const Asset &asset, Visibility visibility);

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QUuid>

#include <optional>

namespace kinframe::library {

/// What a person changes about a photo; what is absent stays.
struct AssetEdit
{
    std::optional<bool> isFavorite = {};
    /// 0 to 5 stars; the inner nothing takes the rating away.
    std::optional<std::optional<double>> rating = {};
};

/// Changes the asset and gives it a stamp; gives what undoes the edit. Called inside a write. NotFound where the user
/// has no such asset, InvalidArgument for a rating out of range. Throws SqlError.
[[nodiscard]] Result<AssetEdit> editAsset(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                                          const QUuid &asset, const AssetEdit &edit);

} // namespace kinframe::library

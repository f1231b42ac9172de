// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QJsonObject>
#include <QUuid>

#include <span>

namespace kinframe::server {

/// `TimeBucketAssetResponseDto`: a list for each fact, all in the order of the row ids. `withStacks`: with the stack
/// that a photo is in and how many are in it. Throws SqlError.
[[nodiscard]] QJsonObject timeBucketJson(storage::Connection &db, const QUuid &owner, std::span<const qint64> assetIds,
                                         bool withStacks);

} // namespace kinframe::server

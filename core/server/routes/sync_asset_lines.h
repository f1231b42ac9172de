// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/json_writer.h"
#include "storage/connection.h"
#include "sync/change_list.h"

#include <functional>
#include <span>

namespace kinframe::server {

/// What the lines of a stream say of assets.
enum class AssetLine {
    Asset,
    OthersAsset, ///< without what its owner keeps to themselves
    Exif,
};

/// Gives `take` each of the assets that are there, in order, with what writes its members. Throws SqlError.
void writeAssetLines(
    storage::Connection &db, AssetLine kind, std::span<const qint64> ids,
    const std::function<void(size_t index, const std::function<void(JsonWriter &)> &writeMembers)> &take);

/// The same of changes: each line's place is its change.
void writeAssetLines(QByteArray &lines, storage::Connection &db, AssetLine kind, const QString &type,
                     std::span<const sync::Change> changes);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/reply.h"
#include "server/routes/asset_json.h"
#include "storage/database.h"

#include <memory>
#include <vector>

namespace kinframe::server {

/// A list of assets on its way to a client: made bit by bit, as fast as the client takes it, out of one snapshot.
struct AssetStream
{
    std::unique_ptr<storage::Database::LongRead> snapshot;
    AssetWriter writer;
    std::vector<qint64> ids; ///< row ids
    QByteArray before;       ///< of the JSON, up to and with the bracket of the list
    QByteArray after;        ///< from the closing bracket on
};

/// A short list is answered with its length, a long one in pieces.
[[nodiscard]] Result<http::Reply> assetListReply(AssetStream stream);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/named_asset.h"

#include "albums/album_sharing.h"
#include "base/ids.h"
#include "server/routes/route_kit.h"

namespace kinframe::server {

using namespace Qt::StringLiterals;

Failure noPhoto(const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(id)}});
}

Result<library::Asset> namedAsset(storage::Connection &db, const http::Request &request, const QUuid &id)
{
    auto asset = library::findAsset(db, userOf(request), id);
    return asset ? Result<library::Asset>(std::move(*asset)) : noPhoto(id);
}

Result<library::Asset> seenAsset(storage::Connection &db, const http::Request &request, const QUuid &id)
{
    auto asset = albums::findSeenAsset(db, userOf(request), id);
    return asset ? Result<library::Asset>(std::move(*asset)) : noPhoto(id);
}

} // namespace kinframe::server

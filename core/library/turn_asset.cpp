// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/turn_asset.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/missing_thumbnails.h"
#include "library/thumbnail_files.h"
#include "storage/database.h"

#include <QFile>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

bool hasThumbnails(const Services &services, const Asset &asset)
{
    const auto has = [&](ThumbnailKind kind) {
        return QFile::exists(thumbnailPath(services.thumbnailFolder, asset.sha256, kind, asset.turn));
    };
    return has(ThumbnailKind::Thumbnail) && has(ThumbnailKind::Preview);
}

Failure notFound(const QUuid &asset)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(asset)}});
}

} // namespace

Result<void> turnAsset(const Services &services, qint64 ownerId, const QUuid &uuid, int quarterTurns,
                       const std::stop_token &stop)
{
    auto asset = services.database.read(
        [&](storage::Connection &db) -> Result<std::optional<Asset>> { return findAsset(db, ownerId, uuid); });
    if (!asset || !*asset) {
        return asset ? Result<void>(notFound(uuid)) : failed(asset);
    }
    // The thumbnails first: who hears of the change asks for them at once.
    Asset turned = **asset;
    turned.turn = (turned.turn + quarterTurns) & 3;
    if (!hasThumbnails(services, turned)) {
        if (auto made = makeMissingThumbnails(services, turned, stop); !made) {
            return made;
        }
    }
    return services.database.write([&](storage::Transaction &transaction) -> Result<void> {
        const qint64 rows =
            transaction.run("UPDATE asset SET turn = (turn + ?3) & 3, width = iif(?3 & 1, height, width), "
                            "height = iif(?3 & 1, width, height) WHERE id = ?1 AND owner_id = ?2",
                            turned.id, ownerId, quarterTurns);
        if (rows == 0) {
            return notFound(uuid); // Deleted meanwhile.
        }
        services.changes.touch(transaction, turned.id);
        return {};
    });
}

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/asset_edit.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/metadata_doc.h"

#include <array>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostStars = 5;

} // namespace

Result<AssetEdit> editAsset(storage::Transaction &transaction, const Services &services, qint64 ownerId,
                            const QUuid &uuid, const AssetEdit &edit)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    if (!asset) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(uuid)}});
    }
    AssetEdit former;
    if (edit.isFavorite) {
        former.isFavorite = asset->isFavorite;
        transaction.run("UPDATE asset SET is_favorite = ?2 WHERE id = ?1", asset->id, *edit.isFavorite);
    }
    if (edit.rating) {
        const std::optional<double> stars = *edit.rating;
        if (stars && !(*stars >= 0 && *stars <= mostStars)) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"rating"_s},
                                                     {u"value"_s, QString::number(*stars)},
                                                     {u"expected"_s, u"a number from 0 to 5"_s}});
        }
        former.rating = asset->rating;
        transaction.run("UPDATE asset SET rating = ?2 WHERE id = ?1", asset->id, stars);
        markEdited(transaction, asset->id, std::array{u"rating"_s});
    }
    services.changes.touch(transaction, asset->id);
    return former;
}

} // namespace kinframe::library

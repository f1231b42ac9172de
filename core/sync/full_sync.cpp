// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/full_sync.h"

#include "base/ids.h"

#include <algorithm>
#include <limits>

namespace kinframe::sync {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

/// Its place in the import sequence, also of an asset that was deleted meanwhile.
std::optional<qint64> placeOf(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    Statement statement = db.prepare("SELECT id FROM asset WHERE uuid = ?2 AND owner_id = ?1 "
                                     "UNION ALL SELECT asset_id FROM tombstone WHERE uuid = ?2 AND owner_id = ?1");
    statement.bindAll(ownerId, uuid);
    return statement.step() ? std::optional(statement.int64(0)) : std::nullopt;
}

std::vector<qint64> assetsAfter(Connection &db, const FullSync &asked, qint64 place, qint64 until)
{
    Statement statement = db.prepare("SELECT id FROM asset WHERE owner_id = ?1 AND id > ?2 AND is_hidden = 0 AND "
                                     "updated_at <= ?3 ORDER BY id LIMIT ?4");
    statement.bindAll(asked.ownerId, place, until, asked.limit);
    std::vector<qint64> assets;
    assets.reserve(size_t(asked.limit));
    while (statement.step()) {
        assets.push_back(statement.int64(0));
    }
    return assets;
}

} // namespace

Result<FullPage> fullSync(Connection &db, const FullSync &asked, qint64 wallNow)
{
    qint64 place = 0;
    if (asked.lastId) {
        const auto known = placeOf(db, asked.ownerId, *asked.lastId);
        if (!known) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"lastId"_s},
                                                     {u"value"_s, toText(*asked.lastId)},
                                                     {u"expected"_s, u"the id of an asset of this user"_s}});
        }
        place = *known;
    }
    FullPage page;
    page.mark = readMark(db);
    // Stamps run ahead of a clock that was put back: who asks for all up to now means those too.
    const bool isBounded = asked.updatedUntil < wallNow;
    page.assets = assetsAfter(db, asked, place, isBounded ? asked.updatedUntil : std::numeric_limits<qint64>::max());
    // What the bound leaves out is to come afterwards.
    page.nextUpdatedAfter = std::min(page.mark.stamp, asked.updatedUntil);
    return page;
}

} // namespace kinframe::sync

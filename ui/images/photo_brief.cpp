// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/photo_brief.h"

#include "base/ids.h"

#include <cmath>

namespace kinframe::ui {

std::vector<PhotoBrief> readBriefs(storage::Connection &db, qint64 userId, std::span<const qint64> ids)
{
    std::vector<PhotoBrief> briefs;
    briefs.reserve(ids.size());
    storage::Statement row = db.prepare(
        "SELECT uuid, file_name, blob_id * 4 + turn, coalesce(duration_ms, 0), created_at, created_offset, state, "
        "coalesce(rating, 0), is_ready, is_video, live_video_id IS NOT NULL, is_favorite, is_archived, "
        "(SELECT count(*) FROM stack_asset m JOIN stack_asset o ON o.stack_id = m.stack_id JOIN asset b ON b.id = "
        "o.asset_id WHERE m.asset_id = asset.id AND b.trashed_at IS NULL AND b.is_hidden = 0 AND b.is_archived = "
        "asset.is_archived) FROM asset WHERE id = ?1 AND owner_id = ?2");
    for (const qint64 id : ids) {
        row.reset();
        row.bindAll(id, userId);
        if (!row.step()) {
            continue;
        }
        PhotoBrief brief;
        brief.id = id;
        brief.uuid = toText(row.uuid(0));
        brief.name = row.text(1);
        brief.stamp = row.int64(2);
        brief.durationMs = row.int64(3);
        brief.createdAt = row.int64(4);
        brief.hasOffset = !row.isNull(5);
        brief.offsetMinutes = brief.hasOffset ? row.int64(5) : 0;
        brief.state = row.integer(6);
        brief.rating = int(std::lround(row.real(7)));
        brief.isReady = row.boolean(8);
        brief.isVideo = row.boolean(9);
        brief.isLive = row.boolean(10);
        brief.isFavourite = row.boolean(11);
        brief.isArchived = row.boolean(12);
        const int together = row.integer(13);
        brief.stacked = together > 1 ? together : 0;
        briefs.push_back(std::move(brief));
    }
    return briefs;
}

const PhotoBrief *BriefCache::find(qint64 id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second.brief;
}

bool BriefCache::isWanted(qint64 id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() || found->second.isOutdated;
}

void BriefCache::insert(PhotoBrief brief)
{
    const qint64 id = brief.id;
    m_entries.insert_or_assign(id, Entry{std::move(brief), false});
}

void BriefCache::outdate(qint64 id)
{
    if (const auto found = m_entries.find(id); found != m_entries.end()) {
        found->second.isOutdated = true;
    }
}

} // namespace kinframe::ui

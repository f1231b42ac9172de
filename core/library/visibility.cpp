// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/visibility.h"

#include "library/change_feed.h"

namespace kinframe::library {

using namespace Qt::StringLiterals;

Result<void> setVisibility(storage::Transaction &transaction, const Services &services, const Asset &asset,
                           Visibility visibility)
{
    const bool isHidden = visibility == Visibility::Hidden;
    const bool isArchived = visibility == Visibility::Archive;
    if (asset.isHidden == isHidden && (isHidden || asset.isArchived == isArchived)) {
        return {};
    }
    storage::Statement half = transaction.prepare("SELECT 1 FROM asset WHERE live_video_id = ?1");
    half.bindAll(asset.id);
    if (half.step()) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the video is a part of a live photo"_s}});
    }
    transaction.run("UPDATE asset SET is_hidden = ?2, is_archived = ?3 WHERE id = ?1", asset.id, isHidden, isArchived);
    services.changes.touch(transaction, asset.id);
    return {};
}

} // namespace kinframe::library

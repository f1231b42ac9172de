// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/live_photos.h"

#include "media/pairing.h"

#include <array>
#include <optional>
#include <vector>

namespace kinframe::library {
namespace {

std::optional<qint64> videoOf(storage::Transaction &transaction, qint64 imageId)
{
    storage::Statement statement = transaction.prepare("SELECT live_video_id FROM asset WHERE id = ?1");
    statement.bindAll(imageId);
    return statement.step() ? statement.optionalInt64(0) : std::nullopt;
}

/// Whether it was the half of nothing else and is seen now.
bool show(storage::Transaction &transaction, qint64 videoId)
{
    return transaction.run("UPDATE asset SET is_hidden = 0 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM asset p WHERE "
                           "p.live_video_id = ?1)",
                           videoId) > 0;
}

} // namespace

void linkLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 imageId, qint64 videoId)
{
    const std::optional<qint64> former = videoOf(transaction, imageId);
    transaction.run("UPDATE asset SET live_video_id = ?2 WHERE id = ?1", imageId, videoId);
    transaction.run("UPDATE asset SET is_hidden = 1 WHERE id = ?1", videoId);
    changes.touch(transaction, std::array{imageId, videoId});
    if (former && *former != videoId && show(transaction, *former)) {
        changes.touch(transaction, *former);
    }
}

void unlinkLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 imageId)
{
    const std::optional<qint64> video = videoOf(transaction, imageId);
    if (!video) {
        return;
    }
    transaction.run("UPDATE asset SET live_video_id = NULL WHERE id = ?1", imageId);
    if (show(transaction, *video)) {
        // Without what says that they belong together, they are not put together again on the next occasion.
        transaction.run(
            "UPDATE asset SET content_identifier = NULL, is_archived = (SELECT is_archived FROM asset WHERE "
            "id = ?2) WHERE id = ?1",
            *video, imageId);
        changes.touch(transaction, *video);
    }
    changes.touch(transaction, imageId);
}

void pairLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 assetId)
{
    // All with the asset's identifier, in the order in which they came; what is paired already keeps its other half.
    storage::Statement statement = transaction.prepare(
        "SELECT b.id, b.owner_id, b.content_identifier, b.file_name, b.is_video FROM asset a JOIN asset b "
        "ON b.owner_id = a.owner_id AND b.content_identifier = a.content_identifier "
        "WHERE a.id = ?1 AND a.content_identifier IS NOT NULL AND b.live_video_id IS NULL AND b.is_hidden = 0 "
        "AND b.trashed_at IS NULL "
        "ORDER BY b.id LIMIT 100");
    statement.bindAll(assetId);
    std::vector<media::LiveHalf> halves;
    while (statement.step()) {
        halves.push_back({QString::number(statement.int64(0)), QString::number(statement.int64(1)), statement.text(2),
                          statement.text(3), statement.boolean(4)});
    }
    for (const media::LivePair &pair : media::pairLive(halves)) {
        linkLivePhoto(transaction, changes, pair.image.toLongLong(), pair.video.toLongLong());
    }
}

} // namespace kinframe::library

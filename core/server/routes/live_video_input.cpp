// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/live_video_input.h"

#include "base/ids.h"
#include "library/asset.h"
#include "server/http/invalid_input.h"

namespace kinframe::server {

using namespace Qt::StringLiterals;

Result<qint64> namedLiveVideo(storage::Connection &db, qint64 ownerId, qint64 pictureId, const QUuid &videoId)
{
    const auto video = library::findAsset(db, ownerId, videoId);
    if (!video || !video->isVideo || video->id == pictureId) {
        return http::invalidInput(u"livePhotoVideoId"_s, toText(videoId).toLatin1(), u"the id of a video"_s);
    }
    return video->id;
}

} // namespace kinframe::server

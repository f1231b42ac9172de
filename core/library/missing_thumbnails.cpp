// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/missing_thumbnails.h"

#include "library/asset_file.h"
#include "library/originals.h"
#include "library/store_thumbnails.h"
#include "media/thumbnails.h"
#include "storage/database.h"

namespace kinframe::library {

Result<void> makeMissingThumbnails(const Services &services, const Asset &asset, const std::stop_token &stop)
{
    auto path =
        services.database.read([&](storage::Connection &db) { return locateBlob(db, services.blobs, asset.blobId); });
    if (!path) {
        return failed(path);
    }
    auto poster = readPoster(asset, *path, int(media::ThumbnailSize::Preview), stop);
    if (!poster) {
        return failed(poster);
    }
    return storeThumbnails(services, asset.sha256, *poster, asset.turn);
}

} // namespace kinframe::library

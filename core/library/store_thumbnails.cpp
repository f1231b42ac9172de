// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/store_thumbnails.h"

#include "library/thumbnail_files.h"
#include "library/unused_blobs.h"
#include "media/thumbnails.h"
#include "storage/database.h"

namespace kinframe::library {

Result<void> storeThumbnails(const Services &services, const QByteArray &sha256, const media::Pixels &poster, int turn)
{
    const auto thumbnails = media::makeThumbnails(poster);
    if (!thumbnails) {
        return failed(thumbnails);
    }
    if (auto written = writeThumbnailFiles(services.thumbnailFolder, sha256, *thumbnails, turn); !written) {
        return written;
    }
    // A deletion that comes after this look finds the files and removes them itself.
    const auto isNeeded =
        services.database.read([&](storage::Connection &db) -> Result<bool> { return isRecorded(db, sha256); });
    if (!isNeeded || *isNeeded) {
        return isNeeded ? Result<void>{} : failed(isNeeded);
    }
    // On the writer thread, where nobody can record the bytes anew between the look and the removal.
    return services.database.write([&](storage::Transaction &transaction) -> Result<void> {
        if (!isRecorded(transaction.db(), sha256)) {
            removeThumbnails(services.thumbnailFolder, sha256);
        }
        return {};
    });
}

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"

#include <functional>
#include <stop_token>

namespace kinframe::library {

/// What a library takes of the disk, in bytes.
struct StorageUse
{
    qint64 originals = 0; ///< that the library keeps, those in the trash included
    qint64 trash = 0;     ///< of these, what emptying the trash would free
    qint64 inPlace = 0;   ///< photos that lie in folders elsewhere
    qint64 thumbnails = 0;
    qint64 database = 0;
    qint64 free = -1; ///< on the library's disk; -1: not known
    qint64 photos = 0;
    qint64 trashed = 0; ///< photos and videos in the trash of the user
};

/// Goes through the folder of thumbnails: seconds in a large library. Originals and thumbnails are those of all users.
[[nodiscard]] Result<StorageUse> storageUse(const Services &services, qint64 ownerId, const std::stop_token &stop);

/// Deletes for good what lies in the user's trash, some in each write; gives how many. Canceled leaves the rest.
[[nodiscard]] Result<qint64> emptyTrash(const Services &services, qint64 ownerId,
                                        const std::function<void(qint64 done, qint64 total)> &progress,
                                        const std::stop_token &stop);

/// The same for what has lain in anybody's trash for as many days as the setting `trash.days` says; `now` in ms UTC.
[[nodiscard]] Result<qint64> emptyOldTrash(const Services &services, qint64 now, const std::stop_token &stop);

} // namespace kinframe::library

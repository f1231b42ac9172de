// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/change_feed.h"
#include "library/services.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// Links an asset to the other half of its live photo, if that is here: the video is hidden behind its picture.
/// Whichever half is processed last does it. What lies in the trash waits until it is restored. Throws SqlError.
void pairLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 assetId);

/// Makes `videoId` the hidden half of `imageId`; a video that it had before is visible again. Throws SqlError.
void linkLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 imageId, qint64 videoId);

/// Takes the two halves of a picture apart, for good: both are seen from now on, the video where its picture is.
/// Nothing happens to a picture without one. Throws SqlError.
void unlinkLivePhoto(storage::Transaction &transaction, ChangeFeed &changes, qint64 imageId);

} // namespace kinframe::library

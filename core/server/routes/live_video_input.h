// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QUuid>

namespace kinframe::server {

/// The row id of the video that a client names as `livePhotoVideoId` of a picture. InvalidArgument where the user has
/// no such video or the two are one. Throws SqlError.
[[nodiscard]] Result<qint64> namedLiveVideo(storage::Connection &db, qint64 ownerId, qint64 pictureId,
                                            const QUuid &videoId);

} // namespace kinframe::server

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"
#include "media/file_type.h"
#include "storage/transaction.h"

#include <memory>
#include <optional>

namespace kinframe::library {

/// The video inside a motion photo, as a blob of its own.
struct MotionVideo
{
    Digests digests;
    media::FileType type;
    std::shared_ptr<void> kept; ///< its bytes stay until they are recorded
};

/// Copies the video out of a motion photo into the blob store; nothing where the picture holds none. Bearing repeats.
[[nodiscard]] Result<std::optional<MotionVideo>> extractMotionVideo(storage::BlobStore &blobs, const QString &path,
                                                                    const media::FileType &type, const Asset &asset);

/// Makes it the hidden half of the picture, like the video of a live photo.
[[nodiscard]] Result<void> registerMotionVideo(storage::Transaction &transaction, const Services &services,
                                               const Asset &picture, const MotionVideo &video);

} // namespace kinframe::library

// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "media/metadata.h"
#include "media/pixels.h"
#include "storage/transaction.h"

#include <any>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>

namespace kinframe::library {

/// One decoded picture of an asset: the photo itself, or a frame of a video.
struct AnalysedPicture
{
    media::Pixels pixels; ///< upright, perhaps smaller than the original
    int originalWidth = 0;
    int originalHeight = 0;
    std::optional<qint64> frameMs; ///< where in the video
};

/// Looks into pictures while they are decoded anyway. The faces implement it; the library does not know them.
class PictureAnalyser
{
public:
    using Effect = std::function<Result<void>(storage::Transaction &)>;

    PictureAnalyser() = default;
    virtual ~PictureAnalyser() = default;
    PictureAnalyser(const PictureAnalyser &) = delete;
    PictureAnalyser &operator=(const PictureAnalyser &) = delete;

    /// Whether it can work now (ModelMissing, …). Cheap; from any thread.
    [[nodiscard]] virtual Result<void> isReady() = 0;
    /// What the asset's last transaction will do with what was found. Computes on the calling thread; `worker` keeps
    /// what is costly to make (a neural net) for the thread's next call.
    [[nodiscard]] virtual Result<Effect> analyse(const Asset &asset, const media::Metadata &metadata,
                                                 std::span<const AnalysedPicture> pictures, std::any &worker,
                                                 const std::stop_token &stop) = 0;
};

} // namespace kinframe::library
